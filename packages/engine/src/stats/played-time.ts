/**
 * Time on court, now and as a book shows it.
 * Source: rules-and-statistics.md, "minutes shown"; events.md LIN-4.
 */
import type { TeamId } from '../game/ids.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { PlayerLine, Snapshot } from './result.ts';

/** Closed stints plus the running one, when `clockMs` is left in the period; null: substitutions are not tracked. */
export const playedMsAt = (
  line: Pick<PlayerLine, 'playedMs' | 'onCourtFromMs'>,
  clockMs: number | null,
): number | null => {
  if (line.playedMs === null || line.onCourtFromMs === null || clockMs === null) return line.playedMs;
  return line.playedMs + Math.max(0, line.onCourtFromMs - clockMs);
};

/** Of a whole side, the running stints up to the last clock said; null: substitutions are not tracked. */
export const sidePlayedMsAt = (
  { players, game }: Pick<Snapshot, 'players' | 'game'>,
  teamId: TeamId,
): number | null => {
  let wholeMs = 0;
  for (const line of Object.values(players)) {
    if (line.teamId !== teamId) continue;
    const playedMs = playedMsAt(line, game.clockMs);
    if (playedMs === null) return null;
    wholeMs += playedMs;
  }
  return wholeMs;
};

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** '24' where the book rounds to the minute, '24:07' where it cuts off at the second. */
export const shownMinutes = (playedMs: number, shown: RuleSet['minutesShown']): string => {
  if (shown === 'rounded') return String(Math.floor((playedMs + 30_000) / 60_000));
  const seconds = Math.floor(playedMs / 1_000);
  return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`;
};
