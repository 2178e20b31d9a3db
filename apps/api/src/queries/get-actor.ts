/**
 * The actor behind an access token. The token only says which session; whether that lives, and who its user is, is looked up and kept for at
 * most 5 s, less when a change is heard. Seeing a token also proves that the answer it came in was not lost.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { AccessClaims, AccessTokens } from '../credentials/access-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import type { UserActor } from '../policies/actor.ts';
import type { AccessChanges } from '../repositories/access-changes.ts';
import type { Accounts } from '../repositories/accounts.ts';
import type { Shared } from '../repositories/redis/shared.ts';
import { keepSessionFacts, type SessionFacts } from './session-facts.ts';

export type GetActorDeps = {
  readonly accounts: {
    readonly users: Pick<Accounts['users'], 'find'>;
    readonly sessions: Pick<Accounts['sessions'], 'find' | 'markHeadSeen'>;
  };
  readonly sharedFacts: Shared<SessionFacts>;
  readonly accessTokens: Pick<AccessTokens, 'verify'>;
  readonly accessChanges: AccessChanges;
  readonly rules: Pick<AccountRules, 'freshMs' | 'believedMs'>;
  readonly nowMs: () => number;
};

export type TokenRefusal = 'token-invalid' | 'session-ended';
export type ActorOfToken = (token: string) => Promise<Result<UserActor, TokenRefusal>>;

const seenKept = 20_000;

export const getActor = (deps: GetActorDeps): ActorOfToken => {
  const factsOf = keepSessionFacts(deps);
  const seen = new Set<string>();
  return async (token) => {
    const claims = await deps.accessTokens.verify(token);
    if (claims === null) return reject('token-invalid');
    const facts = await factsOf(claims);
    if (facts === null || facts.userId !== claims.userId) return reject('token-invalid');
    const nowMs = deps.nowMs();
    if (!facts.isLiving || nowMs >= facts.expiresAtMs) return reject('session-ended');
    // Rights of the user changed at the root: the client fetches a token of the new epoch.
    if (claims.epoch !== facts.epoch) return reject('token-invalid');
    await markSeen(claims, facts, seen, deps);
    return accept(actorOf(claims, facts, nowMs, deps));
  };
};

/** Written once per generation. */
const markSeen = async (
  claims: AccessClaims,
  facts: SessionFacts,
  seen: Set<string>,
  { accounts }: GetActorDeps,
): Promise<void> => {
  const key = `${claims.sessionId}:${claims.generation}`;
  if (seen.has(key) || (claims.generation === facts.headGeneration && facts.isHeadSeen)) return;
  await accounts.sessions.markHeadSeen(claims.sessionId, claims.generation);
  seen.add(key);
  if (seen.size > seenKept) seen.delete(seen.values().next().value!);
};

const actorOf = (claims: AccessClaims, facts: SessionFacts, nowMs: number, { rules }: GetActorDeps): UserActor => ({
  kind: 'user',
  userId: facts.userId,
  sessionId: claims.sessionId,
  authTimeMs: claims.authTimeMs,
  isFresh: nowMs - claims.authTimeMs <= rules.freshMs,
  isEmailVerified: facts.isEmailVerified,
  isGrown: facts.isGrown,
  platformRole: facts.platformRole,
});
