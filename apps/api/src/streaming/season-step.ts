/**
 * The season step of a process without a job: what each final game gives to its season, and the table that the engine makes of it.
 * Invariants: lines are put after the result they are of, newer ones only (W-1), and empty ones take the place of a game that counts no
 * more; a table is made anew from all lines at most once a second and season, so a correction counts as if it had been so at once (J-10).
 * Whatever a killed process left undone is found by the look at the next start, and by one each half minute: lines older than
 * their result by a refold of that game, tables older than their lines by making them.
 */
import type { SeasonLines } from '@bball/engine';
import type { SeasonGames } from '../repositories/season-games.ts';
import type { Engine } from './engine.ts';

/** What a stored result gave to its season. */
export type Contribution = {
  readonly gameId: string;
  readonly revision: number;
  readonly engineVersion: number;
  readonly isFinal: boolean;
  readonly lines: SeasonLines | null;
};

type Deps = {
  readonly engine: Pick<Engine, 'engineVersion' | 'seasonTable'>;
  readonly seasonGames: SeasonGames;
  /** null: the game counts for none. */
  readonly seasonOf: (gameId: string) => Promise<string | null>;
  readonly monotonicMs: () => number;
  readonly onMade: (fact: { readonly seasonId: string; readonly games: number; readonly durationMs: number }) => void;
  /** So many games are to be folded again for their lines. */
  readonly onAsked: (games: number) => void;
  readonly onTrouble: (error: unknown) => void;
};

/** Finals of an evening come together; one table tells of all. */
const tableMs = 1_000;
const lookMs = 30_000;

export const makeSeasonStep = ({ engine, seasonGames, seasonOf, monotonicMs, onMade, onAsked, onTrouble }: Deps) => {
  /** Games with lines: of live games, only these have something to take back. */
  const counted = new Set<string>();
  const due = new Map<string, NodeJS.Timeout>();
  let looking: NodeJS.Timeout | null = null;
  let working: Promise<void> = Promise.resolve();
  let isStopping = false;

  /** One after the other, so that a stop waits for all of it. */
  const inTurn = (work: () => Promise<void>): void => {
    working = working.then(work).catch(onTrouble);
  };

  const make = async (seasonId: string): Promise<void> => {
    const startedMs = monotonicMs();
    const { lines, ...version } = await seasonGames.linesOf(seasonId);
    await seasonGames.writeTable(seasonId, version, engine.seasonTable(lines));
    onMade({ seasonId, games: lines.length, durationMs: monotonicMs() - startedMs });
  };

  const makeSoon = (seasonId: string): void => {
    if (isStopping || due.has(seasonId)) return;
    const timer = setTimeout(() => {
      due.delete(seasonId);
      inTurn(() => make(seasonId));
    }, tableMs);
    due.set(seasonId, timer);
  };

  const put = async ({ isFinal, ...given }: Contribution): Promise<void> => {
    const seasonId = await seasonOf(given.gameId);
    if (seasonId === null) return;
    const isNewer = await seasonGames.put({ ...given, seasonId });
    if (given.lines === null) counted.delete(given.gameId);
    else counted.add(given.gameId);
    if (isNewer) makeSoon(seasonId);
  };

  const look = async (): Promise<void> => {
    const asked = await seasonGames.askForBehind(engine.engineVersion);
    if (asked > 0) onAsked(asked);
    for (const seasonId of await seasonGames.seasonsBehind()) makeSoon(seasonId);
  };

  return {
    /** A result was stored. */
    stored: (given: Contribution): void => {
      if (given.isFinal || counted.has(given.gameId)) inTurn(() => put(given));
    },
    start: async (): Promise<void> => {
      for (const gameId of await seasonGames.counted()) counted.add(gameId);
      await look();
      looking = setInterval(() => inTurn(look), lookMs);
    },
    /** Tables that wait are made at the next start. */
    stop: async (): Promise<void> => {
      isStopping = true;
      if (looking !== null) clearInterval(looking);
      for (const timer of due.values()) clearTimeout(timer);
      await working;
    },
  };
};
