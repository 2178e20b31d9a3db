/** The rows of the real stream: PostgreSQL, Kafka, Flink with the engine, Redis and API processes, on stacks of the benchmark's own. */
import type { Measured, Row } from './report.ts';
import { startStack } from './stream/bench-stack.ts';
import { publishRows } from './stream/publish-rows.ts';
import { recoveryRows } from './stream/recovery-rows.ts';
import { throughputRows } from './stream/throughput-rows.ts';
import { correctionRows, wayRows } from './stream/way-rows.ts';

const liveParts = ['postgres', 'redis', 'kafka', 'topics', 'jobmanager', 'taskmanager', 'api-1', 'api-2', 'job'] as const;

const liveRows = async (folder: string): Promise<readonly Row[]> => {
  const stack = await startStack(folder, liveParts);
  try {
    return [...(await wayRows(stack, folder)), ...(await correctionRows(stack)), ...(await recoveryRows(stack))];
  } finally {
    await stack.stop();
  }
};

/** One after the other: each has the machine for itself. */
const parts: Readonly<Record<string, (folder: string) => Promise<readonly Row[]>>> = {
  live: liveRows,
  publishing: publishRows,
  throughput: throughputRows,
};

export const streamRows = async (folder: string): Promise<Measured> => {
  const rows: Row[] = [];
  const left = [];
  for (const [what, measure] of Object.entries(parts)) {
    try {
      rows.push(...(await measure(folder)));
    } catch (error) {
      left.push({ what: `stream, ${what}`, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { rows, left };
};
