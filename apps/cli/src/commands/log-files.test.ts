/** Feeds to log files, and what logs fold to. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fakeWorld, feedOptions } from '../../testing/fake-world.ts';
import { fold } from './fold.ts';
import { importLog } from './import.ts';
import { verify } from './verify.ts';

const imported = async () => {
  const world = fakeWorld();
  await importLog(world, undefined, { ...feedOptions, out: 'game.jsonl' });
  return world;
};

const linesOf = (text: string | undefined) => (text ?? '').trim().split('\n');

test('a feed becomes a log, one event a line with its seq, and the same log each time', async () => {
  const [one, two] = [await imported(), await imported()];
  const lines = linesOf(one.files.get('game.jsonl'));
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).seq),
    lines.map((_, index) => index + 1),
  );
  assert.equal(one.files.get('game.jsonl'), two.files.get('game.jsonl'));
});

test('P2: the order of the lines and repeats of them change no byte of what a log folds to', async () => {
  const world = await imported();
  const lines = linesOf(world.files.get('game.jsonl'));
  world.files.set('mixed.jsonl', [...lines].reverse().concat(lines.slice(3, 9)).join('\n'));
  await fold(world, 'game.jsonl', {});
  await fold(world, 'mixed.jsonl', {});
  await fold(world, 'game.jsonl', { hash: true });
  const [whole, mixed, hash] = world.printed;
  assert.equal(whole, mixed);
  assert.equal(
    hash,
    createHash('sha256')
      .update(whole ?? '')
      .digest('hex'),
  );
});

test('a log read and written again is the same file', async () => {
  const world = await imported();
  await importLog(world, 'game.jsonl', { out: 'again.jsonl' });
  assert.equal(world.files.get('again.jsonl'), world.files.get('game.jsonl'));
});

test('a feed read again goes on the log of its earlier reading', async () => {
  const world = await imported();
  world.files.set(
    'plays.json',
    (world.files.get('plays.json') ?? '').replace('"assistPersonId":12', '"assistPersonId":13'),
  );
  await importLog(world, undefined, { ...feedOptions, earlier: 'game.jsonl', out: 'longer.jsonl' });
  const [before, after] = ['game.jsonl', 'longer.jsonl'].map((path) => world.files.get(path) ?? '');
  assert.ok(after?.startsWith(before ?? ''));
  assert.deepEqual(
    linesOf(after?.slice(before?.length)).map((line) => JSON.parse(line).type),
    ['game-reopened', 'play-amended', 'game-finalized'],
  );
});

test('a log that adds up is said to', async () => {
  const world = await imported();
  await verify(world, 'game.jsonl');
  assert.match(world.printed.join('\n'), /5–2, final; 1\d events[\s\S]*Everything adds up/);
});

test('a hole in the log does not add up, and names the first missing seq', async () => {
  const world = await imported();
  const lines = linesOf(world.files.get('game.jsonl'));
  world.files.set('hole.jsonl', lines.toSpliced(4, 1).join('\n'));
  await assert.rejects(verify(world, 'hole.jsonl'), /1 thing does not add up/);
  assert.match(world.printed.join('\n'), /1 of seq 1 to \d+ are missing, the first is 5/);
});

test('doubts are listed with their place and player', async () => {
  const world = await imported();
  const lines = linesOf(world.files.get('game.jsonl')).filter((line) => !line.includes('"substitution-made"'));
  world.files.set('doubt.jsonl', lines.join('\n'));
  await assert.rejects(verify(world, 'doubt.jsonl'));
  assert.match(world.printed.join('\n'), /doubtful {2}not-on-court +period 1 5:00 +\w+ +#6/);
});

test('an import says what it needs', async () => {
  const world = await imported();
  await assert.rejects(importLog(world, undefined, {}), /name a log .* or a feed/);
  await assert.rejects(importLog(world, 'game.jsonl', {}), /say where to/);
  await assert.rejects(importLog(world, 'game.jsonl', { api: 'http://localhost' }), /needs --token/);
  await assert.rejects(importLog(world, 'game.jsonl', { ...feedOptions, out: 'x' }), /not both/);
});
