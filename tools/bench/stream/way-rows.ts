/** The rows of a play's way: through PostgreSQL, Kafka, Flink, Kafka and another API process beside the embedded profile; corrections. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from '../child.ts';
import { connections } from '../http.ts';
import { type ApiHost, appendWell, makeLeague } from '../league.ts';
import { median, quantile } from '../measure.ts';
import type { Row } from '../report.ts';
import type { BenchStack } from './bench-stack.ts';
import { type Table, wayTimes } from './way.ts';

const rounds = 3;
const warmUps = 40;
const turns = 200;
/** A long game, as one is at its end. */
const longGame = 600;
const batch = 100;

const newTable = async (host: ApiHost): Promise<Table> => {
  const { token, keyings } = await makeLeague(host, 1);
  return { token, keying: keyings[0]! };
};

type Times = { readonly p50: number; readonly p99: number };

/** The median over the rounds of what was quick and what was slow in each. */
const middle = (measured: readonly (readonly number[])[]): Times => ({
  p50: median(measured.map((times) => quantile(times, 0.5))),
  p99: median(measured.map((times) => quantile(times, 0.99))),
});

const appended = async (host: ApiHost, watchUrl: string): Promise<readonly number[]> => {
  const table = await newTable(host);
  const next = () => table.keying.next(1)[0]!;
  return wayTimes({ host, watchUrl, table, next, warmUps, turns });
};

export const wayRows = async (stack: BenchStack, folder: string): Promise<readonly Row[]> => {
  const dataFolder = join(folder, `embedded-${process.pid}`);
  const embedded: ApiHost = await startHost('api-host.ts', { DATA_DIR: dataFolder });
  try {
    const [far, near]: (readonly number[])[][] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      far!.push(await appended(stack.host('api-1'), stack.host('api-2').answer.url));
      near!.push(await appended(embedded, embedded.answer.url));
    }
    const [there, here] = [middle(far!), middle(near!)];
    const row = (what: string, of: keyof Times, mostMs: number): Row => ({
      what,
      value: there[of],
      unit: 'ms',
      against: { what: 'embedded profile', value: here[of] },
      aim: { says: `< ${mostMs} ms`, isMet: there[of] < mostMs },
    });
    return [row('POST → a socket of the other process, through Kafka and Flink, 20 events/s, p50', 'p50', 25), row('the same, p99', 'p99', 100)];
  } finally {
    await embedded.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

/** Appends and corrections of the same long game in turn, so that both meet the machine in the same mood. */
const longGameTimes = async (stack: BenchStack): Promise<{ readonly append: number; readonly correction: number }> => {
  const [host, watchUrl] = [stack.host('api-1'), stack.host('api-2').answer.url];
  const table = await newTable(host);
  const agent = connections(1);
  for (let keyed = 0; keyed < longGame; keyed += batch) await appendWell(host, agent, { ...table, count: batch });
  agent.destroy();
  const { keying } = table;
  const next = (turn: number) => (turn % 2 === 0 ? keying.next(1)[0]! : keying.amendment());
  const times = await wayTimes({ host, watchUrl, table, next, warmUps, turns });
  return {
    append: median(times.filter((_, turn) => turn % 2 === 0)),
    correction: median(times.filter((_, turn) => turn % 2 === 1)),
  };
};

export const correctionRows = async (stack: BenchStack): Promise<readonly Row[]> => {
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await longGameTimes(stack));
  const [correction, append] = [median(measured.map((one) => one.correction)), median(measured.map((one) => one.append))];
  return [
    {
      what: `a correction in a game of ${longGame} events → socket`,
      value: correction,
      unit: 'ms',
      against: { what: 'an append to it', value: append },
      aim: { says: '≤ 2×', isMet: correction <= 2 * append },
    },
  ];
};
