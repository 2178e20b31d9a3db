/**
 * A game as a phone sends it: played by the engine's simulator, keyed with mistakes that are mended a little later, final at the end.
 * The same seed gives the same events.
 */
import type { GameEvent, GameId, LoggedEvent } from '@bball/engine';
import { inventTeam, randomFrom, simulateGame, uuidAt, withMistakes } from '@bball/engine/testing';

export type MadeGame = {
  readonly gameId: GameId;
  readonly teamIds: readonly [home: string, away: string];
  readonly events: readonly GameEvent[];
};

/** So many events after a wrong play it is mended. */
const noticedAfter = 12;

const isMend = (event: LoggedEvent) => ['play-amended', 'play-voided', 'play-restored'].includes(event.type);

/** Each correction a few events after what it corrects, in the order in which they were made. */
export const interleaved = (log: readonly LoggedEvent[]): readonly LoggedEvent[] => {
  const plays = log.filter((event) => !isMend(event));
  const placeOf = new Map<string, number>(plays.map(({ id }, index) => [id, index]));
  const dueAt = (event: LoggedEvent) => (placeOf.get((event as { playId?: string }).playId ?? '') ?? 0) + noticedAfter;
  const mends = log.filter(isMend).map((event) => ({ event, at: Math.min(dueAt(event), plays.length - 1) }));
  return plays.flatMap((play, index) => [...mends.filter(({ at }) => at === index).map(({ event }) => event), play]);
};

export const makeGame = (seed: string): MadeGame => {
  const [home, away] = [inventTeam(`${seed} home`), inventTeam(`${seed} away`)];
  const gameId = uuidAt(Date.UTC(2026, 0, 1), randomFrom(`chaos ${seed}`)) as string as GameId;
  const right = simulateGame({ seed, ruleSet: 'fiba-2024', home, away, gameId });
  const events = interleaved(withMistakes(right, seed)).map(({ seq, ...event }, index) => ({
    ...event,
    deviceSeq: index + 1,
    afterSeq: index,
  }));
  return { gameId, teamIds: [home.teamId, away.teamId], events: events as unknown as GameEvent[] };
};
