/** Which API process publishes. Each tells in its metrics whether it leads. */
import type { Place } from '@bball/stack/place';

const leads = /^\w*publisher\w*lead\w*(\{[^}]*\})? 1$/m;

export const leaderOf = async (place: Place): Promise<'api-1' | 'api-2' | null> => {
  for (const which of [1, 2] as const) {
    const url = `http://127.0.0.1:${place.port(`metrics${which}`)}/metrics`;
    const text = await fetch(url, { signal: AbortSignal.timeout(2_000) })
      .then((answer) => answer.text())
      .catch(() => '');
    if (leads.test(text)) return `api-${which}`;
  }
  return null;
};
