/** Which API process publishes: the one whose count of published events grows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from '@bball/stack/place';

const processes = ['api-1', 'api-2'] as const;
export type ApiProcess = (typeof processes)[number];

const askMs = 2_000;
const betweenMs = 500;
const mostLooks = 20;

export const publishedIn = (metrics: string): number => {
  const count = metrics.match(/^published_events_total(?:\{[^}]*\})? (\d+)/m)?.[1];
  return count === undefined ? 0 : Number(count);
};

const publishedBy = async (place: Place, which: ApiProcess): Promise<number> => {
  const port = place.port(which === 'api-1' ? 'metrics1' : 'metrics2');
  return fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(askMs) })
    .then((answer) => answer.text())
    .then(publishedIn)
    .catch(() => 0);
};

/** Looks until one has published something; under load that is the next look. */
export const leaderOf = async (place: Place): Promise<ApiProcess> => {
  const first = await Promise.all(processes.map((which) => publishedBy(place, which)));
  for (let look = 0; look < mostLooks; look += 1) {
    await pause(betweenMs);
    const now = await Promise.all(processes.map((which) => publishedBy(place, which)));
    const grown = processes.find((_, index) => (now[index] ?? 0) > (first[index] ?? 0));
    if (grown !== undefined) return grown;
  }
  throw new Error('nobody publishes');
};
