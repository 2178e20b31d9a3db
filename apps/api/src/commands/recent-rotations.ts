/**
 * The last rotation of each family, told to all processes for some seconds: an honest double refresh through another process gets its answer
 * without waiting for the family's row.
 * Invariants: it only ever repeats. Within the minute in which a family repeats its head cannot move (decideRefresh), so the answer is the one
 * that PostgreSQL would give; a family that ended is forgotten when the change is heard, and after 5 s anyway. No token lies there, only hashes.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { Keys } from '../credentials/keys.ts';
import { hashOf, sessionIdOf, successorsOf } from '../credentials/refresh-token.ts';
import type { AccessChanges } from '../repositories/access-changes.ts';
import type { Shared } from '../repositories/redis/shared.ts';
import type { StoredSession } from '../repositories/sessions.ts';
import { decideRefresh, type Family } from './refresh-decision.ts';

export type RotatedSession = Family & Pick<StoredSession, 'id' | 'userId' | 'client' | 'signedInAtMs'>;

export type Rotation = { readonly spent: string; readonly next: string; readonly session: RotatedSession };

export type Repeated = { readonly session: RotatedSession; readonly refreshToken: string };

export type RecentRotations = (presented: string) => Promise<{
  /** What this very token was exchanged for a moment ago; null: the family has to be asked. */
  readonly repeated: Repeated | null;
  /** Tells that it was exchanged for `next`; to be called once that is committed. */
  readonly tell: (next: string, session: RotatedSession) => void;
}>;

type Deps = {
  readonly sharedRotations: Shared<Rotation>;
  readonly accessChanges: AccessChanges;
  readonly keys: Pick<Keys, 'refresh'>;
  readonly rules: AccountRules;
  readonly nowMs: () => number;
};

export const makeRecentRotations = ({ sharedRotations, accessChanges, ...deps }: Deps): RecentRotations => {
  accessChanges.subscribe(({ subject, subjectId }) => {
    if (subject === 'session') void sharedRotations.drop(subjectId);
  });
  return async (presented) => {
    const { known, keep } = await sharedRotations.look(sessionIdOf(presented));
    return {
      repeated: known === null ? null : repeatedOf(known.value, presented, deps),
      tell: (next, session) => void keep({ spent: textOf(presented), next: textOf(next), session: rotatedOf(session) }),
    };
  };
};

const repeatedOf = (
  { spent, next, session }: Rotation,
  presented: string,
  { keys, rules, nowMs }: Pick<Deps, 'keys' | 'rules' | 'nowMs'>,
): Repeated | null => {
  if (spent !== textOf(presented)) return null;
  if (decideRefresh(session, session.headGeneration - 1, nowMs(), rules) !== 'repeat') return null;
  const refreshToken = successorsOf(presented, keys.refresh).find((candidate) => textOf(candidate) === next);
  return refreshToken === undefined ? null : { session, refreshToken };
};

const textOf = (token: string): string => Buffer.from(hashOf(token)).toString('base64url');

/** Field by field: device and place stay where they are. */
const rotatedOf = (session: RotatedSession): RotatedSession => ({
  id: session.id,
  userId: session.userId,
  client: session.client,
  signedInAtMs: session.signedInAtMs,
  headGeneration: session.headGeneration,
  headMadeAtMs: session.headMadeAtMs,
  headAtMs: session.headAtMs,
  headSeen: session.headSeen,
  lostInARow: session.lostInARow,
  idleUntilMs: session.idleUntilMs,
  expiresAtMs: session.expiresAtMs,
  endedAtMs: session.endedAtMs,
});
