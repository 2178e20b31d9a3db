/**
 * What a reply to a whole request means for the loop that sends. Nothing is decided about events by any of these: all stay
 * pending, but for a single event that the server calls malformed.
 * Source: protocol.md S-6.
 */
export type ReplyRule = {
  /** `back-off`: full jitter, growing. `as-told`: the server's Retry-After and jitter. `hourly`. `stop`: until a person or the shell did something. */
  readonly wait: 'back-off' | 'as-told' | 'hourly' | 'stop' | 'none';
  /** How many times the same prefix may meet this before it is halved; null: never halved. */
  readonly halveAfter: number | null;
  /** What becomes of an event that meets this alone, after as many times. */
  readonly alone: 'stuck' | 'rejected' | null;
  /** From then on at most so many events a request. */
  readonly atMost: number | null;
  /** What the shell does. */
  readonly ask: 'renew-token' | 'create-game' | 'sign-in-or-hand-over' | 'say-server-is-older' | 'say-log-is-full' | null;
};

export const replyRules = {
  network: { wait: 'back-off', halveAfter: null, alone: null, atMost: null, ask: null },
  timeout: { wait: 'back-off', halveAfter: null, alone: null, atMost: 50, ask: null },
  'server-error': { wait: 'back-off', halveAfter: 3, alone: 'stuck', atMost: null, ask: null },
  'malformed-request': { wait: 'none', halveAfter: 1, alone: 'rejected', atMost: null, ask: null },
  'batch-too-large': { wait: 'none', halveAfter: 1, alone: 'rejected', atMost: null, ask: null },
  unauthenticated: { wait: 'stop', halveAfter: null, alone: null, atMost: null, ask: 'renew-token' },
  'not-a-scorer': { wait: 'stop', halveAfter: null, alone: null, atMost: null, ask: 'sign-in-or-hand-over' },
  'game-not-found': { wait: 'stop', halveAfter: null, alone: null, atMost: null, ask: 'create-game' },
  'contract-too-new': { wait: 'hourly', halveAfter: null, alone: null, atMost: null, ask: 'say-server-is-older' },
  'log-full': { wait: 'hourly', halveAfter: null, alone: null, atMost: null, ask: 'say-log-is-full' },
  busy: { wait: 'as-told', halveAfter: null, alone: null, atMost: null, ask: null },
} as const satisfies Record<string, ReplyRule>;

export type ReplyKind = keyof typeof replyRules;

/** Which row a problem reply is: by its stable code where that says more than the status. */
export const replyKind = (status: number, code: string | null): ReplyKind => {
  if (status === 429 || status === 503) return 'busy';
  if (status >= 500) return 'server-error';
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'not-a-scorer';
  if (status === 404) return 'game-not-found';
  if (status === 413) return 'batch-too-large';
  if (status === 409) return code === 'log-full' ? 'log-full' : 'contract-too-new';
  return 'malformed-request';
};
