/** A team's line: totals, the parts that are nobody's, and the comparison. Source: rules-and-statistics.md; events.md CMP-1. */
import { type Facet, facetBit, facetBits, facets } from '../game/facets.ts';
import { firstPlayerRow, ownRow, unassignedRow } from '../game/line.ts';
import { otherSide, type SideIndex } from '../game/side.ts';
import { type TallyColumn, tallyColumn, tallyWidth } from '../game/tally.ts';
import type { Game } from '../game-fold.ts';
import type { Comparison, TeamLine } from '../stats/result.ts';
import { partCounts, totalCounts } from './counts.ts';
import { ownerOfRow, sideName, sidePlayedMs } from './player-line.ts';

const tally = (game: Game, side: SideIndex, name: TallyColumn): number =>
  game.board.state.tallies[side * tallyWidth + tallyColumn[name]] as number;

const possessionNeeds = facetBits(['baskets', 'misses', 'rebounds', 'turnovers']);

/** The lead's time up to the last clock said. */
const leadingMs = (game: Game, side: SideIndex): number => {
  const { state } = game.board;
  const isLeading = state.score[side] > state.score[otherSide(side)];
  const isOpen = isLeading && state.periodState !== 'ended' && state.leadFromMs !== null && state.clockMs !== null;
  return tally(game, side, 'leadingMs') + (isOpen ? (state.leadFromMs as number) - (state.clockMs as number) : 0);
};

const comparison = (game: Game, side: SideIndex): Comparison => {
  const ever = game.board.state.everTracked;
  const has = (of: SideIndex, ...needed: readonly Facet[]): boolean =>
    needed.every((facet) => (ever[of] & facetBit[facet]) !== 0);
  const paint = tally(game, side, 'paintPts');
  const countsPossessions = (ever[0] & ever[1] & possessionNeeds) === possessionNeeds;
  const knowsBench = game.board.state.onCourt[side] !== null && has(side, 'substitutions', 'scorers');
  return {
    paintPts: has(side, 'spots') || paint > 0 ? paint : null,
    fastBreakPts: has(side, 'fast-breaks') ? tally(game, side, 'fastBreakPts') : null,
    secondChancePts: has(side, 'rebounds') ? tally(game, side, 'secondChancePts') : null,
    offTurnoverPts: has(otherSide(side), 'turnovers') ? tally(game, side, 'offTurnoverPts') : null,
    benchPts: knowsBench ? tally(game, side, 'benchPts') : null,
    biggestLead: tally(game, side, 'biggestLead'),
    biggestRun: tally(game, side, 'biggestRun'),
    leadingMs: has(side, 'clock') ? leadingMs(game, side) : null,
    possessions: countsPossessions ? tally(game, side, 'possessions') : null,
  };
};

const completeness = (game: Game, side: SideIndex): TeamLine['completeness'] => {
  const { everTracked, alwaysTracked } = game.board.state;
  const of = (facet: Facet): 'all' | 'some' | 'none' => {
    if ((everTracked[side] & facetBit[facet]) === 0) return 'none';
    return (alwaysTracked[side] & facetBit[facet]) === 0 ? 'some' : 'all';
  };
  return Object.fromEntries(facets.map((facet) => [facet, of(facet)])) as Record<Facet, 'all' | 'some' | 'none'>;
};

const rowsOf = (game: Game, side: SideIndex): number[] => {
  const rows: number[] = [];
  for (let row = firstPlayerRow; row < game.board.playerOfRow.length; row++)
    if (ownerOfRow(game, row)?.side === side) rows.push(row);
  return rows;
};

export const teamLine = (game: Game, side: SideIndex): TeamLine => {
  const { state } = game.board;
  const tracked = state.everTracked[side];
  const rows = rowsOf(game, side);
  const totals = totalCounts(
    state.lines,
    [...rows, ownRow(side), unassignedRow(side)],
    tracked,
    state.onCourt[side] !== null,
  );
  return {
    side: sideName(side),
    totals: { ...totals, playedMs: totals.playedMs === null ? null : sidePlayedMs(game, rows) },
    unassigned: partCounts(state.lines, unassignedRow(side), tracked),
    own: partCounts(state.lines, ownRow(side), tracked),
    comparison: comparison(game, side),
    missedHeaves: tally(game, side, 'missedHeaves'),
    foulsByPeriod: state.teamFouls[side],
    timeoutsUsed: tally(game, side, 'timeoutsUsed'),
    isCoachOut: tally(game, side, 'isCoachOut') !== 0,
    tracked: facets.filter((facet) => (state.tracked[side] & facetBit[facet]) !== 0),
    completeness: completeness(game, side),
  };
};
