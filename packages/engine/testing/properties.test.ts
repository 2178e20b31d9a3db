/** Promises that hold for every log: believable games and senseless ones. Shrunk counter-examples go to regressions/. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc, { type Arbitrary } from 'fast-check';
import { append } from '../src/append.ts';
import { canonicalJson, checksum53 } from '../src/canonical.ts';
import { reconcile } from '../src/checks/reconcile.ts';
import type { LoggedEvent } from '../src/events/index.ts';
import type { PlayerId, TeamId } from '../src/game/ids.ts';
import { openGame } from '../src/game-fold.ts';
import { playsBehind } from '../src/plays-behind.ts';
import { ruleSet } from '../src/rules/index.ts';
import { ruleSetIds } from '../src/rules/rule-set.ts';
import { foldLog, result, snapshot, takeDelta } from '../src/snapshot.ts';
import { type StatKey, statKeys } from '../src/stats/columns.ts';
import { flow } from '../src/stats/flow.ts';
import { lineups } from '../src/stats/lineups.ts';
import { playByPlay } from '../src/stats/play-by-play.ts';
import { sidePlayedMsAt } from '../src/stats/played-time.ts';
import type { Delta, FoldedPlay, GameResult, Snapshot } from '../src/stats/result.ts';
import { runs } from '../src/stats/runs.ts';
import { shotChart } from '../src/stats/shot-chart.ts';
import { anyGame, anyGameId, anyLog, arrivalsOf } from './arbitraries/any-log.ts';
import { withDoubles, withMistakes } from './mistakes.ts';

const regressions = join(import.meta.dirname, 'regressions');
const seed = 20_260_124;
const someGame = fc.constantFrom(...ruleSetIds).chain((id) => anyGame(id));

type Holds = (log: readonly LoggedEvent[]) => void;

const foldOf = (events: readonly LoggedEvent[]): GameResult => foldLog(events[0]?.gameId ?? anyGameId, events);
const bytesOf = (events: readonly LoggedEvent[]): string => canonicalJson(foldOf(events));

/** Checks a promise over generated logs and over every log that once broke it. A new culprit is kept. */
const promise = (title: string, logs: Arbitrary<readonly LoggedEvent[]>, holds: Holds, runsOf = 80): void => {
  test(title, () => {
    const rule = title.slice(0, title.indexOf(':'));
    const kept = existsSync(regressions) ? readdirSync(regressions).filter((name) => name.startsWith(`${rule}-`)) : [];
    for (const name of kept) holds(JSON.parse(readFileSync(join(regressions, name), 'utf8')) as readonly LoggedEvent[]);
    const { failed, counterexample, errorInstance } = fc.check(fc.property(logs, holds), { seed, numRuns: runsOf });
    if (!failed) return;
    const log = counterexample?.[0] ?? [];
    const text = JSON.stringify(log);
    mkdirSync(regressions, { recursive: true });
    const file = join(regressions, `${rule}-${checksum53(text)}.json`);
    writeFileSync(file, `${text}\n`);
    assert.fail(
      `seed ${seed}, ${log.length} events kept in ${file}: ${String((errorInstance as Error | undefined)?.stack)}`,
    );
  });
};

const shuffles = (log: readonly LoggedEvent[]): readonly (readonly LoggedEvent[])[] =>
  fc.sample(arrivalsOf(log), { seed, numRuns: 2 });

promise('PRP-1: the order of arrival changes nothing', anyLog, (log) => {
  const expected = bytesOf(log);
  for (const arrivals of shuffles(log)) assert.equal(bytesOf(arrivals), expected);
  assert.equal(bytesOf(log.toReversed()), expected);
});

promise('PRP-2: a repeat changes nothing', anyLog, (log) => {
  const game = openGame(anyGameId);
  append(game, log);
  const before = canonicalJson(result(game));
  append(game, log);
  for (const event of log.slice(0, 30)) append(game, [event]);
  assert.equal(canonicalJson(result(game)), before);
});

/** Without what a correction may leave behind: who was wrong, and how many events there are. */
const asIfRightAtOnce = (whole: GameResult): unknown => ({
  ...whole,
  revision: 0,
  flags: {},
  plays: Object.fromEntries(
    Object.entries(whole.plays)
      .filter(([, play]) => !play.isVoided)
      .map(([id, play]) => [id, { ...play, firstSaid: null }]),
  ),
});

promise('PRP-3: mistakes that were mended leave what a right log would have given', someGame, (log) => {
  const right = canonicalJson(asIfRightAtOnce(foldOf(log)));
  assert.equal(canonicalJson(asIfRightAtOnce(foldOf(withMistakes(log, 1)))), right);
  assert.equal(canonicalJson(asIfRightAtOnce(foldOf(withDoubles(log, 1)))), right);
});

const totalsAddUp: Holds = (log) => {
  const { teams, players } = foldOf(log);
  for (const [teamId, { totals, unassigned, own }] of Object.entries(teams)) {
    const lines = Object.values(players).filter((line) => line.teamId === teamId);
    for (const key of statKeys) {
      if (key === 'plusMinus' || key === 'playedMs' || totals[key] === null) continue;
      if (lines.some((line) => line[key] === null)) continue;
      const sum = lines.reduce((total, line) => total + (line[key] ?? 0), 0);
      assert.equal(totals[key], sum + (unassigned[key] ?? 0) + (own[key] ?? 0), `${key} of ${teamId}`);
    }
  }
};

promise('PRP-4: totals are players, unassigned and own, in games', someGame, totalsAddUp);
promise('PRP-4: and in any log', anyLog, totalsAddUp);

promise('PRP-5: times on court add up to as many as are on court, times the time played', someGame, (log) => {
  const whole = foldOf(log);
  const { playersOnCourt } = ruleSet(whole.game.ruleSet);
  const elapsedMs = whole.stints.reduce((sum, { fromMs, toMs }) => sum + fromMs - toMs, 0);
  for (const [teamId, { side }] of Object.entries(whole.teams)) {
    if (whole.game.onCourt[side]?.length !== playersOnCourt) continue;
    assert.equal(sidePlayedMsAt(whole, teamId as TeamId), playersOnCourt * elapsedMs);
  }
});

promise('PRP-6: appending one by one gives what a fold from the beginning gives, all along the way', anyLog, (log) => {
  const game = openGame(anyGameId);
  for (const [index, event] of log.entries()) {
    append(game, [event]);
    if (index % 17 === 0) assert.equal(canonicalJson(result(game)), bytesOf(log.slice(0, index + 1)));
  }
  assert.equal(canonicalJson(result(game)), bytesOf(log));
});

type Held = { -readonly [Key in keyof Snapshot]: Snapshot[Key] };

const merged = <V>(
  held: Readonly<Record<string, V>>,
  changes: Readonly<Record<string, V | null>>,
): Record<string, V> => {
  const next: Record<string, V> = { ...held };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete next[key];
    else next[key] = value;
  }
  return next;
};

/** What a watcher does with a delta, in its simplest words. */
const applied = (held: Held | null, delta: Delta): Held => {
  if (delta.previousRevision === 0 || held === null) {
    const { previousRevision: _, ...whole } = delta;
    return whole as unknown as Held;
  }
  return {
    gameId: held.gameId,
    engineVersion: delta.engineVersion,
    revision: delta.revision,
    game: { ...held.game, ...delta.game },
    teams: merged(held.teams, delta.teams),
    players: merged(held.players, delta.players),
    plays: merged(held.plays, delta.plays),
    flags: merged(held.flags, delta.flags),
  };
};

promise('PRP-7: deltas applied one after another give the snapshot', anyLog, (log) => {
  const game = openGame(anyGameId);
  let held: Held | null = null;
  for (const [index, event] of log.entries()) {
    append(game, [event]);
    if (index % 3 === 1) continue;
    const delta = takeDelta(game);
    if (delta !== null) held = applied(held, delta);
    if (index % 7 === 0 && held !== null) assert.equal(canonicalJson(held), canonicalJson(snapshot(game)));
  }
  const last = takeDelta(game);
  if (last !== null) held = applied(held, last);
  if (log.length > 0) assert.equal(canonicalJson(held), canonicalJson(snapshot(game)));
});

promise(
  'PRP-8: nothing makes it throw, and everything derived from it is derived',
  anyLog,
  (log) => {
    const whole = foldOf(log);
    assert.ok(flow(whole).every(({ elapsedMs }) => elapsedMs >= 0));
    assert.ok(runs(whole).every(({ points }) => points >= 6));
    assert.equal(playByPlay(whole).length, Object.keys(whole.plays).length);
    assert.ok(shotChart(whole).every(({ zone, spot }) => (zone === null) === (spot === null)));
    assert.ok((lineups(whole)?.fives ?? []).every(({ players }) => players.length > 0));
  },
  160,
);

promise('PRP-10: a careful scorer’s game raises no flag', someGame, (log) => {
  assert.deepEqual(
    Object.values(foldOf(log).flags).map(({ code }) => code),
    [],
  );
});

/** What one play can add to a column, read off the play itself. */
const addedBy: Readonly<Partial<Record<StatKey, (play: FoldedPlay) => number>>> = {
  pts: ({ body, type }) => (type === 'points-adjusted' || body.made === true ? (body.points ?? 1) : 0),
  fga: () => 1,
  fta: () => 1,
  reb: () => 1,
  ast: () => 1,
  stl: () => 1,
  pf: () => 1,
  tov: () => 1,
};

promise(
  'WHY-1: the plays behind a player’s number add up to it',
  someGame,
  (log) => {
    const game = openGame(anyGameId);
    append(game, log);
    const { players, plays } = snapshot(game);
    for (const [index, [playerId, line]] of Object.entries(players).entries()) {
      if (index % 5 !== 0) continue;
      for (const [key, added] of Object.entries(addedBy) as [StatKey, (play: FoldedPlay) => number][]) {
        const behind = playsBehind(game, playerId as PlayerId, key).map((id) => plays[id] as FoldedPlay);
        assert.equal(
          behind.reduce((sum, play) => sum + added(play), 0),
          line[key],
          `${key} of ${playerId}`,
        );
      }
    }
  },
  12,
);

promise('PRP-12: a careful scorer’s game adds up', someGame, (log) => {
  assert.deepEqual(reconcile(foldOf(log)), []);
});

promise(
  'PRP-11: the score is what was made, at every level of detail',
  fc
    .constantFrom(...ruleSetIds)
    .chain((id) =>
      fc.constantFrom('score' as const, 'basic' as const, 'full' as const).chain((level) => anyGame(id, level)),
    ),
  (log) => {
    const { game } = foldOf(log);
    const made: Record<string, number> = {};
    for (const event of log) {
      if (event.type === 'field-goal-attempted' && event.made)
        made[event.teamId] = (made[event.teamId] ?? 0) + event.points;
      if (event.type === 'free-throw-attempted' && event.made) made[event.teamId] = (made[event.teamId] ?? 0) + 1;
    }
    assert.equal(game.score.home, made[game.home ?? ''] ?? 0);
    assert.equal(game.score.away, made[game.away ?? ''] ?? 0);
  },
);
