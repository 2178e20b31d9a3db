/** Fouls counted towards the bonus and towards disqualification. Source: events.md FOU-1, FOU-6, EJE-1. */
import { addToTally, type Board, ensureRow, raiseTally, setMark } from './board.ts';
import { isPlayer } from './doer.ts';
import type { Effect } from './effects.ts';
import type { PlayerId } from './ids.ts';
import { column, kindColumn, lineWidth, mark } from './line.ts';
import type { SideIndex } from './side.ts';
import { withSide } from './state.ts';
import { tallyColumn, tallyWidth } from './tally.ts';
import { isLateFoul } from './team-fouls.ts';

type Of<Name extends Effect['does']> = Extract<Effect, { does: Name }>;

export const countTeamFoul = (board: Board, { side, count }: Of<'team-foul'>): void => {
  const { state, rules } = board;
  const fouls = state.teamFouls[side].slice();
  while (fouls.length < state.period) fouls.push(0);
  const index = Math.max(0, state.period - 1);
  fouls[index] = (fouls[index] ?? 0) + count;
  state.teamFouls = withSide(state.teamFouls, side, fouls);
  if (isLateFoul(rules, board.nowMs)) addToTally(board, side, 'lateTeamFouls', count);
};

const isFouledOut = (board: Board, row: number): boolean => {
  const { lines } = board.state;
  const at = row * lineWidth;
  return board.rules.outAfter.some(({ kinds, count }) => {
    const fouls =
      kinds === 'pf'
        ? (lines[at + column.pf] as number)
        : kinds.reduce((sum, kind) => sum + (lines[at + kindColumn[kind]] as number), 0);
    return fouls >= count;
  });
};

const countForPlayer = (board: Board, side: SideIndex, player: PlayerId, kind: Of<'foul-kind'>['kind']): void => {
  const row = ensureRow(board, side, player);
  if (row === null) return;
  const at = row * lineWidth + kindColumn[kind];
  board.state.lines[at] = (board.state.lines[at] as number) + 1;
  if (isFouledOut(board, row)) setMark(board, row, mark.isOut);
};

const tallyOf = (board: Board, side: SideIndex, name: 'coachTechnicals' | 'benchTechnicals'): number =>
  board.state.tallies[side * tallyWidth + tallyColumn[name]] as number;

const countForBench = (board: Board, side: SideIndex, who: 'coach' | 'bench'): void => {
  addToTally(board, side, who === 'coach' ? 'coachTechnicals' : 'benchTechnicals', 1);
  const coach = tallyOf(board, side, 'coachTechnicals');
  const all = coach + tallyOf(board, side, 'benchTechnicals');
  const isCoachOut = board.rules.coachOutAfter.some((rule) => (rule.who === 'coach' ? coach : all) >= rule.count);
  if (isCoachOut) raiseTally(board, side, 'isCoachOut', 1);
};

export const countFoulKind = (board: Board, { side, who, kind }: Of<'foul-kind'>): void => {
  if (isPlayer(who)) countForPlayer(board, side, who, kind);
  else if ((who === 'coach' || who === 'bench') && (kind === 'technical' || kind === 'technical-minor'))
    countForBench(board, side, who);
};

export const eject = (board: Board, { side, who }: Of<'eject'>): void => {
  if (who === 'coach') raiseTally(board, side, 'isCoachOut', 1);
  if (!isPlayer(who)) return;
  const row = ensureRow(board, side, who);
  if (row !== null) setMark(board, row, mark.isOut);
};
