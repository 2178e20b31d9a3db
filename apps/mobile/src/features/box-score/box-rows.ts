/** The lines of a team in the order they are shown, and who leads each column. No number is made here. */
import { type PlayerId, type PlayerLine, playedMsAt, type Snapshot, type TeamId } from '@bball/engine';
import type { Sorting } from '../../components/ui/stat-table.tsx';
import { type BoxColumn, boxColumns, type Show } from './box-columns.ts';

export type BoxLine = { readonly id: PlayerId; readonly line: PlayerLine };

const shirtOrder = (number: string): number => (number === '' ? 1000 : Number(number) + (number === '00' ? -0.5 : 0));

/** As a sheet has them: starters first, then by shirt number. */
const asOnTheSheet = (a: BoxLine, b: BoxLine): number => Number(b.line.isStarter === true) - Number(a.line.isStarter === true) || shirtOrder(a.line.number) - shirtOrder(b.line.number);

const bySorting = (sorting: Sorting, show: Show) => {
  const column = boxColumns.find(({ key }) => key === sorting.column);
  const worthOf = ({ line }: BoxLine): number => column?.value(line, show) ?? Number.NEGATIVE_INFINITY;
  return (a: BoxLine, b: BoxLine): number => (sorting.isDescending ? worthOf(b) - worthOf(a) : worthOf(a) - worthOf(b));
};

/** Those of a team who are on the sheet or have a number; who did not play comes last. Minutes run on for who is on court. */
export const linesOf = (snapshot: Snapshot, teamId: TeamId, sorting: Sorting | null, show: Show): readonly BoxLine[] => {
  const { clockMs } = snapshot.game;
  const lines = Object.entries(snapshot.players)
    .filter(([, line]) => line.teamId === teamId && (line.isListed || line.hasPlayed))
    .map(([id, line]) => ({ id: id as PlayerId, line: { ...line, playedMs: playedMsAt(line, clockMs) } }))
    .sort(asOnTheSheet);
  const sorted = sorting === null ? lines : [...lines].sort(bySorting(sorting, show));
  return [...sorted.filter(({ line }) => line.hasPlayed), ...sorted.filter(({ line }) => !line.hasPlayed)];
};

export type Best = Readonly<Record<string, number>>;

/** The best value of each column over both teams, where there is one worth naming: nobody leads with a single rebound. */
export const bestOf = (lines: readonly BoxLine[], show: Show): Best => {
  const worth = (column: BoxColumn): number => Math.max(0, ...lines.map(({ line }) => column.value(line, show) ?? 0));
  return Object.fromEntries(boxColumns.filter(({ hasBest }) => hasBest).map((column) => [column.key, worth(column) > 1 ? worth(column) : Number.POSITIVE_INFINITY]));
};
