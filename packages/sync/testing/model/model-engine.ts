/**
 * The real engine as the model runs it, under version numbers: odd ones give its output, even ones that of a later engine,
 * which counts one column otherwise and no longer gives the line of some players. So an upgrade, a rollback under a new number
 * and a mixture of two can be told apart.
 */
import {
  append,
  type Delta,
  type Game,
  type GameId,
  type LoggedEvent,
  openGame,
  type PlayerLine,
  type Snapshot,
  snapshot,
  takeDelta,
} from '@bball/engine';

export type ModelEngine = {
  readonly version: number;
  readonly open: (gameId: GameId) => Game;
  readonly append: (game: Game, events: readonly LoggedEvent[]) => void;
  readonly takeDelta: (game: Game) => Delta | null;
  readonly snapshot: (game: Game) => Snapshot;
};

const recounted = new WeakMap<PlayerLine, PlayerLine>();

const recount = (line: PlayerLine): PlayerLine => {
  const known = recounted.get(line);
  if (known !== undefined) return known;
  const other = { ...line, tf: (line.tf ?? 0) + 1 };
  recounted.set(line, other);
  return other;
};

/** Players of whom the later engine gives no line. */
export const isDropped = (playerId: string): boolean => playerId.endsWith('9');

const later = <T extends { readonly players: Readonly<Record<string, PlayerLine | null>> }>(state: T): T => ({
  ...state,
  players: Object.fromEntries(
    Object.entries(state.players)
      .filter(([id]) => !isDropped(id))
      .map(([id, line]) => [id, line === null ? null : recount(line)]),
  ),
});

/** What an engine of that version makes of the real one's output. */
export const asVersion = <T extends Snapshot | Delta>(state: T, version: number): T => ({
  ...(version % 2 === 0 ? later(state) : state),
  engineVersion: version,
});

export const modelEngine = (version: number): ModelEngine => ({
  version,
  open: openGame,
  append,
  takeDelta: (game) => {
    const delta = takeDelta(game);
    return delta === null ? null : asVersion(delta, version);
  },
  snapshot: (game) => asVersion(snapshot(game), version),
});
