/** A play's way, from before its POST until a watching socket has parsed the delta that it is in. One at a time, 20 a second. */
import { setTimeout as pause } from 'node:timers/promises';
import type { GameEvent } from '@bball/engine';
import { connections } from '../http.ts';
import { type ApiHost, appendEventsWell } from '../league.ts';
import type { Keying } from '../plays.ts';
import { openViewer } from './one-viewer.ts';

const gapMs = 50;
const lostAfterMs = 30_000;

export type Table = { readonly token: string; readonly keying: Keying };

type Way = {
  /** Where plays are posted, and where the viewer watches. */
  readonly host: ApiHost;
  readonly watchUrl: string;
  readonly table: Table;
  /** The play of this turn. */
  readonly next: (turn: number) => GameEvent;
  readonly warmUps: number;
  readonly turns: number;
};

export const wayTimes = async ({ host, watchUrl, table, next, warmUps, turns }: Way): Promise<readonly number[]> => {
  const { token, keying } = table;
  const agent = connections(1);
  const viewer = await openViewer(watchUrl, keying.gameId);
  const times: number[] = [];
  try {
    for (let turn = 0; turn < warmUps + turns; turn += 1) {
      const startedAt = performance.now();
      const head = await appendEventsWell(host, agent, { token, gameId: keying.gameId, events: [next(turn)] });
      const lost = AbortSignal.timeout(lostAfterMs);
      await Promise.race([
        viewer.reached(head),
        pause(lostAfterMs + 1, undefined, { signal: lost, ref: false }).catch(() => {
          throw new Error(`the viewer never had revision ${head}`);
        }),
      ]);
      const tookMs = performance.now() - startedAt;
      if (turn >= warmUps) times.push(tookMs);
      await pause(Math.max(0, gapMs - tookMs));
    }
  } finally {
    viewer.close();
    agent.destroy();
  }
  return times;
};
