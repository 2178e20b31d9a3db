/** From kill -9 of the TaskManager until a viewer has the next delta, beside the time that Flink takes to notice. */
import { setTimeout as pause } from 'node:timers/promises';
import { jobsAt } from '@bball/stack/job/flink-rest';
import { connections } from '../http.ts';
import { appendWell, makeLeague } from '../league.ts';
import { median } from '../measure.ts';
import type { Row } from '../report.ts';
import type { BenchStack } from './bench-stack.ts';
import { openViewer } from './one-viewer.ts';

const rounds = 3;
const gapMs = 50;
const calmMs = 8_000;
const limitMs = 120_000;

const restOf = ({ place }: BenchStack): string => `http://127.0.0.1:${place.port('jobmanager')}`;

/** The moment at which the job was last seen to have failed, by the clock of the JobManager, which is ours. */
const restartedAt = async (rest: string): Promise<number> => {
  const job = (await jobsAt(rest)).find(({ state }) => state !== 'FAILED' && state !== 'CANCELED');
  const answer = await fetch(`${rest}/jobs/${job?.jid}`);
  const { timestamps } = (await answer.json()) as { timestamps: { RESTARTING: number } };
  return timestamps.RESTARTING;
};

type Times = { readonly nextDeltaMs: number; readonly detectionMs: number };

const once = async (stack: BenchStack): Promise<Times> => {
  const host = stack.host('api-1');
  const { token, keyings } = await makeLeague(host, 1);
  const keying = keyings[0]!;
  const agent = connections(1);
  const viewer = await openViewer(stack.host('api-2').answer.url, keying.gameId);
  let isPlaying = true;
  const play = async (): Promise<void> => {
    while (isPlaying) {
      await appendWell(host, agent, { token, keying, count: 1 });
      await pause(gapMs);
    }
  };
  const playing = play();
  try {
    await pause(calmMs);
    const killedAt = Date.now();
    process.kill(stack.pidOf('taskmanager'), 'SIGKILL');
    await pause(200);
    const before = viewer.revision();
    await Promise.race([viewer.reached(before + 1), pause(limitMs, undefined, { ref: false })]);
    const nextDeltaMs = Date.now() - killedAt;
    return { nextDeltaMs, detectionMs: (await restartedAt(restOf(stack))) - killedAt };
  } finally {
    isPlaying = false;
    await playing;
    viewer.close();
    agent.destroy();
  }
};

export const recoveryRows = async (stack: BenchStack): Promise<readonly Row[]> => {
  const measured: Times[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await once(stack));
  const next = median(measured.map(({ nextDeltaMs }) => nextDeltaMs)) / 1000;
  return [
    {
      what: 'kill -9 of the TaskManager until the next delta',
      value: next,
      unit: 's',
      against: {
        what: 'until Flink has noticed',
        value: median(measured.map(({ detectionMs }) => detectionMs)) / 1000,
      },
      aim: { says: '< 10 s', isMet: next < 10 },
    },
  ];
};
