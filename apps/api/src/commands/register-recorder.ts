/** Registers the id under which a device records. An id that is known stays whose it is: rights never follow from it. */
import { accept, type Result, reject } from '../errors.ts';
import { canWatchGame, wasScoringPrincipal } from '../policies/games.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Recorder } from '../repositories/scorers.ts';
import type { Asker } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'games' | 'scorers'>; readonly now: () => string };
export type NewRecorder = Pick<Recorder, 'gameId' | 'id' | 'deviceLabel'>;
export type Registered = { readonly isNew: boolean; readonly recorder: Recorder };

export const registerRecorder =
  ({ nouns: { games, scorers }, now }: Deps) =>
  async ({ actor }: Asker, wanted: NewRecorder): Promise<Result<Registered, 'game-not-found' | 'not-a-scorer'>> => {
    const game = await games.find(wanted.gameId);
    if (game === null) return reject('game-not-found');
    if (actor.userId === null || !wasScoringPrincipal(actor, game)) {
      return reject(canWatchGame(actor, game) ? 'not-a-scorer' : 'game-not-found');
    }
    return accept(await scorers.register({ ...wanted, registeredAt: now(), userId: actor.userId }));
  };
