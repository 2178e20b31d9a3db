import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoggedEvent } from '../../src/events/index.ts';
import { comparePlaced } from '../../src/game/place.ts';
import { rankPattern } from '../../src/game/rank.ts';
import { type RuleSetId, ruleSetIds } from '../../src/rules/rule-set.ts';
import { simulateGame } from './simulate-game.ts';
import { simulateSeason } from './simulate-season.ts';

const games = 30;

/** Per team and game. Between which totals a competition under the book is believable. */
const believable = {
  'fiba-2024': { pts: [75, 87], fga: [56, 66], outsideShare: [0.36, 0.48], fta: [14, 22], fouls: [16, 22] },
  'euroleague-2025': { pts: [75, 87], fga: [56, 66], outsideShare: [0.36, 0.48], fta: [14, 22], fouls: [16, 22] },
  'nba-2025': { pts: [107, 119], fga: [82, 92], outsideShare: [0.38, 0.48], fta: [17, 25], fouls: [16, 22] },
  'wnba-2025': { pts: [79, 90], fga: [63, 74], outsideShare: [0.36, 0.48], fta: [13, 21], fouls: [14, 20] },
  'ncaa-men-2025': { pts: [68, 79], fga: [52, 62], outsideShare: [0.36, 0.48], fta: [14, 22], fouls: [14, 20] },
  'ncaa-women-2025': { pts: [62, 74], fga: [52, 63], outsideShare: [0.36, 0.48], fta: [14, 22], fouls: [14, 20] },
  'nfhs-2025': { pts: [48, 60], fga: [40, 52], outsideShare: [0.28, 0.4], fta: [11, 19], fouls: [12, 19] },
  'fiba-3x3-2024': { pts: [15, 21], fga: [22, 30], outsideShare: [0.33, 0.5], fta: [3, 8], fouls: [5, 9] },
} as const satisfies Record<RuleSetId, Record<string, readonly [number, number]>>;

const logsOf = (id: RuleSetId): readonly LoggedEvent[] =>
  Array.from({ length: games }, (_, seed) => simulateGame({ seed, ruleSet: id })).flat();

const totalsOf = (log: readonly LoggedEvent[]) => {
  const shots = log.filter((event) => event.type === 'field-goal-attempted');
  const throws = log.filter((event) => event.type === 'free-throw-attempted');
  const inside = Math.min(...shots.map((shot) => shot.points));
  const fromShots = shots.reduce((sum, shot) => sum + (shot.made ? shot.points : 0), 0);
  const perTeam = (count: number): number => count / games / 2;
  return {
    pts: perTeam(fromShots + throws.filter(({ made }) => made).length),
    fga: perTeam(shots.length),
    outsideShare: shots.filter((shot) => shot.points > inside).length / shots.length,
    fta: perTeam(throws.length),
    fouls: perTeam(log.filter((event) => event.type === 'foul-committed').length),
  };
};

for (const id of ruleSetIds) {
  test(`SIM-1: ${games} games under ${id} have the totals of that competition`, () => {
    const totals = totalsOf(logsOf(id));
    for (const [name, [from, to]] of Object.entries(believable[id])) {
      const total = totals[name as keyof typeof totals];
      assert.ok(from <= total && total <= to, `${name} is ${total}, not within ${from} and ${to}`);
    }
  });
}

test('SIM-2: the same seed gives the same log, another seed another', () => {
  const log = JSON.stringify(simulateGame({ seed: 7, ruleSet: 'fiba-2024' }));
  assert.equal(JSON.stringify(simulateGame({ seed: 7, ruleSet: 'fiba-2024' })), log);
  assert.notEqual(JSON.stringify(simulateGame({ seed: 8, ruleSet: 'fiba-2024' })), log);
});

test('SIM-3: ids are different UUIDs, ranks are ranks in the order of play, seqs are 1…n', () => {
  const log = simulateGame({ seed: 3, ruleSet: 'nba-2025' });
  assert.equal(new Set(log.map(({ id }) => id)).size, log.length);
  assert.ok(log.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
  assert.deepEqual(
    log.map(({ seq }) => seq),
    log.map((_, index) => index + 1),
  );
  const plays = log.flatMap((event) => ('place' in event ? [event] : []));
  assert.ok(plays.every(({ place }) => rankPattern.test(place.rank)));
  assert.deepEqual(plays.toSorted(comparePlaced), plays);
});

test('SIM-4: a season is everybody against everybody, at home and away', () => {
  const pairs = [...simulateSeason({ seed: 'league', ruleSet: 'nfhs-2025', teamCount: 5 })].map(
    ({ home, away }) => `${home.teamId} ${away.teamId}`,
  );
  assert.equal(pairs.length, 20);
  assert.equal(new Set(pairs).size, 20);
});

test('SIM-5: at the level of the score there is nothing but baskets without their shooters', () => {
  const log = simulateGame({ seed: 1, ruleSet: 'nfhs-2025', level: 'score' });
  const types = new Set(log.map(({ type }) => type));
  assert.deepEqual([...types].toSorted(), [
    'field-goal-attempted',
    'free-throw-attempted',
    'game-finalized',
    'game-set-up',
    'period-ended',
    'period-started',
    'score-confirmed',
  ]);
  assert.ok(log.every((event) => event.type !== 'field-goal-attempted' || (event.by === null && event.made)));
});
