/** `npm run chaos -- --seed N --minutes M [--games G] [--rate R] [--viewers V] [--only word]… [--keep]` */
import { parseArgs } from 'node:util';

export type Arguments = {
  readonly seed: number;
  readonly minutes: number;
  /** Played at once; a finished one is followed by another. */
  readonly games: number;
  /** Events a second, over all games. */
  readonly rate: number;
  /** Spread over the games. */
  readonly viewers: number;
  /** Only faults with one of these words in their name; none: all. */
  readonly only: readonly string[];
  /** Keep data and logs of the stack afterwards. */
  readonly keeps: boolean;
};

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} ${text}: a number above 0`);
  return value;
};

export const readArguments = (words: readonly string[]): Arguments => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '10' },
      games: { type: 'string', default: '20' },
      rate: { type: 'string', default: '40' },
      viewers: { type: 'string', default: '40' },
      only: { type: 'string', multiple: true, default: [] },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    seed: numberOf('seed', values.seed),
    minutes: numberOf('minutes', values.minutes),
    games: numberOf('games', values.games),
    rate: numberOf('rate', values.rate),
    viewers: numberOf('viewers', values.viewers),
    only: values.only,
    keeps: values.keep,
  };
};
