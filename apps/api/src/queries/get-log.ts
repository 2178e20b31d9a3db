/** The raw log and what is held back from it: for those who keep or settle it. */
import type { HeldEvents as HeldEventsAnswer, LogPage } from '@bball/contracts';
import type { GameId } from '@bball/engine';
import { accept, type Result, reject } from '../errors.ts';
import type { Actor } from '../policies/actor.ts';
import { canReadLog, canSettleHeldPlays } from '../policies/games.ts';
import type { HeldEvents } from '../repositories/held-events.ts';
import type { LogReader } from '../streaming/replica-reads.ts';
import type { GameDoor } from './game-door.ts';

type Refusal = 'game-not-found' | 'not-permitted';

export const getLog =
  ({ door, logReader }: { readonly door: Pick<GameDoor, 'watcher'>; readonly logReader: LogReader }) =>
  async (
    actor: Actor,
    gameId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<Result<LogPage, Refusal>> => {
    const found = await door.watcher(actor, gameId);
    if (found === null) return reject('game-not-found');
    if (!canReadLog(found.asker, found.facts)) return reject('not-permitted');
    const { headSeq, events } = await logReader.page(gameId, after, limit);
    return accept({ gameId: gameId as GameId, headSeq, events: [...events] });
  };

export const getHeldEvents =
  ({
    door,
    heldEvents,
  }: {
    readonly door: Pick<GameDoor, 'watcher'>;
    readonly heldEvents: Pick<HeldEvents, 'waiting'>;
  }) =>
  async (actor: Actor, gameId: string): Promise<Result<HeldEventsAnswer, Refusal>> => {
    const found = await door.watcher(actor, gameId);
    if (found === null) return reject('game-not-found');
    if (!canSettleHeldPlays(found.asker, found.facts)) return reject('not-permitted');
    return accept({ heldEvents: [...(await heldEvents.waiting(gameId))], nextCursor: null });
  };
