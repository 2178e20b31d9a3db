/**
 * The actor behind an access token. The token only says which session; whether that lives, and who its user is, is read and kept for at
 * most 5 s, less when a change is heard. Seeing a token also proves that the answer it came in was not lost.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { AccessClaims, AccessTokens } from '../credentials/access-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import type { UserActor } from '../policies/actor.ts';
import { isGrownOn } from '../policies/age.ts';
import type { AccessChange, AccessChanges } from '../repositories/access-changes.ts';
import type { Accounts } from '../repositories/accounts.ts';
import type { StoredSession } from '../repositories/sessions.ts';
import type { User } from '../repositories/users.ts';

export type GetActorDeps = {
  readonly accounts: {
    readonly users: Pick<Accounts['users'], 'find'>;
    readonly sessions: Pick<Accounts['sessions'], 'find' | 'markHeadSeen'>;
  };
  readonly accessTokens: Pick<AccessTokens, 'verify'>;
  readonly accessChanges: AccessChanges;
  readonly rules: Pick<AccountRules, 'freshMs'>;
  readonly nowMs: () => number;
};

export type TokenRefusal = 'token-invalid' | 'session-ended';
export type ActorOfToken = (token: string) => Promise<Result<UserActor, TokenRefusal>>;

const keptMs = 5_000;
const keptSessions = 20_000;

type Kept = { readonly session: StoredSession | null; readonly user: User | null; readonly untilMs: number };

export const getActor = (deps: GetActorDeps): ActorOfToken => {
  const kept = new Map<string, Kept>();
  const seen = new Set<string>();
  deps.accessChanges.subscribe((change) => forget(kept, change));
  return async (token) => {
    const claims = await deps.accessTokens.verify(token);
    if (claims === null) return reject('token-invalid');
    const { session, user } = await stateOf(claims, kept, deps);
    if (session === null || user === null || session.userId !== claims.userId) return reject('token-invalid');
    const nowMs = deps.nowMs();
    if (session.endedAtMs !== null || nowMs >= session.expiresAtMs || user.status !== 'active')
      return reject('session-ended');
    // Rights of the user changed at the root: the client fetches a token of the new epoch.
    if (claims.epoch !== user.accessEpoch) return reject('token-invalid');
    await markSeen(claims, session, seen, deps);
    return accept(actorOf(claims, user, nowMs, deps));
  };
};

const stateOf = async (
  claims: AccessClaims,
  kept: Map<string, Kept>,
  { accounts, nowMs }: GetActorDeps,
): Promise<Kept> => {
  const known = kept.get(claims.sessionId);
  if (known !== undefined && known.untilMs > nowMs()) return known;
  const untilMs = nowMs() + keptMs;
  const [session, user] = await Promise.all([
    accounts.sessions.find(claims.sessionId),
    accounts.users.find(claims.userId),
  ]);
  const fresh = { session, user, untilMs };
  kept.delete(claims.sessionId);
  kept.set(claims.sessionId, fresh);
  if (kept.size > keptSessions) kept.delete(kept.keys().next().value!);
  return fresh;
};

const forget = (kept: Map<string, Kept>, { subject, subjectId }: AccessChange): void => {
  if (subject === 'session') kept.delete(subjectId);
  if (subject !== 'user') return;
  for (const [sessionId, { user }] of kept) if (user?.id === subjectId) kept.delete(sessionId);
};

/** Written once per generation. */
const markSeen = async (
  claims: AccessClaims,
  session: StoredSession,
  seen: Set<string>,
  { accounts }: GetActorDeps,
): Promise<void> => {
  const key = `${claims.sessionId}:${claims.generation}`;
  if (seen.has(key) || (claims.generation === session.headGeneration && session.headSeen)) return;
  await accounts.sessions.markHeadSeen(claims.sessionId, claims.generation);
  seen.add(key);
  if (seen.size > keptSessions) seen.delete(seen.values().next().value!);
};

const actorOf = (claims: AccessClaims, user: User, nowMs: number, { rules }: GetActorDeps): UserActor => ({
  kind: 'user',
  userId: user.id,
  sessionId: claims.sessionId,
  authTimeMs: claims.authTimeMs,
  isFresh: nowMs - claims.authTimeMs <= rules.freshMs,
  isEmailVerified: user.isEmailVerified,
  isGrown: isGrownOn(user.bornOn, user.country, new Date(nowMs).toISOString().slice(0, 10)),
  platformRole: user.platformRole,
});
