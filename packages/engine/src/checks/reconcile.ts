/**
 * Does a result add up: what a coach would check with a pencil. Each row is one equation that must hold where its inputs were tracked.
 * Source: product.md "Always-on reconciliation strip"; events.md §6.
 */
import type { TeamId } from '../game/ids.ts';
import { ruleSet } from '../rules/index.ts';
import type { StatKey } from '../stats/columns.ts';
import type { GameResult, PlayerLine, TeamLine } from '../stats/result.ts';

export type ReconciliationCheck =
  | 'score-is-baskets'
  | 'periods-add-up'
  | 'lines-add-up'
  | 'minutes-add-up'
  | 'five-on-court';

export type Discrepancy = {
  readonly check: ReconciliationCheck;
  readonly teamId: TeamId;
  /** The column, where the check has one. */
  readonly column: StatKey | null;
  readonly expected: number;
  readonly actual: number;
};

type Team = { readonly teamId: TeamId; readonly line: TeamLine; readonly players: readonly PlayerLine[] };

const teamsOf = (result: GameResult): Team[] =>
  (Object.entries(result.teams) as [TeamId, TeamLine][]).map(([teamId, line]) => ({
    teamId,
    line,
    players: Object.values(result.players).filter((player) => player.teamId === teamId),
  }));

type Difference = Omit<Discrepancy, 'teamId'>;

const unless = (holds: boolean, difference: Difference): Difference[] => (holds ? [] : [difference]);

/** Points adjusted without a basket stand apart: they are in the score and in no basket. */
const adjustedPts = (result: GameResult, teamId: TeamId): number =>
  Object.values(result.plays)
    .filter((play) => play.type === 'points-adjusted' && !play.isVoided && play.body.teamId === teamId)
    .reduce((sum, play) => sum + (play.body.points ?? 0), 0);

const basketPts = ({ points }: ReturnType<typeof ruleSet>, { totals }: TeamLine): number | null => {
  const { fgm, fg3m, ftm } = totals;
  if (fgm === null || fg3m === null || ftm === null) return null;
  return points.inside * (fgm - fg3m) + points.outside * fg3m + points.freeThrow * ftm;
};

const scoreIsBaskets = (result: GameResult, { teamId, line }: Team): Difference[] => {
  const isTrackedAllAlong = line.completeness.baskets === 'all';
  const fromBaskets = basketPts(ruleSet(result.game.ruleSet, result.game.rules), line);
  if (!isTrackedAllAlong || fromBaskets === null) return [];
  const expected = fromBaskets + adjustedPts(result, teamId);
  const actual = result.game.score[line.side];
  return unless(expected === actual, { check: 'score-is-baskets', column: 'pts', expected, actual });
};

const periodsAddUp = (result: GameResult, { line }: Team): Difference[] => {
  const actual = result.game.periods.reduce((sum, period) => sum + period[line.side], 0);
  const expected = result.game.score[line.side];
  return unless(expected === actual, { check: 'periods-add-up', column: 'pts', expected, actual });
};

const linesAddUp = (_: GameResult, { line, players }: Team): Difference[] =>
  (Object.keys(line.totals) as StatKey[]).flatMap((column) => {
    const expected = line.totals[column];
    const parts = [...players.map((player) => player[column]), line.unassigned[column], line.own[column]];
    const isRunning = column === 'playedMs' && players.some(({ onCourtFromMs }) => onCourtFromMs !== null);
    if (expected === null || isRunning || players.some((player) => player[column] === null)) return [];
    const actual = parts.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return unless(expected === actual, { check: 'lines-add-up', column, expected, actual });
  });

/** Σ minutes = players on court × the clock that ran, in the periods that are over. */
const minutesAddUp = (result: GameResult, { line }: Team): Difference[] => {
  const isOver = result.game.periodState === 'ended';
  if (!isOver || line.totals.playedMs === null || line.completeness.substitutions !== 'all') return [];
  const clockMs = result.stints.reduce((sum, stint) => sum + stint.fromMs - stint.toMs, 0);
  const expected = clockMs * ruleSet(result.game.ruleSet, result.game.rules).playersOnCourt;
  return unless(expected === line.totals.playedMs, {
    check: 'minutes-add-up',
    column: 'playedMs',
    expected,
    actual: line.totals.playedMs,
  });
};

const fiveOnCourt = (result: GameResult, { line }: Team): Difference[] => {
  const five = result.game.onCourt[line.side];
  const expected = ruleSet(result.game.ruleSet, result.game.rules).playersOnCourt;
  if (five === null || result.game.periodState !== 'running') return [];
  return unless(five.length === expected, { check: 'five-on-court', column: null, expected, actual: five.length });
};

const checks = [scoreIsBaskets, periodsAddUp, linesAddUp, minutesAddUp, fiveOnCourt];

/** What does not add up; empty when all is well. */
export const reconcile = (result: GameResult): Discrepancy[] =>
  teamsOf(result).flatMap((team) =>
    checks.flatMap((check) => check(result, team).map((difference) => ({ ...difference, teamId: team.teamId }))),
  );
