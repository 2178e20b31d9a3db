/**
 * A person decides about events that were held: admit takes them into the log under that person's name, in the order in which their
 * devices made them; discard refuses them for ever. A final game takes none of them: it is reopened first (I-11).
 */
import { type EventAnswer, eventLimits, sealEvent } from '@bball/contracts';
import type { EventId } from '@bball/engine';
import { accept, type Result, reject } from '../errors.ts';
import { type Actor, principalOf } from '../policies/actor.ts';
import { canSettleHeldPlays } from '../policies/games.ts';
import type { GameDoor } from '../queries/game-door.ts';
import type { GameLog, Judged, NumberedEvent } from '../repositories/game-log.ts';
import type { HeldEvents } from '../repositories/held-events.ts';
import { acceptedOf, partsOf } from './append-events.ts';

type Deps = {
  readonly door: Pick<GameDoor, 'watcher'>;
  readonly heldEvents: Pick<HeldEvents, 'find' | 'discard'>;
  readonly gameLog: Pick<GameLog, 'append'>;
  readonly onCommitted: (gameId: string, events: readonly NumberedEvent[]) => void;
  readonly sha256: (text: string) => string;
};

type Refusal = 'game-not-found' | 'not-permitted';

const refusalOf = async ({ door }: Pick<Deps, 'door'>, actor: Actor, gameId: string) => {
  const found = await door.watcher(actor, gameId);
  if (found === null) return reject('game-not-found');
  return canSettleHeldPlays(found.asker, found.facts) ? null : reject('not-permitted');
};

export const admitHeldEvents =
  (deps: Deps) =>
  async (
    actor: Actor,
    gameId: string,
    ids: readonly string[],
  ): Promise<Result<{ answers: EventAnswer[] }, Refusal | 'log-full'>> => {
    const refusal = await refusalOf(deps, actor, gameId);
    if (refusal !== null) return refusal;
    const waiting = await deps.heldEvents.find(gameId, ids);
    const judged = waiting.map(({ event }): Judged => {
      const read = sealEvent(event, gameId, deps.sha256);
      if ('refusal' in read) throw new Error(`a held event is ${read.refusal}`);
      return { sealed: read.sealed, hold: null };
    });
    const answers: EventAnswer[] = [];
    for (const events of partsOf(judged).flatMap(inBatches)) {
      const outcome = await deps.gameLog.append({ gameId, events, principal: principalOf(actor), source: 'tray' });
      if (outcome.kind === 'log-full') return reject('log-full');
      answers.push(...outcome.answers);
      deps.onCommitted(gameId, acceptedOf(events, outcome.answers));
    }
    return accept({ answers });
  };

export const discardHeldEvents =
  (deps: Pick<Deps, 'door' | 'heldEvents'>) =>
  async (actor: Actor, gameId: string, ids: readonly string[]): Promise<Result<{ discarded: EventId[] }, Refusal>> => {
    const refusal = await refusalOf(deps, actor, gameId);
    if (refusal !== null) return refusal;
    const discarded = await deps.heldEvents.discard(gameId, ids, principalOf(actor));
    return accept({ discarded: discarded as EventId[] });
  };

const inBatches = (events: readonly Judged[]): readonly (readonly Judged[])[] => {
  const batches: (readonly Judged[])[] = [];
  for (let from = 0; from < events.length; from += eventLimits.batchEvents) {
    batches.push(events.slice(from, from + eventLimits.batchEvents));
  }
  return batches;
};
