/** Events per second through HTTP: many scorers at once, each with a game of its own. */
import { connections } from './http.ts';
import { type ApiHost, appendWell, type League } from './league.ts';

/** `together` requests are always under way, each with `batch` events. */
export const eventsPerSecond = async (
  host: ApiHost,
  { token, keyings }: League,
  { together, batch, seconds }: { readonly together: number; readonly batch: number; readonly seconds: number },
): Promise<number> => {
  const agent = connections(together);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let sent = 0;
  const scorer = async (first: number) => {
    for (let turn = first; performance.now() < endsAt; turn += together) {
      const keying = keyings[turn % keyings.length]!;
      await appendWell(host, agent, { token, keying, count: batch });
      sent += batch;
    }
  };
  await Promise.all(Array.from({ length: together }, (_, index) => scorer(index)));
  const elapsed = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return sent / elapsed;
};
