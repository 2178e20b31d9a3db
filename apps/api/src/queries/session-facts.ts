/**
 * What a request has to know of its session: kept here for 5 s, shared with the other processes for what is left of these, read from
 * PostgreSQL otherwise. A change that is heard drops it in both places (access.md §4); whatever else happens to Redis, the 5 s end it.
 * Invariant: nothing that is read before a change was heard is kept after it.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { AccessClaims } from '../credentials/access-token.ts';
import { isGrownOn } from '../policies/age.ts';
import type { AccessChange, AccessChanges } from '../repositories/access-changes.ts';
import type { Accounts } from '../repositories/accounts.ts';
import type { Shared } from '../repositories/redis/shared.ts';

/** No name, address or birth date: this lies in Redis, too. */
export type SessionFacts = {
  readonly userId: string;
  /** Not ended, and its user may sign in. */
  readonly isLiving: boolean;
  readonly expiresAtMs: number;
  readonly headGeneration: number;
  readonly isHeadSeen: boolean;
  readonly epoch: number;
  readonly isEmailVerified: boolean;
  readonly isGrown: boolean;
  readonly platformRole: 'admin' | null;
};

type Asked = Pick<AccessClaims, 'sessionId' | 'userId'>;

type Deps = {
  readonly accounts: {
    readonly users: Pick<Accounts['users'], 'find'>;
    readonly sessions: Pick<Accounts['sessions'], 'find'>;
  };
  readonly sharedFacts: Shared<SessionFacts>;
  readonly accessChanges: AccessChanges;
  readonly rules: Pick<AccountRules, 'believedMs'>;
  readonly nowMs: () => number;
};

const mostKept = 20_000;

type Kept = { facts: Promise<SessionFacts | null>; readonly userId: string; untilMs: number };

/** Null: there is no such session. */
export const keepSessionFacts = (deps: Deps): ((asked: Asked) => Promise<SessionFacts | null>) => {
  const { sharedFacts, nowMs } = deps;
  const { believedMs } = deps.rules;
  const kept = new Map<string, Kept>();
  deps.accessChanges.subscribe((change) => {
    for (const sessionId of sessionsOf(change, kept)) {
      kept.delete(sessionId);
      void sharedFacts.drop(sessionId);
    }
  });

  const look = async (asked: Asked, mine: Kept): Promise<SessionFacts | null> => {
    const { known, keep } = await sharedFacts.look(asked.sessionId);
    if (known !== null) {
      mine.untilMs = Math.min(mine.untilMs, nowMs() + known.leftMs);
      return known.value;
    }
    const facts = await readFacts(asked, deps);
    if (facts !== null && kept.get(asked.sessionId) === mine) void keep(facts);
    return facts;
  };

  return (asked) => {
    const { sessionId, userId } = asked;
    const known = kept.get(sessionId);
    if (known !== undefined && known.untilMs > nowMs()) return known.facts;
    const mine: Kept = { facts: Promise.resolve(null), userId, untilMs: nowMs() + believedMs };
    mine.facts = look(asked, mine);
    kept.delete(sessionId);
    kept.set(sessionId, mine);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    mine.facts.catch(() => kept.get(sessionId) === mine && kept.delete(sessionId));
    return mine.facts;
  };
};

/** A session is dropped also where only the others may keep it. */
const sessionsOf = ({ subject, subjectId }: AccessChange, kept: ReadonlyMap<string, Kept>): readonly string[] => {
  if (subject === 'session') return [subjectId];
  if (subject !== 'user') return [];
  return [...kept].filter(([, { userId }]) => userId === subjectId).map(([sessionId]) => sessionId);
};

const readFacts = async ({ sessionId, userId }: Asked, { accounts, nowMs }: Deps): Promise<SessionFacts | null> => {
  const [session, user] = await Promise.all([accounts.sessions.find(sessionId), accounts.users.find(userId)]);
  if (session === null || user === null) return null;
  return {
    userId: session.userId,
    isLiving: session.endedAtMs === null && user.status === 'active',
    expiresAtMs: session.expiresAtMs,
    headGeneration: session.headGeneration,
    isHeadSeen: session.headSeen,
    epoch: user.accessEpoch,
    isEmailVerified: user.isEmailVerified,
    isGrown: isGrownOn(user.bornOn, user.country, new Date(nowMs()).toISOString().slice(0, 10)),
    platformRole: user.platformRole,
  };
};
