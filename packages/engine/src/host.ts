/**
 * The engine for a host without JavaScript of its own (V8 inside the JVM): strings in, strings out, one record a line, since JSON has
 * no raw line breaks. The host keeps the raw log; the folded games here are a cache that may be dropped at any time.
 * Invariant: what is given at revision r is the fold of events 1..r, whatever was dropped in between.
 * Source: protocol.md §8.
 */
import { type PlayerAction, watchActions } from './actions.ts';
import { append } from './append.ts';
import { canonicalJson } from './canonical.ts';
import type { LoggedEvent } from './events/index.ts';
import type { GameId } from './game/ids.ts';
import { type Game, openGame } from './game-fold.ts';
import { gameState } from './result/game-state.ts';
import { storedRows } from './result/stored-rows.ts';
import { sha256Hex } from './sha256.ts';
import { result, takeDelta } from './snapshot.ts';
import { engineVersion } from './version.ts';

type Hosted = { readonly game: Game; readonly takeActions: () => PlayerAction[] };

export type EngineHost = {
  readonly engineVersion: number;
  /** The last seq folded of a game; -1: it is not in memory, and its whole log must be applied. */
  readonly lastSeq: (gameId: string) => number;
  /** Folds a JSON array of logged events that follow on `lastSeq`. @throws what a bug of the fold throws. */
  readonly apply: (gameId: string, events: string) => void;
  /** Lines: the delta since the last take (empty: none), the game state, then `playerId TAB action` a line. */
  readonly take: (gameId: string) => string;
  /** Lines: revision, engine version, hash, result, summary, player rows, team rows: what `write_game_result` takes. */
  readonly whole: (gameId: string) => string;
  readonly forget: (gameId: string) => void;
};

/** `mostGames`: how many folded games stay in memory, the least recently used go first. */
export const makeHost = (mostGames: number): EngineHost => {
  const hosted = new Map<string, Hosted>();

  const fresh = (gameId: string): Hosted => {
    const game = openGame(gameId as GameId);
    return { game, takeActions: watchActions(game) };
  };

  const used = (gameId: string, one: Hosted): Hosted => {
    hosted.delete(gameId);
    hosted.set(gameId, one);
    for (const oldest of hosted.keys()) {
      if (hosted.size <= mostGames) break;
      hosted.delete(oldest);
    }
    return one;
  };

  const known = (gameId: string): Hosted => {
    const one = hosted.get(gameId);
    if (one === undefined) throw new Error('the game is not in memory: apply its log first');
    return used(gameId, one);
  };

  return {
    engineVersion,
    lastSeq: (gameId) => hosted.get(gameId)?.game.revision ?? -1,
    apply: (gameId, events) => {
      const one = used(gameId, hosted.get(gameId) ?? fresh(gameId));
      append(one.game, JSON.parse(events) as LoggedEvent[]);
    },
    take: (gameId) => {
      const { game, takeActions } = known(gameId);
      const actions = takeActions();
      const delta = takeDelta(game);
      const state = { gameId, revision: game.revision, engineVersion, game: gameState(game) };
      const lines = actions.map((action) => `${action.playerId}\t${canonicalJson(action)}`);
      return [delta === null ? '' : canonicalJson(delta), canonicalJson(state), ...lines].join('\n');
    },
    whole: (gameId) => {
      const whole = result(known(gameId).game);
      const bytes = canonicalJson(whole);
      const { summary, players, teams } = storedRows(whole);
      return [
        whole.revision,
        engineVersion,
        sha256Hex(bytes),
        bytes,
        ...[summary, players, teams].map((rows) => JSON.stringify(rows)),
      ].join('\n');
    },
    forget: (gameId) => void hosted.delete(gameId),
  };
};
