/** What must add up in any result, whatever was tracked. Each line is one sum that does not. */
import { type GameResult, type PlayerLine, type RuleSet, type StatKey, statKeys, type TeamId } from '@bball/engine';

/** Points are thrown at half-time too: these columns are nobody's sum. */
const notSummed: ReadonlySet<StatKey> = new Set(['plusMinus', 'playedMs']);

export const doesNotAddUp = (result: GameResult, rules: RuleSet): readonly string[] => [
  ...Object.keys(result.teams).flatMap((teamId) => teamSums(result, teamId as TeamId)),
  ...periodSums(result),
  ...Object.keys(result.teams).flatMap((teamId) => timeSums(result, teamId as TeamId, rules)),
  ...plusMinusSum(result),
];

const playersOf = ({ players }: GameResult, teamId: TeamId): readonly PlayerLine[] =>
  Object.values(players).filter((line) => line.teamId === teamId);

const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

const teamSums = (result: GameResult, teamId: TeamId): readonly string[] => {
  const team = result.teams[teamId];
  if (team === undefined) return [];
  return statKeys
    .filter((key) => !notSummed.has(key) && team.totals[key] !== null)
    .flatMap((key) => {
      const players = total(playersOf(result, teamId).map((line) => line[key]));
      const parts = players + total([team.unassigned[key], team.own[key]]);
      return parts === team.totals[key]
        ? []
        : [
            `${team.side} ${key}: players ${players} and the team's own rows make ${parts}, the total is ${team.totals[key]}`,
          ];
    });
};

const periodSums = ({ game }: GameResult): readonly string[] =>
  (['home', 'away'] as const).flatMap((side) => {
    const periods = total(game.periods.map((period) => period[side]));
    return periods === game.score[side]
      ? []
      : [`${side} score: the periods make ${periods}, the score is ${game.score[side]}`];
  });

/** All together are on court as many times the clock as a side has players there. */
const timeSums = (result: GameResult, teamId: TeamId, rules: RuleSet): readonly string[] => {
  const team = result.teams[teamId];
  const isTimed = team !== undefined && team.completeness.substitutions === 'all' && team.completeness.clock === 'all';
  if (!isTimed || result.game.status !== 'final') return [];
  const played = total(playersOf(result, teamId).map(({ playedMs }) => playedMs));
  const overtimes = Math.max(0, result.game.periods.length - rules.periods.count);
  const regular = Math.min(result.game.periods.length, rules.periods.count) * rules.periods.lengthMs;
  const due = rules.playersOnCourt * (regular + overtimes * rules.overtimeMs);
  return played === due
    ? []
    : [
        `${team.side} minutes: the players have ${minutes(played)}, ${rules.playersOnCourt} on court make ${minutes(due)}`,
      ];
};

const minutes = (ms: number): string => `${(ms / 60_000).toFixed(2)} min`;

/** What one side's players gained the other side's lost. */
const plusMinusSum = (result: GameResult): readonly string[] => {
  const known = Object.values(result.players).filter(({ plusMinus }) => plusMinus !== null);
  const sum = total(known.map(({ plusMinus }) => plusMinus));
  return sum === 0 ? [] : [`plus/minus: both sides together make ${sum}, expected 0`];
};
