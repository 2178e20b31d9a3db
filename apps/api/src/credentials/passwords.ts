/**
 * Password hashes: argon2id, 19 MiB, t 2, p 1. Four at once; a short queue; whoever comes after that is told to come again, so a flood of
 * sign-ins cannot take the processors from the games.
 */
import { hash, verify } from '@node-rs/argon2';
import type { AccountRules } from '../config/accounts.ts';
import { type Accepted, accept, type Rejected, reject } from '../errors.ts';

export type Passwords = {
  readonly hash: (password: string) => Promise<Accepted<string> | Rejected<'server-busy'>>;
  /** A null hash is verified against a dummy, so that an unknown account costs the same time. */
  readonly verify: (stored: string | null, password: string) => Promise<Accepted<boolean> | Rejected<'server-busy'>>;
  /** The hash was made with other parameters than today's. */
  readonly isOutdated: (stored: string) => boolean;
};

/** A hash of nothing anybody knows, with today's parameters. */
const dummyPassword = (random: Uint8Array): string => Buffer.from(random).toString('base64');

export const makePasswords = (rules: AccountRules['argon2'], randomBytes: (count: number) => Uint8Array): Passwords => {
  // argon2id is the library's default.
  const options = {
    memoryCost: rules.memoryCost,
    timeCost: rules.timeCost,
    parallelism: rules.parallelism,
  };
  const prefix = `$argon2id$v=19$m=${rules.memoryCost},t=${rules.timeCost},p=${rules.parallelism}$`;
  const queue = makeQueue(rules.atOnce, rules.queue);
  let dummy: Promise<string> | null = null;
  return {
    hash: (password) => queue(() => hash(password.normalize('NFC'), options)),
    verify: (stored, password) =>
      queue(async () => {
        dummy ??= hash(dummyPassword(randomBytes(24)), options);
        const isRight = await verify(stored ?? (await dummy), password.normalize('NFC'));
        return isRight && stored !== null;
      }),
    isOutdated: (stored) => !stored.startsWith(prefix),
  };
};

const makeQueue = (atOnce: number, longest: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <Value>(work: () => Promise<Value>): Promise<Accepted<Value> | Rejected<'server-busy'>> => {
    if (running >= atOnce) {
      if (waiting.length >= longest) return reject('server-busy', { retryAfterSeconds: 2 });
      await new Promise<void>((turn) => waiting.push(turn));
    } else running += 1;
    try {
      return accept(await work());
    } finally {
      // The place passes to the next in line, or becomes free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
