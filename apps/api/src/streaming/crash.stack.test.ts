import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Appended, EventAnswer } from '@bball/contracts';
import { canonicalJson, foldLog, type GameEvent, type GameId, type LoggedEvent, resultHash } from '@bball/engine';
import { type Random, randomFrom } from '@bball/engine/testing';
import { snapshotFor } from '@bball/sync';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { ask } from '../../testing/http.ts';
import { anEvent, insertGame, type SimulatedGame, sealed, simulated } from '../../testing/log-fixtures.ts';
import { makeCoach, signedIn } from '../../testing/people.ts';
import { freePort, type ServerProcess, serverProcess } from '../../testing/server-process.ts';
import { type TestViewer, watchGame } from '../../testing/viewer.ts';
import { accountRules } from '../config/accounts.ts';
import { openCredentials } from '../credentials/index.ts';

const seeds = ['the lid is closed', 'the plug is pulled', 'out of memory'];
const killsPerSeed = 3;

/** Sends its events as a phone does: a prefix of what is pending, again and again until it is answered. */
const makePhone = (url: string, token: string, events: readonly GameEvent[], random: Random) => {
  const acked = new Map<string, number>();
  const pending = [...events];
  let isOn = true;

  const send = async (): Promise<void> => {
    const prefix = pending.slice(0, random.between(1, 12));
    const path = `/v1/games/${prefix[0]!.gameId}/events`;
    const request = ask<Appended>(url, path, { token, body: { contractVersion: 1, events: prefix } });
    const answers = await request.then(
      ({ status, body }) => (status === 200 ? body.answers : null),
      () => null,
    );
    if (answers === null) await new Promise((again) => setTimeout(again, 30));
    else for (const answer of answers) take(answer);
  };
  const take = (answer: EventAnswer): void => {
    assert.ok(answer.outcome === 'accepted' || answer.outcome === 'repeated', answer.outcome);
    const known = acked.get(answer.id);
    assert.ok(known === undefined || known === answer.seq, 'I-1: a seq that was answered never changes');
    acked.set(answer.id, answer.seq);
    if (pending[0]?.id === answer.id) pending.shift();
  };
  const loop = async (): Promise<void> => {
    while (isOn && pending.length > 0) {
      // Now and then the same twice at once: a request that was believed lost.
      if (random.isChance(0.1)) await Promise.all([send(), send()]);
      else await send();
    }
  };
  const running = loop();
  return {
    acked,
    done: () => running,
    isDone: () => pending.length === 0,
    stop: () => {
      isOn = false;
    },
  };
};

/** A second scorer who takes plays of the first back and restores some. */
const corrections = (game: SimulatedGame, random: Random): readonly GameEvent[] =>
  Array.from({ length: 60 }, (_, index) => {
    const { id } = random.pick(game.events.filter((event) => 'place' in event));
    const type = random.pick(['play-voided', 'play-restored']);
    return anEvent(game.gameId, 'second scorer', index + 1, { type, playId: id });
  });

describe('P1, P2: the server is killed at any moment', () => {
  let database: TestDatabase;
  let folder: string;
  let server: ServerProcess;
  let url: string;
  let token: string;
  let coachId: string;

  before(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'bball-crash-'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const world = { nowMs: () => Date.now(), randomBytes: (count: number) => randomBytes(count) };
    const credentials = await openCredentials({ dataFolder: folder, accounts: accountRules }, world);
    const parts = { credentials, ...world } as unknown as Parameters<typeof signedIn>[0]['parts'];
    ({ token, userId: coachId } = await signedIn({ parts, database }));
    server = serverProcess({
      PORT: String(port),
      METRICS_PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      DEMO: 'off',
      LOG_LEVEL: 'silent',
    });
  });
  const viewers: TestViewer[] = [];
  afterEach(async () => {
    for (const viewer of viewers.splice(0)) viewer.close();
    await server.kill();
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const checkLog = async (game: SimulatedGame, acked: ReadonlyMap<string, number>): Promise<readonly LoggedEvent[]> => {
    const { rows } = await database.pool.query<{ seq: number; id: string; body: GameEvent; hash: string }>(
      `select seq, id, body, encode(body_hash, 'hex') as hash from game_events where game_id = $1 order by seq`,
      [game.gameId],
    );
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      rows.map((_, index) => index + 1),
      'I-2: no gap',
    );
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'I-3: no doubles');
    assert.equal(rows.length, acked.size, 'acked = stored');
    for (const { id, seq, body, hash } of rows) {
      assert.equal(acked.get(id), seq, 'I-1: stored where it was answered');
      assert.equal(sealed(body, game.gameId).bodyHash, hash, 'I-1: with its bytes');
    }
    return rows.map(({ seq, body }) => ({ ...body, seq }) as LoggedEvent);
  };

  for (const seed of seeds) {
    test(`${seed}: what was answered is stored once and folded, and every viewer holds it`, async () => {
      const random = randomFrom(seed);
      const games = ['first', 'second'].map((name) => simulated(`${seed} ${name}`));
      for (const game of games) {
        await insertGame(database.pool, game.gameId, game.teamIds);
        await makeCoach({ database }, coachId, game.teamIds[0]);
      }
      await server.start();
      viewers.push(...games.map((game) => watchGame(url, game.gameId)));
      const phones = games.map((game) => {
        const plays = game.events.filter(({ type }) => type !== 'game-finalized');
        return [
          makePhone(url, token, plays, random),
          makePhone(url, token, corrections(game, random), random),
        ] as const;
      });
      for (let kill = 0; kill < killsPerSeed; kill++) {
        await new Promise((moment) => setTimeout(moment, random.between(50, 700)));
        await server.kill();
        await server.start();
      }
      await Promise.all(phones.flat().map((phone) => phone.done()));

      for (const [index, game] of games.entries()) {
        const acked = new Map(phones[index]!.flatMap((phone) => [...phone.acked]));
        const log = await checkLog(game, acked);
        const expected = foldLog(game.gameId as GameId, log);
        await eventually(async () => {
          const { rows } = await database.pool.query('select revision, hash from game_results where game_id = $1', [
            game.gameId,
          ]);
          assert.deepEqual(rows, [{ revision: log.length, hash: resultHash(expected) }], 'I-17: stored = folded');
        }, 20_000);
        const { stints, ...snapshot } = expected;
        const shown = viewers[index]!;
        await eventually(() => assert.equal(shown.snapshot()?.revision, log.length, shown.viewer().phase), 20_000);
        assert.ok(canonicalJson(shown.snapshot()) === canonicalJson(snapshotFor('everyone', snapshot)), 'I-19');
      }
      const { rows } = await database.pool.query('select count(*)::int as left_over from outbox');
      assert.deepEqual(rows, [{ left_over: 0 }]);
    });
  }
});
