/** The rows of the real stream: PostgreSQL, Kafka, Flink with the engine, Redis and API processes, on stacks of the benchmark's own. */
import type { Measured, Row } from './report.ts';
import { startStack } from './stream/bench-stack.ts';
import { publishRows } from './stream/publish-rows.ts';
import { recoveryRows } from './stream/recovery-rows.ts';
import { throughputRows } from './stream/throughput-rows.ts';
import { correctionRows, wayRows } from './stream/way-rows.ts';

const liveParts = ['postgres', 'redis', 'kafka', 'topics', 'jobmanager', 'taskmanager', 'api-1', 'api-2', 'job'] as const;

type Measure = (folder: string) => Promise<readonly Row[]>;

/** A quarter of an hour is long: what is measured is told at once. */
const told = async (measuring: Promise<readonly Row[]>): Promise<readonly Row[]> => {
  const rows = await measuring;
  for (const { what, value, unit, against } of rows) process.stderr.write(`  ${what}: ${value.toFixed(1)} ${unit}, against ${against?.value.toFixed(1) ?? 'nothing'}\n`);
  return rows;
};

const liveRows: Measure = async (folder) => {
  const stack = await startStack(folder, liveParts);
  try {
    return [...(await told(wayRows(stack, folder))), ...(await told(correctionRows(stack))), ...(await told(recoveryRows(stack)))];
  } finally {
    await stack.stop();
  }
};

/** With what the libraries wrap into it. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined ? error.message : `${error.message} ${reasonOf(inner)}`;
};

/** One after the other: each has the machine for itself. */
const parts: Readonly<Record<string, Measure>> = {
  live: liveRows,
  publishing: (folder) => told(publishRows(folder)),
  throughput: (folder) => told(throughputRows(folder)),
};

export const streamRows = async (folder: string): Promise<Measured> => {
  const rows: Row[] = [];
  const left = [];
  for (const [what, measure] of Object.entries(parts)) {
    try {
      rows.push(...(await measure(folder)));
    } catch (error) {
      left.push({ what: `stream, ${what}`, why: reasonOf(error) });
    }
  }
  return { rows, left };
};
