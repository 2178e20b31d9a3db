/** The door of the log. */
import { appendEventsRoute, readEventsRoute } from '@bball/contracts';
import type { Parts } from '../../parts.ts';
import { getLog } from '../../queries/get-log.ts';
import { eventsAppended } from '../../telemetry.ts';
import { type Endpoint, handle } from '../endpoint.ts';

export const eventsRoutes = (parts: Parts): readonly Endpoint[] => {
  const { append, logReader, door, telemetry, monotonicMs } = parts;
  const read = getLog({ door, logReader });
  return [
    handle(appendEventsRoute, async ({ actor, params, body, log }) => {
      const startedMs = monotonicMs();
      const result = await append(actor, params.gameId, body);
      if (!result.ok) return result;
      const { gameId, headSeq, answers } = result.value;
      eventsAppended(telemetry, log, {
        gameId,
        headSeq,
        outcomes: countBy(answers.map(({ outcome }) => outcome)),
        durationMs: monotonicMs() - startedMs,
      });
      return result;
    }),
    handle(readEventsRoute, ({ actor, params, query }) => read(actor, params.gameId, query)),
  ];
};

const countBy = (words: readonly string[]): { readonly [word: string]: number } => {
  const counts: { [word: string]: number } = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
