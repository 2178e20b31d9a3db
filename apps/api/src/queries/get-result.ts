/**
 * The newest result of a game as its asker may see it: what every read of a game begins with.
 * Invariant: a read that names a revision is answered with at least that one, or told to come again (L-8).
 */
import { type GameId, type GameResult, openGame, result as resultOf } from '@bball/engine';
import { type LiveAudience, snapshotFor } from '@bball/sync';
import { accept, type Result, reject } from '../errors.ts';
import type { Actor } from '../policies/actor.ts';
import { canSeePresence } from '../policies/games.ts';
import type { LiveStore } from '../streaming/live-store.ts';
import type { AtDoor, GameDoor } from './game-door.ts';

export type ResultAtDoor = AtDoor & { readonly result: GameResult; readonly audience: LiveAudience };

export type ReadRefusal = 'game-not-found' | 'revision-not-reached' | 'revision-unknown';

type Deps = {
  readonly door: Pick<GameDoor, 'watcher'>;
  readonly store: Pick<LiveStore, 'result' | 'standings'>;
};

export type GetResult = ReturnType<typeof getResult>;

export const getResult =
  ({ door, store }: Deps) =>
  async (
    actor: Actor,
    gameId: string,
    { atLeast }: { readonly atLeast?: number | undefined },
  ): Promise<Result<ResultAtDoor, ReadRefusal>> => {
    const found = await door.watcher(actor, gameId);
    if (found === null) return reject('game-not-found');
    const newest = (await store.result(gameId)) ?? resultOf(openGame(gameId as GameId));
    if (atLeast !== undefined && newest.revision < atLeast) {
      const [standing] = await store.standings([gameId]);
      if (atLeast > (standing?.headSeq ?? 0)) return reject('revision-unknown');
      return reject('revision-not-reached', { retryAfterSeconds: 1 });
    }
    const audience: LiveAudience = canSeePresence(found.asker, found.facts) ? 'staff' : 'everyone';
    return accept({
      ...found,
      audience,
      result: { ...newest, ...snapshotFor(audience, newest), stints: newest.stints },
    });
  };
