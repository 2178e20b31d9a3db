/** The doors of those who keep the system running. */
import { listDeadLettersRoute, refoldRoute, replayDeadLetterRoute, streamHealthRoute } from '@bball/contracts';
import { refold, replayDeadLetter } from '../../commands/refold.ts';
import type { Parts } from '../../parts.ts';
import { listDeadLetters } from '../../queries/dead-letters.ts';
import { getStreamHealth } from '../../queries/stream-health.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor } from '../nouns.ts';

export const operationsRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const { stream, repositories } = parts;
  const deadLetters = stream.broker?.deadLetters ?? null;
  const health = getStreamHealth({ ...door, stream, standings: repositories.streamStandings });
  const list = listDeadLetters({ deadLetters });
  const again = refold(door);
  const replay = replayDeadLetter({ ...door, deadLetters });
  return [
    handle(streamHealthRoute, async (context) => health(await door.actorOf(context))),
    handle(listDeadLettersRoute, async (context) => list(await door.actorOf(context), context.query)),
    handle(replayDeadLetterRoute, async (context) => replay(await door.askerOf(context), context.params)),
    handle(refoldRoute, async (context) => again(await door.askerOf(context), context.body)),
  ];
};
