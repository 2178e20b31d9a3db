/** What is held back from a game's log, and a person's decision about it. */
import { createHash } from 'node:crypto';
import { admitHeldEventsRoute, discardHeldEventsRoute, listHeldEventsRoute } from '@bball/contracts';
import { admitHeldEvents, discardHeldEvents } from '../../commands/settle-held-events.ts';
import type { Parts } from '../../parts.ts';
import { getHeldEvents } from '../../queries/get-log.ts';
import { type Endpoint, handle } from '../endpoint.ts';

export const heldEventsRoutes = ({ stream, door }: Parts): readonly Endpoint[] => {
  const { gameLog, heldEvents } = stream;
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const list = getHeldEvents({ door, heldEvents });
  const admit = admitHeldEvents({ door, heldEvents, gameLog, onCommitted: stream.committed, sha256 });
  const discard = discardHeldEvents({ door, heldEvents });
  return [
    handle(listHeldEventsRoute, ({ actor, params }) => list(actor, params.gameId)),
    handle(admitHeldEventsRoute, ({ actor, params, body }) => admit(actor, params.gameId, body.ids)),
    handle(discardHeldEventsRoute, ({ actor, params, body }) => discard(actor, params.gameId, body.ids)),
  ];
};
