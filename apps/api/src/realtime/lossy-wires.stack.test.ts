import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { LogPage } from '@bball/contracts';
import {
  append,
  canonicalJson,
  type DeviceId,
  foldLog,
  type GameId,
  type LoggedEvent,
  openGame,
  snapshot,
} from '@bball/engine';
import { randomFrom } from '@bball/engine/testing';
import { countsOf, snapshotFor, viewOf } from '@bball/sync';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { ask } from '../../testing/http.ts';
import { idOf, insertGame, simulated } from '../../testing/log-fixtures.ts';
import { type LossyProxy, startLossyProxy } from '../../testing/lossy-proxy.ts';
import { makeCoach, type Person, signedIn } from '../../testing/people.ts';
import { makeScorer } from '../../testing/scorer.ts';
import { watchGame } from '../../testing/viewer.ts';

const seed = 'lossy wires';

describe('scorers and viewers over wires that lose, double and cut', { timeout: 150_000 }, () => {
  const random = randomFrom(seed);
  let api: TestApi;
  let coach: Person;
  let wires: LossyProxy;

  before(async () => {
    api = await startTestApi({ logLevel: 'warn' });
    coach = await signedIn(api);
    wires = await startLossyProxy(api.url, random);
  });
  after(async () => {
    await wires.close();
    await api.stop();
  });

  test(`S-4, S-5, A-4, I-1, I-7, I-21: three scorers and four viewers end at the fold of one log (${seed})`, async () => {
    const game = simulated(seed);
    const gameId = game.gameId as GameId;
    await insertGame(api.database.pool, gameId, game.teamIds);
    await makeCoach(api, coach.userId, game.teamIds[0]);
    const scorers = [0, 1, 2].map((n) =>
      makeScorer({
        url: wires.url,
        token: coach.token,
        gameId,
        deviceId: idOf('lossy device', n) as DeviceId,
        chance: random.next,
      }),
    );
    const viewers = [coach.token, coach.token, undefined, undefined].map((token) =>
      watchGame(wires.url, gameId, token),
    );
    const events = game.events.filter(({ type }) => type !== 'game-finalized').slice(0, 300);

    try {
      for (const [index, event] of events.entries()) {
        scorers[index === 0 ? 0 : random.between(0, 2)]?.key(event);
        // One beat of the event loop: a second of a game that is played in no time.
        await new Promise((beat) => setTimeout(beat, 2));
        if (index % 20 === 0) for (const scorer of scorers) scorer.refresh();
      }
      const { lost, doubled, cut } = wires.counts;
      assert.ok(lost > 0 && doubled > 0 && cut > 0, `the wires were bad: ${JSON.stringify(wires.counts)}`);
      wires.calm();

      await eventually(() => {
        for (const scorer of scorers) assert.equal(countsOf(scorer.log()).pending, 0);
      }, 40_000);
      const { body } = await ask<LogPage>(api.url, `/v1/games/${gameId}/events?limit=1000`, { token: coach.token });
      const log = body.events as readonly LoggedEvent[];
      assert.deepEqual(log.map(({ id }) => id).sort(), events.map(({ id }) => id).sort(), 'each event once, none lost');
      const { stints: _, ...expected } = foldLog(gameId, log);

      await eventually(() => {
        for (const [index, viewer] of viewers.entries()) {
          const right = index < 2 ? expected : snapshotFor('everyone', expected);
          assert.equal(canonicalJson(viewer.snapshot()), canonicalJson(right));
        }
      }, 20_000);
      await eventually(() => {
        for (const scorer of scorers) {
          scorer.refresh();
          const mine = openGame(gameId);
          append(mine, viewOf(scorer.log()));
          assert.equal(canonicalJson(snapshot(mine)), canonicalJson(expected));
        }
      }, 20_000);
    } finally {
      for (const one of [...scorers, ...viewers]) one.close();
    }
  });
});
