/** Which API process publishes: the one that says so in its metrics. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from '@bball/stack/place';

const processes = ['api-1', 'api-2'] as const;
export type ApiProcess = (typeof processes)[number];

const askMs = 2_000;
const betweenMs = 250;
const mostLooks = 60;

export const saysThatItLeads = (metrics: string): boolean => /^publisher_is_leader(?:\{[^}]*\})? 1$/m.test(metrics);

const leads = (place: Place, which: ApiProcess): Promise<boolean> => {
  const port = place.port(which === 'api-1' ? 'metrics1' : 'metrics2');
  return fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(askMs) })
    .then((answer) => answer.text())
    .then(saysThatItLeads)
    .catch(() => false);
};

/** Looks until one leads: after the last fault another one may just be about to. */
export const leaderOf = async (place: Place): Promise<ApiProcess> => {
  for (let look = 0; look < mostLooks; look += 1) {
    const answers = await Promise.all(processes.map((which) => leads(place, which)));
    const leader = processes.find((_, index) => answers[index]);
    if (leader !== undefined) return leader;
    await pause(betweenMs);
  }
  throw new Error('nobody publishes');
};
