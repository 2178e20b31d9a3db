/** The doors of a command: files, terminal, network, time. `main.ts` opens them; a test passes its own. */
import type { Fetch } from './api/client.ts';

export type World = {
  readonly readText: (path: string) => Promise<string>;
  /** Whole or not at all: never half a file. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** Results, to standard output. */
  readonly print: (text: string) => void;
  /** Progress and warnings, to standard error. */
  readonly note: (text: string) => void;
  readonly fetch: Fetch;
  readonly nowMs: () => number;
  /** Rejects when the person stops the command. */
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 ≤ x < 1, for the spread of retries. */
  readonly random: () => number;
};
