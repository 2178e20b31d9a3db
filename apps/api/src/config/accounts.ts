/** How long things of accounts live, and how dear a password is. Source: access.md §4. */
const minutes = (count: number) => count * 60_000;
const days = (count: number) => count * 86_400_000;

type Lifetime = { readonly idleMs: number; readonly wholeMs: number };

export type AccountRules = {
  readonly accessTokenMs: number;
  /** A repeat of the last refresh within this gets the same answer; a head younger than this is not rotated. */
  readonly sameAnswerMs: number;
  /** So long a response counts as possibly lost, while nobody ever showed its token. */
  readonly lostResponseMs: number;
  readonly lostResponsesInARow: number;
  /** So long a session that was looked up is believed, by whatever means the change was missed (access.md §4 "Revocation"). */
  readonly believedMs: number;
  /** A password given within this counts as fresh. */
  readonly freshMs: number;
  readonly lifetimes: { readonly phone: Lifetime; readonly web: Lifetime; readonly admin: Lifetime };
  readonly sessionsPerUser: number;
  readonly verifyLinkMs: number;
  readonly resetLinkMs: number;
  /** After so many wrong passwords in a row a new device needs a reset by mail. */
  readonly failuresInARow: number;
  readonly passwordChars: { readonly min: number; readonly max: number };
  readonly argon2: {
    readonly memoryCost: number;
    readonly timeCost: number;
    readonly parallelism: number;
    readonly atOnce: number;
    readonly queue: number;
  };
};

export const accountRules: AccountRules = {
  accessTokenMs: minutes(10),
  sameAnswerMs: 60_000,
  lostResponseMs: days(1),
  lostResponsesInARow: 3,
  believedMs: 5_000,
  freshMs: minutes(10),
  lifetimes: {
    phone: { idleMs: days(30), wholeMs: days(180) },
    web: { idleMs: days(14), wholeMs: days(30) },
    admin: { idleMs: minutes(30), wholeMs: minutes(720) },
  },
  sessionsPerUser: 20,
  verifyLinkMs: days(1),
  resetLinkMs: minutes(30),
  failuresInARow: 100,
  passwordChars: { min: 15, max: 128 },
  argon2: { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1, atOnce: 4, queue: 32 },
};
