import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GameId } from '@bball/engine';
import {
  append,
  type Delta,
  type EventId,
  type GameEvent,
  type LoggedEvent,
  openGame,
  type Snapshot,
  snapshot,
  takeDelta,
} from '@bball/engine';
import { inventTeam, type Random, randomFrom, simulateGame, uuidAt } from '@bball/engine/testing';
import { absorb, coalesce } from '../src/merge.ts';
import { fingerprint } from '../testing/model/fingerprint.ts';

const gameId = uuidAt<GameId>(1_795_000_000_000, randomFrom('engine deltas'));

type Shot = Extract<GameEvent, { type: 'field-goal-attempted' }>;

/** A correction of a play that stands in the log: void, restore, another doer and back, another place. */
const correctionOf = (shot: Shot, random: Random): object => {
  const amendment = (changes: object) => ({ type: 'play-amended', playId: shot.id, playType: shot.type, changes });
  return random.pick([
    { type: 'play-voided', playId: shot.id },
    { type: 'play-restored', playId: shot.id },
    amendment({ teamId: shot.teamId, by: null }),
    amendment({ teamId: shot.teamId, by: shot.by }),
    amendment({ made: !shot.made }),
    amendment({ made: shot.made }),
    amendment({ period: shot.place.period, rank: `${shot.place.rank}5` }),
  ]);
};

/** A simulated game, part of it, with corrections in between, numbered as they came. */
const correctedLog = (seed: number, random: Random): readonly LoggedEvent[] => {
  const [home, away] = [inventTeam(`${seed} home`), inventTeam(`${seed} away`)];
  const game = simulateGame({ seed, ruleSet: 'fiba-2024', home, away, gameId });
  const log: LoggedEvent[] = [];
  const shots: Shot[] = [];
  for (const event of game.slice(0, 70)) {
    log.push({ ...event, seq: log.length + 1 });
    if (event.type === 'field-goal-attempted') shots.push(event);
    if (shots.length === 0 || !random.isChance(0.4)) continue;
    const { recordedBy, deviceId, recordedAt } = event;
    const envelope = {
      id: uuidAt<EventId>(1_795_000_000_000 + log.length, random),
      gameId,
      schemaVersion: 1,
      recordedBy,
      recordedAt,
      deviceId,
    };
    const correction = {
      ...envelope,
      deviceSeq: 1_000 + log.length,
      afterSeq: log.length,
      // Often the one just made: both may come in one batch.
      ...correctionOf(random.isChance(0.5) ? (shots.at(-1) as Shot) : random.pick(shots), random),
    };
    log.push({ ...correction, seq: log.length + 1 } as unknown as LoggedEvent);
  }
  return log;
};

/** The state at each revision, by a fold that takes one event at a time; index 0: none. */
const statesOf = (log: readonly LoggedEvent[]): readonly (Snapshot | null)[] => {
  const game = openGame(gameId);
  return [
    null,
    ...log.map((event) => {
      append(game, [event]);
      return snapshot(game);
    }),
  ];
};

/** Deltas of another fold of the same log, taken now and then. */
const deltasOf = (log: readonly LoggedEvent[], random: Random): readonly Delta[] => {
  const game = openGame(gameId);
  const deltas: Delta[] = [];
  for (let from = 0; from < log.length; ) {
    const upTo = Math.min(log.length, from + random.between(1, 12));
    if (random.isChance(0.5)) append(game, log.slice(from, upTo));
    else for (const event of log.slice(from, upTo)) append(game, [event]);
    from = upTo;
    const delta = takeDelta(game);
    assert.ok(delta !== null);
    deltas.push(delta);
  }
  return deltas;
};

test('I-18: a delta (a, b] of the engine, over corrections, gives the state b from every state between a and b', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const random = randomFrom(`engine deltas ${seed}`);
    const log = correctedLog(seed, random);
    const states = statesOf(log);
    const texts = states.map((state) => (state === null ? '' : fingerprint(state)));
    for (const delta of deltasOf(log, random)) {
      for (let revision = delta.previousRevision; revision < delta.revision; revision++) {
        const { outcome, state } = absorb(states[revision] ?? null, delta);
        assert.equal(outcome, 'applied');
        assert.equal(
          fingerprint(state as Snapshot),
          texts[delta.revision],
          `seed ${seed}, ${revision} and (${delta.previousRevision}, ${delta.revision}]`,
        );
      }
    }
  }
});

test('I-18: the deltas of the engine coalesce, from any of them on, into what leads to the last state', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const random = randomFrom(`engine deltas ${seed}`);
    const log = correctedLog(seed, random);
    const states = statesOf(log);
    const deltas = deltasOf(log, random);
    for (let first = 0; first < deltas.length; first += 3) {
      const one = coalesce(deltas.slice(first)) as Delta;
      const { state } = absorb(states[one.previousRevision] ?? null, one);
      assert.deepEqual(state, states.at(-1));
    }
  }
});

test('I-18: a play that is made and taken back in one batch leaves nothing on a screen that saw it', () => {
  const game = simulateGame({ seed: 'made and taken back', ruleSet: 'fiba-2024', gameId });
  for (let at = 20; at < game.length; at += 11) {
    const [before, made] = [game.slice(0, at), game[at] as LoggedEvent];
    const id = uuidAt<EventId>(1_795_000_000_000 + at, randomFrom(`voided ${at}`));
    const { recordedBy, recordedAt, deviceId, schemaVersion, deviceSeq } = made;
    const envelope = {
      id,
      gameId,
      schemaVersion,
      recordedBy,
      recordedAt,
      deviceId,
      deviceSeq: deviceSeq + 1,
      afterSeq: at,
    };
    const voided = { ...envelope, type: 'play-voided', playId: made.id, seq: at + 2 } as unknown as LoggedEvent;
    const middle = statesOf([...before, made])[at + 1] as Snapshot;
    const fold = openGame(gameId);
    append(fold, before);
    takeDelta(fold);
    append(fold, [made, voided]);
    const { outcome, state } = absorb(middle, takeDelta(fold) as Delta);
    assert.deepEqual([outcome, state], ['applied', snapshot(fold)], `${made.type} at ${at}`);
  }
});
