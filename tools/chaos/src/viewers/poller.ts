/** Who watches by plain HTTP, as behind a cache: the public door every two seconds, with the ETag of what is shown (L-8). */
import type { GameId, Snapshot } from '@bball/engine';
import { isNewer } from '@bball/sync';
import { telltale } from '../wire/coach.ts';
import type { Http } from '../wire/http.ts';
import { makeDiary, type Screen } from './screen.ts';

const everyMs = 2_000;

export const poll = (http: Http, gameId: GameId): Screen => {
  const diary = makeDiary();
  let snapshot: Snapshot | null = null;
  let etag: string | null = null;
  let isEnded = false;

  const look = async (): Promise<void> => {
    const answer = await http.ask({ method: 'GET', path: `/v1/public/games/${gameId}/live`, etag });
    if (answer.status !== 200) return;
    if (JSON.stringify(answer.body).includes(telltale)) diary.faults.push('I-23: a name in the live state');
    const read = answer.body as Snapshot;
    // Two processes answer in turn, and one may be behind: the older answer is dropped (L-5).
    if (snapshot !== null && !isNewer(read, snapshot)) return;
    snapshot = read;
    etag = answer.etag;
    diary.note(read, false);
  };
  const work = (): void => {
    if (isEnded) return;
    look()
      .catch(() => {})
      .finally(() => setTimeout(work, everyMs).unref());
  };
  work();

  return {
    gameId,
    snapshot: () => snapshot,
    shownAtMs: diary.shownAtMs,
    faults: diary.faults,
    resets: () => 0,
    takeSamples: diary.takeSamples,
    close: () => {
      isEnded = true;
    },
  };
};
