/**
 * Who keys a game, told from process to process: a hash a game with one field a process, so that each writes its own word only. It lasts as
 * long as presence does; a process that died grows silent with its devices.
 */
import type { Presence } from '@bball/contracts';
import { type Channel, makeChannel } from './channel.ts';
import type { Redis } from './connection.ts';

type Scorers = Presence['scorers'];

export type SharedPresence = {
  /** What the devices of this process say, in place of what they said before. */
  readonly say: (gameId: string, scorers: Scorers) => Promise<void>;
  /** What the devices of the other processes said last; null when that is not to be had now. */
  readonly others: (gameId: string) => Promise<Scorers | null>;
  /** Tells the others to look at a game. */
  readonly bell: Channel<string>;
};

type Options = { readonly redis: Pick<Redis, 'ask' | 'hear'>; readonly processId: string; readonly lastsMs: number };

const keyOf = (gameId: string): string => `presence/1:${gameId}`;

export const makeSharedPresence = ({ redis, processId, lastsMs }: Options): SharedPresence => ({
  say: async (gameId, scorers) => {
    const key = keyOf(gameId);
    await redis.ask((client) => {
      const said =
        scorers.length === 0
          ? client.multi().hdel(key, processId)
          : client.multi().hset(key, processId, JSON.stringify(scorers));
      return said.pexpire(key, lastsMs).exec();
    }, null);
  },
  others: (gameId) =>
    redis.ask(async (client) => {
      const { [processId]: _own, ...others } = await client.hgetall(keyOf(gameId));
      return Object.values(others).flatMap((said) => JSON.parse(said) as Scorers);
    }, null),
  bell: makeChannel({ redis, processId }, 'presence/1'),
});
