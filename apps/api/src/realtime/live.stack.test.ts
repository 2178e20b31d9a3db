import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { fromServer, type LogGrew, type Pulse, type Watching } from '@bball/contracts';
import { canonicalJson, foldLog, type GameEvent, type GameId, type LoggedEvent, type Snapshot } from '@bball/engine';
import { absorb, checksumOf, snapshotFor } from '@bball/sync';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { ask } from '../../testing/http.ts';
import { insertGame, type SimulatedGame, simulated } from '../../testing/log-fixtures.ts';
import { endCoach, makeCoach, type Person, signedIn } from '../../testing/people.ts';
import { connect, type LiveSocket, type TestViewer, watchGame } from '../../testing/viewer.ts';

const staffFold = (game: SimulatedGame, upTo: number): Snapshot => {
  const { stints, ...snapshot } = foldLog(game.gameId as GameId, game.log.slice(0, upTo) as readonly LoggedEvent[]);
  return snapshot;
};

describe('the live view', () => {
  let api: TestApi;
  let coach: Person;
  const viewers: { readonly close: () => void }[] = [];

  before(async () => {
    api = await startTestApi();
    coach = await signedIn(api);
  });
  afterEach(() => {
    for (const viewer of viewers.splice(0)) viewer.close();
  });
  after(() => api.stop());

  const newGame = async (seed: string): Promise<SimulatedGame> => {
    const game = simulated(seed);
    await insertGame(api.database.pool, game.gameId, game.teamIds);
    await makeCoach(api, coach.userId, game.teamIds[0]);
    return game;
  };
  const send = async (game: SimulatedGame, from: number, to: number): Promise<void> => {
    const body = { contractVersion: 1, events: game.events.slice(from, to) };
    assert.equal((await ask(api.url, `/v1/games/${game.gameId}/events`, { token: coach.token, body })).status, 200);
  };
  const view = (game: SimulatedGame, token?: string): TestViewer => {
    const viewer = watchGame(api.url, game.gameId, token);
    viewers.push(viewer);
    return viewer;
  };
  const plain = async (token?: string): Promise<LiveSocket> => {
    const socket = connect(api.url, token);
    viewers.push({ close: () => socket.disconnect() });
    await new Promise<void>((done, failed) => {
      socket.once('connect', () => done());
      socket.once('connect_error', failed);
    });
    return socket;
  };
  const next = <Message>(socket: LiveSocket, name: string): Promise<Message> =>
    new Promise((done, failed) => {
      const deadline = setTimeout(() => failed(new Error(`no ${name} came`)), 20_000);
      (socket as { once: (name: string, heard: (message: Message) => void) => void }).once(name, (message) => {
        clearTimeout(deadline);
        done(message);
      });
    });
  const watch = (
    socket: LiveSocket,
    gameId: string,
    revision = 0,
    engineVersion = 0,
  ): Promise<Watching & { code?: string }> =>
    socket
      .timeout(5000)
      .emitWithAck('watch', { gameId: gameId as GameId, revision, engineVersion }) as Promise<Watching>;

  /** Asks over the socket until it holds, no more often than a socket may. */
  const asking = (fact: () => Promise<void>): Promise<void> => eventually(fact, 20_000, 150);

  /** A role that was just given may be heard of a moment after the first look. */
  const watchAs = (socket: LiveSocket, gameId: string, audience: Watching['audience']): Promise<void> =>
    asking(async () => assert.equal((await watch(socket, gameId)).audience, audience));

  test('L-1, I-19: who watches from before the first play holds the fold of the log after each, everyone without flags', async () => {
    const game = await newGame('from the start');
    const [everyone, staff] = [view(game), view(game, coach.token)];
    await eventually(() => assert.ok(everyone.viewer().phase === 'live' && staff.viewer().phase === 'live'));
    assert.equal(everyone.snapshot(), null, 'nothing is there yet, and it is said');
    for (let from = 0; from < 60; from += 3) await send(game, from, from + 3);
    const expected = staffFold(game, 60);
    await eventually(() => assert.equal(canonicalJson(staff.snapshot()), canonicalJson(expected)));
    await eventually(() =>
      assert.equal(canonicalJson(everyone.snapshot()), canonicalJson(snapshotFor('everyone', expected))),
    );
    assert.deepEqual([everyone.viewer().audience, staff.viewer().audience], ['everyone', 'staff']);
  });

  test('L-4: who comes back a little later gets deltas that join, who was away for long or comes anew a snapshot', async () => {
    const game = await newGame('coming back');
    await send(game, 0, 40);
    const socket = await plain();
    let first: Watching | null = null;
    await asking(async () => {
      first = await watch(socket, game.gameId);
      assert.equal(first.snapshot?.revision, 40);
    });
    const { engineVersion } = first!.snapshot!;
    await send(game, 40, 45);
    await send(game, 45, 50);
    await asking(async () => {
      const again = await watch(socket, game.gameId, 40, engineVersion);
      assert.ok((again.deltas?.length ?? 0) > 0);
      let { state } = absorb(null, first!.snapshot! as never);
      for (const delta of again.deltas!) ({ state } = absorb(state, delta as never));
      assert.equal(canonicalJson(state), canonicalJson(snapshotFor('everyone', staffFold(game, 50))));
    });
    assert.deepEqual((await watch(socket, game.gameId, 50, engineVersion)).deltas, []);
    assert.equal((await watch(socket, game.gameId, 40, engineVersion + 1)).snapshot?.revision, 50, 'another engine');
    assert.equal((await watch(socket, game.gameId, 99, engineVersion)).snapshot?.revision, 50, 'ahead of the server');
    const fresh = await plain();
    assert.equal((await watch(fresh, game.gameId)).snapshot?.revision, 50);
    assert.equal((await watch(fresh, game.gameId)).headSeq, 50);
  });

  test('L-9, PD-15: a pulse tells where the game stands, with the checksum of what this audience holds', async () => {
    const game = await newGame('pulse');
    await send(game, 0, 30);
    const [everyone, staff] = [await plain(), await plain(coach.token)];
    const pulses = [next<Pulse>(everyone, 'pulse'), next<Pulse>(staff, 'pulse')];
    await watchAs(everyone, game.gameId, 'everyone');
    await watchAs(staff, game.gameId, 'staff');
    const [plainPulse, staffPulse] = (await Promise.all(pulses)) as [Pulse, Pulse];
    const expected = staffFold(game, 30);
    assert.deepEqual([plainPulse.revision, plainPulse.headSeq], [30, 30]);
    assert.equal(plainPulse.checksum, checksumOf(snapshotFor('everyone', expected)));
    assert.equal(staffPulse.checksum, checksumOf(expected));
  });

  test('P4, L-2: a viewer that lost a delta asks and holds the newest state again', async () => {
    const game = await newGame('lost delta');
    await send(game, 0, 20);
    const viewer = view(game);
    await eventually(() => assert.equal(viewer.snapshot()?.revision, 20));
    const listeners = viewer.socket.listeners('delta');
    viewer.socket.off('delta');
    const lost = next(viewer.socket, 'delta');
    await send(game, 20, 22);
    await lost;
    for (const listener of listeners) viewer.socket.on('delta', listener as never);
    await send(game, 22, 25);
    await eventually(() =>
      assert.equal(canonicalJson(viewer.snapshot()), canonicalJson(snapshotFor('everyone', staffFold(game, 25)))),
    );
  });

  test('A-12: pads get the log as it grows, viewers do not', async () => {
    const game = await newGame('pads');
    const [pad, viewer] = [await plain(coach.token), view(game)];
    await watchAs(pad, game.gameId, 'staff');
    const grown: LogGrew[] = [];
    pad.on('log-grew', (message) => grown.push(message));
    await send(game, 0, 5);
    await send(game, 5, 8);
    await eventually(() => assert.equal(grown.at(-1)?.headSeq, 8));
    assert.deepEqual(
      grown.flatMap(({ events }) => events.map(({ seq, ...event }) => event)),
      game.events.slice(0, 8),
    );
    await eventually(() => assert.equal(viewer.snapshot()?.revision, 8));
    assert.ok(!viewer.frames.some((frame) => frame.startsWith('log-grew')));
  });

  test('the clock of a pad reaches everyone and presence only staff; a viewer can say neither', async () => {
    const game = await newGame('clock');
    const [pad, staff, viewer] = [await plain(coach.token), await plain(coach.token), await plain()];
    for (const socket of [pad, staff]) await watchAs(socket, game.gameId, 'staff');
    await watchAs(viewer, game.gameId, 'everyone');
    const heard: string[] = [];
    viewer.onAny((name: string) => heard.push(name));
    const clocks = [
      next<{ clockMs: number; serverAt: string }>(staff, 'clock'),
      next<{ clockMs: number }>(viewer, 'clock'),
    ];
    const seen = next<{ scorers: { pendingCount: number }[] }>(staff, 'presence');
    const gameId = game.gameId as GameId;
    viewer.emit('clock', { gameId, period: 9, clockMs: 1, isRunning: true });
    pad.emit('presence', { gameId, deviceId: game.events[0]!.deviceId, role: 'scorer', pendingCount: 3 });
    pad.emit('clock', { gameId, period: 2, clockMs: 431_500, isRunning: true });
    for (const clock of await Promise.all(clocks)) assert.equal(clock.clockMs, 431_500);
    assert.deepEqual(
      (await seen).scorers.map(({ pendingCount }) => pendingCount),
      [3],
    );
    assert.ok(!heard.includes('presence'));
    const gone = next<{ scorers: unknown[] }>(staff, 'presence');
    pad.disconnect();
    assert.deepEqual((await gone).scorers, [], 'a pad that left is gone');
  });

  test('L-12: who loses a role is told within five seconds and starts anew as everyone', async () => {
    const game = await newGame('rights');
    const leaving = await signedIn(api);
    await makeCoach(api, leaving.userId, game.teamIds[0]);
    await send(game, 0, 10);
    const viewer = view(game, leaving.token);
    await eventually(() => assert.equal(viewer.viewer().audience, 'staff'));
    await endCoach(api, leaving.userId);
    await eventually(() => assert.ok(viewer.frames.some((frame) => frame.includes('access-changed'))), 5_000);
    await eventually(() => assert.equal(viewer.viewer().audience, 'everyone'));
    await eventually(() => assert.equal(viewer.snapshot()?.revision, 10));
  });

  test('a game that is not seen is refused, and a watch that makes no sense is answered too', async () => {
    const game = await newGame('private');
    await api.database.pool.query("update games set visibility = 'private' where id = $1", [game.gameId]);
    const [stranger, host] = [await plain(), await plain(coach.token)];
    assert.equal((await watch(stranger, game.gameId)).code, 'game-not-found');
    await watchAs(host, game.gameId, 'staff');
    assert.equal((await watch(stranger, 'nonsense')).code, 'message-malformed');
  });

  test('a bad token and a foreign page do not come in; a page of ours and an app do', async () => {
    await assert.rejects(plain('not.a.token'), /token-invalid/);
    const handshake = (origin?: string) =>
      fetch(
        `${api.url}/socket.io/?EIO=4&transport=polling`,
        origin === undefined ? {} : { headers: { Origin: origin } },
      );
    assert.equal((await handshake()).status, 200);
    assert.equal((await handshake(api.url)).status, 200);
    assert.equal((await handshake('https://elsewhere.example')).status, 403);
    assert.equal((await handshake('null')).status, 403);
    assert.equal((await handshake()).headers.get('set-cookie'), null);
  });

  test('L-13: a viewer hears that the card of its game grew', async () => {
    const game = await newGame('card');
    const socket = await plain();
    const { cardVersion } = await watch(socket, game.gameId);
    const changed = next<{ cardVersion: number }>(socket, 'card-changed');
    await api.database.pool.query("update teams set name = 'Another name' where id = $1", [game.teamIds[1]]);
    assert.ok((await changed).cardVersion > cardVersion);
    assert.ok((await watch(socket, game.gameId)).cardVersion > cardVersion);
  });

  /** Everybody of the game has a name, in the tables of people. */
  const giveNames = async (game: SimulatedGame): Promise<void> => {
    for (const teamId of game.teamIds) {
      await api.database.pool.query("update teams set name = 'Canaries of ' || short_name where id = $1", [teamId]);
    }
    const setUp = game.events[0] as Extract<GameEvent, { type: 'game-set-up' }>;
    for (const { teamId, roster } of [setUp.home, setUp.away]) {
      for (const { playerId, number } of roster) {
        await api.database.pool.query(
          `with person as (
             insert into persons (id, given_name, family_name, public_display, team_display, created_at, updated_at)
             values (gen_random_uuid(), 'Canaria', 'Canarias', 'full', 'full', now(), now()) returning id)
           insert into roster_spots (id, team_id, person_id, number, since) select $1, $2, id, $3, now() from person`,
          [playerId, teamId, number],
        );
      }
    }
  };

  test('P7: every message has the form of its contract, and none of them nor any log line holds a name', async () => {
    const game = await newGame('contract');
    await giveNames(game);
    const [staff, everyone, pad] = [view(game, coach.token), view(game), await plain(coach.token)];
    const padFrames: string[] = [];
    pad.onAny((name: string, said: unknown) => padFrames.push(`${name} ${JSON.stringify(said)}`));
    await watchAs(pad, game.gameId, 'staff');
    pad.emit('presence', {
      gameId: game.gameId as GameId,
      deviceId: game.events[0]!.deviceId,
      role: 'scorer',
      pendingCount: 0,
    });
    await send(game, 0, 80);
    await eventually(() => assert.equal(staff.snapshot()?.revision, 80));
    await eventually(() => assert.equal(everyone.snapshot()?.revision, 80));
    await eventually(() => assert.ok(padFrames.some((frame) => frame.startsWith('log-grew'))));
    const { body: card } = await ask(api.url, `/v1/games/${game.gameId}/card`, { token: coach.token });
    assert.match(JSON.stringify(card), /Canari/, 'the names are there, for the card');
    for (const frame of [...staff.frames, ...everyone.frames, ...padFrames]) {
      assert.doesNotMatch(frame, /Canari/);
      const name = frame.slice(0, frame.indexOf(' ')) as keyof typeof fromServer;
      const parsed = fromServer[name].safeParse(JSON.parse(frame.slice(frame.indexOf(' ') + 1)));
      assert.ok(parsed.success, `${name}: ${parsed.error?.message}`);
    }
    assert.doesNotMatch(api.logLines.join('\n'), /Canari/);
  });
});
