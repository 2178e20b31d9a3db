/** How long until all is well again: in every game a play that was acknowledged after the fault is on the screen of its viewers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Game } from './checks/game.ts';
import type { TopicOrder } from './checks/topic-order.ts';

const lookMs = 100;

/** The earliest moment at which a play of after `sinceMs` was shown; null: not yet. Without viewers the acknowledgement is all there is. */
const shownAfter = ({ table, screens }: Game, sinceMs: number): number | null => {
  let [first, firstAtMs] = [Number.POSITIVE_INFINITY, sinceMs];
  for (const [seq, atMs] of table.acknowledgedAtMs)
    if (atMs >= sinceMs && seq < first) [first, firstAtMs] = [seq, atMs];
  if (first === Number.POSITIVE_INFINITY) return null;
  const shown = screens.map((screen) => screen.shownAtMs(first));
  return shown.some((at) => at === null) ? null : Math.max(firstAtMs, ...shown.map((at) => at ?? sinceMs));
};

/** Milliseconds from `sinceMs`; null when the limit came first. A game that is over by then has nothing to show. */
export const recovered = async (
  games: () => readonly Game[],
  sinceMs: number,
  limitMs: number,
): Promise<number | null> => {
  let latest = sinceMs;
  let left = games();
  while (performance.now() - sinceMs < limitMs) {
    left = left.filter((game) => {
      const at = shownAfter(game, sinceMs);
      if (at !== null) latest = Math.max(latest, at);
      return at === null && !game.table.isOver();
    });
    if (left.length === 0) return latest - sinceMs;
    await pause(lookMs);
  }
  return null;
};

const acknowledgedSince = ({ table }: Game, sinceMs: number): readonly (readonly [seq: number, atMs: number])[] =>
  [...table.acknowledgedAtMs].filter(([, atMs]) => atMs >= sinceMs);

const longest = (times: readonly number[]): number | null => {
  const most = times.reduce((one, other) => Math.max(one, other), 0);
  return times.length === 0 || Number.isNaN(most) ? null : most;
};

/** The longest that a play acknowledged since then took to be on the screen of every viewer; null: there was none, or one never was. */
export const slowestSince = (games: readonly Game[], sinceMs: number): number | null =>
  longest(
    games.flatMap((game) =>
      acknowledgedSince(game, sinceMs).flatMap(([seq, atMs]) =>
        game.screens.map((screen) => (screen.shownAtMs(seq) ?? Number.NaN) - atMs),
      ),
    ),
  );

/** The same to its record in the topic. A record that was deleted before it was read here is not counted. */
export const slowestPublished = (games: readonly Game[], order: TopicOrder, sinceMs: number): number | null =>
  longest(
    games.flatMap((game) =>
      acknowledgedSince(game, sinceMs).flatMap(([seq, atMs]) => {
        const cameAtMs = order.cameAtMs(game.gameId, seq);
        return cameAtMs === null ? [] : [cameAtMs - atMs];
      }),
    ),
  );
