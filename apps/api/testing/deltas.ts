/** A made-up game as the states and deltas of its fold, play by play. */
import { append, type Delta, type GameId, openGame, type Snapshot, snapshot, takeDelta } from '@bball/engine';
import { simulated } from './log-fixtures.ts';

export type Told = { readonly gameId: string; readonly deltas: readonly Delta[]; readonly end: Snapshot };

export const toldGame = (seed: string, plays = Number.POSITIVE_INFINITY): Told => {
  const { gameId, log } = simulated(seed);
  const game = openGame(gameId as GameId);
  const deltas: Delta[] = [];
  for (const event of log.slice(0, plays)) {
    append(game, [event]);
    const delta = takeDelta(game);
    if (delta !== null) deltas.push(delta);
  }
  return { gameId, deltas, end: snapshot(game) };
};
