/**
 * Which ranks of a period a device knows: of plays in the log, pending, held or refused, voided or not, and of those moved by an
 * amendment. A new play at the end stands after all of them (also after a held one, which staff may still admit).
 * Source: protocol.md §3.
 */
import type { GameEvent } from '@bball/engine';
import type { LocalLog } from './local-log.ts';

const rankIn = (event: GameEvent, period: number): string | null => {
  if ('place' in event) return event.place.period === period ? event.place.rank : null;
  if (event.type !== 'play-amended' || event.changes.period !== period) return null;
  return event.changes.rank ?? null;
};

/** In order. */
export const knownRanks = (log: LocalLog, period: number): readonly string[] => {
  const ranks = new Set<string>();
  const take = (event: GameEvent): void => {
    const rank = rankIn(event, period);
    if (rank !== null) ranks.add(rank);
  };
  for (const event of log.bySeq.values()) take(event);
  for (const { event } of log.entries.values()) take(event);
  return [...ranks].sort((a, b) => (a < b ? -1 : 1));
};

/** What `rankAtEnd` wants; null: nothing is known of that period. */
export const lastRank = (log: LocalLog, period: number): string | null => knownRanks(log, period).at(-1) ?? null;
