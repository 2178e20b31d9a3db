/**
 * The engine for a host without JavaScript of its own (V8 inside the JVM): strings in, strings out, one record a line, since JSON has
 * no raw line breaks. The host keeps the raw log; the folded games here are a cache that may be dropped at any time.
 * Invariant: what is given at revision r is the fold of events 1..r, whatever was dropped in between.
 * Source: protocol.md §8.
 */
import { type ActionWatch, watchActions } from './actions.ts';
import { append } from './append.ts';
import { canonicalJson } from './canonical.ts';
import type { GameId } from './game/ids.ts';
import { eventCount, type Game, isFinal, openGame } from './game-fold.ts';
import { readEvents } from './read-events.ts';
import { gameState } from './result/game-state.ts';
import { storedRows } from './result/stored-rows.ts';
import { seasonLines, seasonTable } from './season.ts';
import { result, skipDelta, snapshot, takeDelta } from './snapshot.ts';
import type { Delta } from './stats/result.ts';
import { engineVersion } from './version.ts';

type Hosted = { readonly game: Game; readonly actions: ActionWatch };

/** `change`: what was touched since the last take. `whole`: everything (J-6). */
export type Extent = 'change' | 'whole';

export type EngineHost = {
  readonly engineVersion: number;
  /** The last seq folded of a game; -1: it is not in memory, and its whole log must be applied. */
  readonly lastSeq: (gameId: string) => number;
  /** Folds a JSON array of logged events that follow on `lastSeq`. @throws what a bug of the fold throws. */
  readonly apply: (gameId: string, events: string) => void;
  /** What was applied so far has been said before: the next take tells nothing of it. */
  readonly skip: (gameId: string) => void;
  /** Lines: `final` or `open`, the delta (empty: nothing is new), the game state, then `playerId TAB action` a line. */
  readonly take: (gameId: string, extent: Extent) => string;
  /** Lines: revision, engine version, canonical result, summary, player rows, team rows (what `write_game_result` takes), season lines. */
  readonly whole: (gameId: string) => string;
  readonly forget: (gameId: string) => void;
  /** The table of a season from a JSON array of season lines. */
  readonly season: (lines: string) => string;
};

/** What a game takes in memory beside its events, in events. */
const eventsOfEmptyGame = 12;

/**
 * `mostEvents`: how many events the folded games in memory have together. Beyond that any game goes, not the least recently used one:
 * of many games that take turns, each would push out the one whose turn comes next.
 */
export const makeHost = (mostEvents: number): EngineHost => {
  const hosted = new Map<string, Hosted>();
  const inMemory: string[] = [];
  let events = 0;
  let draw = 0;

  const sizeOf = (game: Game): number => eventsOfEmptyGame + eventCount(game);

  const hostedOrFresh = (gameId: string): Hosted => {
    const known = hosted.get(gameId);
    if (known !== undefined) return known;
    const game = openGame(gameId as GameId);
    const one = { game, actions: watchActions(game) };
    hosted.set(gameId, one);
    inMemory.push(gameId);
    events += sizeOf(game);
    return one;
  };

  const forgetAt = (index: number): void => {
    const gameId = inMemory[index] as string;
    const last = inMemory.pop() as string;
    if (index < inMemory.length) inMemory[index] = last;
    events -= sizeOf((hosted.get(gameId) as Hosted).game);
    hosted.delete(gameId);
  };

  const forget = (gameId: string): void => {
    if (hosted.has(gameId)) forgetAt(inMemory.indexOf(gameId));
  };

  /** The one in use stays, however long it is. */
  const makeRoom = (inUse: string): void => {
    while (events > mostEvents && inMemory.length > 1) {
      draw = (Math.imul(draw, 1_664_525) + 1_013_904_223) >>> 0;
      const index = draw % inMemory.length;
      if (inMemory[index] !== inUse) forgetAt(index);
    }
  };

  const known = (gameId: string): Hosted => {
    const one = hosted.get(gameId);
    if (one === undefined) throw new Error('the game is not in memory: apply its log first');
    return one;
  };

  const deltaOf = (game: Game, extent: Extent): Delta | null => {
    const change = takeDelta(game);
    return extent === 'whole' ? { ...snapshot(game), previousRevision: 0 } : change;
  };

  return {
    engineVersion,
    lastSeq: (gameId) => hosted.get(gameId)?.game.revision ?? -1,
    apply: (gameId, text) => {
      const { game } = hostedOrFresh(gameId);
      const before = eventCount(game);
      try {
        append(game, readEvents(game, text));
      } finally {
        events += eventCount(game) - before;
        makeRoom(gameId);
      }
    },
    skip: (gameId) => {
      const { game, actions } = known(gameId);
      actions.skip();
      skipDelta(game);
    },
    take: (gameId, extent) => {
      const { game, actions } = known(gameId);
      const said = actions.take();
      const delta = deltaOf(game, extent);
      const state = { gameId, revision: game.revision, engineVersion, game: gameState(game) };
      return [
        isFinal(game) ? 'final' : 'open',
        delta === null ? '' : JSON.stringify(delta),
        JSON.stringify(state),
        ...said.map((action) => `${action.playerId}\t${JSON.stringify(action)}`),
      ].join('\n');
    },
    whole: (gameId) => {
      const { game } = known(gameId);
      const whole = result(game);
      const { summary, players, teams } = storedRows(whole);
      const season = seasonLines(game, whole);
      return [
        whole.revision,
        engineVersion,
        canonicalJson(whole),
        ...[summary, players, teams].map((rows) => JSON.stringify(rows)),
        season === null ? '' : JSON.stringify(season),
      ].join('\n');
    },
    forget,
    season: (lines) => JSON.stringify(seasonTable(JSON.parse(lines))),
  };
};
