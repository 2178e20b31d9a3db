/** How long things of accounts live, and how dear a password is. Source: access.md §4. */
const minutes = (count: number) => count * 60_000;
const days = (count: number) => count * 86_400_000;

export const accountRules = {
  accessTokenMs: minutes(10),
  /** A repeat of the last refresh within this gets the same answer; a head younger than this is not rotated. */
  sameAnswerMs: 60_000,
  /** So long a response counts as possibly lost, while nobody ever showed its token. */
  lostResponseMs: days(1),
  lostResponsesInARow: 3,
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
  /** Nobody under this has an account; born_on is kept under 18 only. */
  minAge: 13,
  adultAge: 18,
} as const;

export type AccountRules = typeof accountRules;
