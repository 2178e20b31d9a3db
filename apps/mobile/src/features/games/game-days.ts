/** Games as the list shows them: live first, then what comes, then results, each by day. */
import type { GameSummary } from '@bball/contracts';

export type GameDay = {
  readonly key: string;
  readonly kind: 'live' | 'next' | 'result';
  readonly day: string | null;
  readonly games: readonly GameSummary[];
};

/** The day in the reader's own time zone, `2026-11-24`; null: no date yet. */
export const localDay = (instant: string | null): string | null => {
  if (instant === null) return null;
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const kindOf = ({ status }: GameSummary): GameDay['kind'] =>
  status === 'live' ? 'live' : status === 'final' ? 'result' : 'next';

const atOf = ({ startsAt }: GameSummary): string => startsAt ?? '9999';

const ordered: Readonly<Record<GameDay['kind'], (a: GameSummary, b: GameSummary) => number>> = {
  live: (a, b) => atOf(a).localeCompare(atOf(b)),
  next: (a, b) => atOf(a).localeCompare(atOf(b)),
  result: (a, b) => atOf(b).localeCompare(atOf(a)),
};

const daysOf = (games: readonly GameSummary[], kind: GameDay['kind']): GameDay[] => {
  const days = new Map<string, GameSummary[]>();
  for (const game of games.filter((one) => kindOf(one) === kind).sort(ordered[kind])) {
    const day = kind === 'live' ? '' : (localDay(game.startsAt) ?? '');
    const there = days.get(day);
    if (there === undefined) days.set(day, [game]);
    else there.push(game);
  }
  return [...days].map(([day, there]) => ({ key: `${kind}-${day}`, kind, day: day === '' ? null : day, games: there }));
};

export const gameDays = (games: readonly GameSummary[]): readonly GameDay[] =>
  (['live', 'next', 'result'] as const).flatMap((kind) => daysOf(games, kind));
