/**
 * One game's scorer: sends a prefix of what is pending, one request in flight, the same again until it is answered (S-4). It knows
 * which events were acknowledged with which seq: the promise that every check holds the server to.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { send } from './coach.ts';
import type { MadeGame } from './made-game.ts';

const mostAtOnce = 50;
const contractVersion = 1;

export type Acknowledged = { readonly seq: number; readonly atMs: number };

export type Scorer = {
  readonly game: MadeGame;
  readonly acknowledged: ReadonlyMap<string, Acknowledged>;
  /** Answers that a sound server never gives to these events. */
  readonly refusals: readonly string[];
  readonly troubles: () => number;
  readonly isDone: () => boolean;
  /** Stops keying; resolves when everything keyed so far is acknowledged. */
  readonly rest: () => Promise<void>;
  readonly goOn: () => void;
  readonly end: () => void;
};

type Options = {
  readonly url: string;
  readonly token: () => string;
  readonly game: MadeGame;
  readonly perSecond: number;
  /** So many events are keyed already when the sending begins. */
  readonly headStart: number;
};
type Answers = {
  readonly answers: readonly { id: string; outcome: string; seq: number | null; code: string | null }[];
};

export const keepScore = ({ url, token, game, perSecond, headStart }: Options): Scorer => {
  const { events, gameId } = game;
  const acknowledged = new Map<string, Acknowledged>();
  const refusals: string[] = [];
  let [keyed, sent, troubles] = [headStart, 0, 0];
  let [isResting, isEnded] = [false, false];
  let [lastMs, owed] = [performance.now(), 0];

  const key = (): void => {
    const now = performance.now();
    if (!isResting) owed += ((now - lastMs) / 1000) * perSecond;
    lastMs = now;
    const due = Math.floor(owed);
    owed -= due;
    keyed = Math.min(events.length, keyed + due);
  };

  const take = ({ answers }: Answers): void => {
    for (const { id, outcome, seq, code } of answers) {
      if ((outcome === 'accepted' || outcome === 'repeated') && seq !== null) {
        const before = acknowledged.get(id);
        if (before !== undefined && before.seq !== seq) refusals.push(`${id} had seq ${before.seq}, now ${seq}`);
        else acknowledged.set(id, { seq, atMs: performance.now() });
      } else refusals.push(`${id}: ${outcome} ${code}`);
    }
    while (sent < events.length && acknowledged.has(events[sent]?.id ?? '')) sent += 1;
  };

  const sendPrefix = async (): Promise<void> => {
    const prefix = events.slice(sent, Math.min(keyed, sent + mostAtOnce));
    const body = { contractVersion, events: prefix };
    const answer = await send(`${url}/v1/games/${gameId}/events`, 'POST', body, token());
    if (answer.status === 200) return take(answer.body as Answers);
    if (answer.status < 500 && answer.status !== 429 && answer.status !== 401 && answer.status !== 409)
      refusals.push(`the request: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    throw new Error(`${answer.status}`);
  };

  const work = async (): Promise<void> => {
    let failures = 0;
    while (!isEnded) {
      key();
      if (keyed === sent) {
        await pause(1000 / perSecond);
        continue;
      }
      try {
        await sendPrefix();
        failures = 0;
      } catch {
        troubles += 1;
        failures += 1;
        await pause(Math.random() * Math.min(200 * 2 ** failures, 2_000));
      }
    }
  };
  void work();

  return {
    game,
    acknowledged,
    refusals,
    troubles: () => troubles,
    isDone: () => sent === events.length,
    rest: async () => {
      isResting = true;
      while (sent < keyed) await pause(50);
    },
    goOn: () => {
      isResting = false;
    },
    end: () => {
      isEnded = true;
    },
  };
};
