/** Which machine the numbers are of: a number without it says nothing. */
import { availableParallelism, cpus, hostname, release, totalmem, type } from 'node:os';

export type Machine = {
  readonly name: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
};

export const thisMachine = (): Machine => ({
  name: hostname(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  node: process.version,
});
