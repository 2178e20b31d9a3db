/** Logs to a server and back, over a network that breaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeServer, type Trouble } from '../../testing/fake-server.ts';
import { fakeWorld, feedOptions } from '../../testing/fake-world.ts';
import { exportLog } from './export.ts';
import { importLog } from './import.ts';
import { replay } from './replay.ts';

const target = { api: 'http://server.test/', token: 'T' };
const feed = { ...feedOptions, ...target, speed: 20 };

const idsOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);

const importedIds = async (): Promise<readonly string[]> => {
  const world = fakeWorld();
  await importLog(world, undefined, { ...feedOptions, out: 'game.jsonl' });
  return idsOf(world.files.get('game.jsonl'));
};

const gameIdOf = ({ log }: ReturnType<typeof fakeServer>): string => String(log[0]?.gameId);

test('a replay makes teams, people, rosters and the game, then sends every event in order', async () => {
  const server = fakeServer();
  await replay(fakeWorld(server.fetch), feed);
  assert.deepEqual(
    server.log.map(({ id }) => id),
    await importedIds(),
  );
  const puts = server.requests.filter((request) => request.startsWith('PUT'));
  assert.equal(puts.filter((request) => request.includes('/v1/persons/')).length, 14);
  assert.equal(puts.filter((request) => request.includes('/roster/')).length, 14);
  assert.match(puts.at(-1) ?? '', /PUT \/v1\/games\//);
  assert.ok(
    server.log.every((event) => !('seq' in event)),
    'seq is the server’s',
  );
});

test('a replay takes the time of the game, divided by the speed', async () => {
  const world = fakeWorld(fakeServer().fetch);
  await replay(world, feed);
  const tookMs = world.slept.reduce((sum, ms) => sum + ms, 0);
  const gameMs = 2 * 12 * 60_000 + 15_000; // two quarters and a break
  assert.ok(Math.abs(tookMs - gameMs / 20) < 100, `${tookMs} ms`);
});

test('at full speed nothing is waited for', async () => {
  const world = fakeWorld(fakeServer().fetch);
  await replay(world, { ...feed, speed: Number.POSITIVE_INFINITY });
  assert.deepEqual(world.slept, []);
});

for (const trouble of ['breaks-before', 'breaks-after', 'busy', 'slow-down'] as const satisfies readonly Trouble[]) {
  test(`P2: a request that ${trouble} is sent again, and nothing is lost or doubled`, async () => {
    const server = fakeServer([null, trouble, trouble, null, trouble]);
    const world = fakeWorld(server.fetch);
    await replay(world, feed);
    assert.deepEqual(
      server.log.map(({ id }) => id),
      await importedIds(),
    );
    assert.ok(world.notes.some((note) => note.includes('trying again in')));
  });
}

test('S-6: waits double under a bound, and a server that says how long is waited for', async () => {
  const world = fakeWorld(fakeServer(['busy', 'busy', 'slow-down']).fetch);
  await replay(world, { ...feed, speed: Number.POSITIVE_INFINITY });
  assert.deepEqual(world.slept, [500, 1000, 2000 + 2000]);
});

test('a server that stays away ends the command with its name', async () => {
  const world = fakeWorld(() => Promise.reject(new TypeError('fetch failed')));
  await assert.rejects(replay(world, feed), /^Error: http:\/\/server\.test does not answer: fetch failed$/);
});

test('a replay that was interrupted goes on with what is missing', async () => {
  const server = fakeServer();
  const broken = fakeWorld(server.fetch);
  let naps = 0;
  const sleep = async (ms: number) => {
    if (ms > 0 && ++naps > 4) throw new Error('interrupted');
    await broken.sleep(ms);
  };
  await assert.rejects(replay({ ...broken, sleep }, feed), /interrupted/);
  const before = server.log.length;
  assert.ok(before > 0 && before < (await importedIds()).length);

  const world = fakeWorld(server.fetch);
  await replay(world, feed);
  assert.deepEqual(
    server.log.map(({ id }) => id),
    await importedIds(),
  );
  assert.match(world.notes.at(-1) ?? '', /^done: \d+ events sent/);
  await replay(world, feed);
  assert.match(world.notes.at(-1) ?? '', /done: 0 events sent/);
});

test('export, import to an empty server and export again are the same file', async () => {
  const [first, second] = [fakeServer(), fakeServer()];
  await replay(fakeWorld(first.fetch), { ...feed, speed: Number.POSITIVE_INFINITY });
  const game = gameIdOf(first);

  const world = fakeWorld(first.fetch);
  await exportLog(world, { ...target, game, out: 'one.jsonl' });
  const other = {
    ...fakeWorld(second.fetch),
    files: world.files,
    readText: world.readText,
    writeText: world.writeText,
  };
  await importLog(other, 'one.jsonl', target);
  await exportLog(other, { ...target, game, out: 'two.jsonl' });
  assert.equal(world.files.get('two.jsonl'), world.files.get('one.jsonl'));
  assert.deepEqual(idsOf(world.files.get('one.jsonl')), await importedIds());
});

test('a feed that has changed since sends what changed', async () => {
  const server = fakeServer();
  const world = fakeWorld(server.fetch);
  await replay(world, { ...feed, speed: Number.POSITIVE_INFINITY });
  const before = server.log.length;
  world.files.set(
    'plays.json',
    (world.files.get('plays.json') ?? '').replace('"assistPersonId":12', '"assistPersonId":13'),
  );
  await replay(world, { ...feed, speed: Number.POSITIVE_INFINITY });
  assert.deepEqual(
    server.log.slice(before).map(({ type }) => type),
    ['game-reopened', 'play-amended', 'game-finalized'],
  );
});

test('importing again changes nothing', async () => {
  const server = fakeServer();
  const world = fakeWorld(server.fetch);
  await importLog(world, undefined, { ...feedOptions, ...target });
  await importLog(world, undefined, { ...feedOptions, ...target });
  assert.match(world.notes.at(-1) ?? '', /: 0 new, 0 held/);
  assert.equal(server.log.length, (await importedIds()).length);
});

test('an unknown game is told, and no file is written', async () => {
  const world = fakeWorld(fakeServer().fetch);
  const game = '016f5e66-e800-7000-8000-000000000000';
  await assert.rejects(exportLog(world, { ...target, game, out: 'x.jsonl' }), /there is no game/);
  await assert.rejects(exportLog(world, { ...target, game: '22', out: 'x.jsonl' }), /expected the id of a game/);
  assert.ok(!world.files.has('x.jsonl'));
});

test('an address without http is told at once, not tried again', async () => {
  const world = fakeWorld();
  await assert.rejects(
    replay(world, { ...feed, api: 'localhost:3000' }),
    /^Error: --api localhost:3000: expected an address/,
  );
  assert.deepEqual(world.slept, []);
});

test('a refused event stops the command and is named', async () => {
  const server = fakeServer();
  const refusing: typeof server.fetch = async (url, request) => {
    const response = await server.fetch(url, request);
    if (request.method !== 'POST') return response;
    const body = (await response.json()) as { answers: Record<string, unknown>[] };
    const answers = body.answers.map(({ id }) => ({ id, outcome: 'rejected', seq: null, code: 'malformed' }));
    return new Response(JSON.stringify({ ...body, answers }), { status: 200 });
  };
  await assert.rejects(replay(fakeWorld(refusing), feed), /the server refuses event 1 \(game-set-up\): malformed/);
});
