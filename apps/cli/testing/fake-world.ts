/** The doors of a command in memory: files, captured output, a clock that moves when somebody sleeps. */
import type { Fetch } from '../src/api/client.ts';
import type { World } from '../src/world.ts';
import * as feed from './feed.ts';

export type FakeWorld = World & {
  readonly files: Map<string, string>;
  readonly printed: string[];
  readonly notes: string[];
  readonly slept: number[];
};

const noNetwork: Fetch = () => Promise.reject(new Error('no network in this test'));

export const fakeWorld = (fetch: Fetch = noNetwork): FakeWorld => {
  const files = new Map([
    ['plays.json', feed.playByPlay],
    ['roster.json', feed.roster],
  ]);
  const printed: string[] = [];
  const notes: string[] = [];
  const slept: number[] = [];
  let nowMs = 0;
  return {
    files,
    printed,
    notes,
    slept,
    readText: async (path) => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`no file ${path}`);
      return text;
    },
    writeText: async (path, text) => {
      files.set(path, text);
    },
    print: (text) => printed.push(text),
    note: (text) => notes.push(text),
    fetch,
    nowMs: () => nowMs,
    sleep: async (ms) => {
      if (ms > 0) slept.push(ms);
      nowMs += ms;
    },
    random: () => 1,
  };
};

export const feedOptions = { format: 'nba-live', playByPlay: 'plays.json', roster: 'roster.json' } as const;
