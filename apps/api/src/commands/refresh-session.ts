/**
 * Exchanges a refresh token for an access token and its own successor. One refresh of a family at a time, by the lock of its row; what a
 * token means is decided by `decideRefresh`.
 * Rejections: `refresh-token-unknown` revokes nothing (a guess must not end anybody's session); `session-ended` for a family that is over,
 * also when this very token ended it.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { AccessTokens } from '../credentials/access-token.ts';
import type { Keys } from '../credentials/keys.ts';
import { hashOf, successorsOf } from '../credentials/refresh-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import type { AccountRows, Accounts } from '../repositories/accounts.ts';
import type { StoredSession } from '../repositories/sessions.ts';
import type { User } from '../repositories/users.ts';
import { type GivenTokens, giveTokens, lifetimeOf } from './give-tokens.ts';
import { makeInTurn } from './in-turn.ts';
import { sessionReuseText } from './mail-texts.ts';
import type { RecentRotations, Repeated } from './recent-rotations.ts';
import { decideRefresh, headAfter, type RefreshDecision } from './refresh-decision.ts';
import type { Sender } from './sender.ts';

export type RefreshSessionDeps = {
  readonly accounts: Accounts;
  readonly accessTokens: Pick<AccessTokens, 'sign'>;
  readonly keys: Pick<Keys, 'refresh'>;
  readonly rotations: RecentRotations;
  readonly rules: AccountRules;
  /** Null when the session may refresh again; counted only for tokens that are known, so a guesser cannot use it up. */
  readonly limit: (sessionId: string) => Promise<number | null>;
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** For the log and the metric. */
  readonly told: (outcome: RefreshDecision | 'unknown', sessionId: string | null) => void;
};

type Refusal = 'refresh-token-unknown' | 'session-ended' | 'too-many-requests';

type RefreshSession = (presented: string, sender: Sender) => Promise<Result<GivenTokens, Refusal>>;

export const refreshSession = (deps: RefreshSessionDeps): RefreshSession => {
  const inTurn = makeInTurn();
  return async (presented, sender) => {
    const { repeated, tell } = await deps.rotations(presented);
    if (repeated !== null) return repeatFor(repeated, deps);
    const known = await deps.accounts.sessions.findToken(hashOf(presented));
    if (known === null) {
      deps.told('unknown', null);
      return reject('refresh-token-unknown');
    }
    const wait = await deps.limit(known.sessionId);
    if (wait !== null) return reject('too-many-requests', { retryAfterSeconds: wait });
    const outcome = await inTurn(known.sessionId, () =>
      deps.accounts.together((rows) => exchange(rows, { presented, ...known, sender }, deps)),
    );
    deps.told(outcome.decision, known.sessionId);
    if (outcome.given === null) return reject('session-ended');
    if (outcome.decision === 'rotate') tell(outcome.given.refreshToken, outcome.given.session);
    return accept(await giveTokens(deps.accessTokens, outcome.given));
  };
};

const repeatFor = async (
  { session, refreshToken }: Repeated,
  deps: RefreshSessionDeps,
): Promise<Result<GivenTokens, Refusal>> => {
  const wait = await deps.limit(session.id);
  if (wait !== null) return reject('too-many-requests', { retryAfterSeconds: wait });
  const user = await deps.accounts.users.find(session.userId);
  if (user === null || user.status !== 'active') return reject('session-ended');
  deps.told('repeat', session.id);
  return accept(await giveTokens(deps.accessTokens, { session, user, refreshToken }));
};

type Presented = {
  readonly presented: string;
  readonly sessionId: string;
  readonly generation: number;
  readonly sender: Sender;
};
type Outcome = {
  readonly decision: RefreshDecision;
  readonly given: { readonly session: StoredSession; readonly user: User; readonly refreshToken: string } | null;
};

const exchange = async (
  rows: AccountRows,
  { presented, sessionId, generation, sender }: Presented,
  deps: RefreshSessionDeps,
): Promise<Outcome> => {
  const nowMs = deps.nowMs();
  const session = await rows.sessions.lock(sessionId);
  const user = session === null ? null : await rows.users.find(session.userId);
  if (session === null || user === null || user.status !== 'active') return { decision: 'ended', given: null };
  const decision = decideRefresh(session, generation, nowMs, deps.rules);
  if (decision === 'ended') return { decision, given: null };
  if (decision === 'reuse') {
    await endForReuse(rows, { session, user, sender }, deps);
    return { decision, given: null };
  }
  const refreshToken = decision === 'same' ? presented : await successor(rows, { presented, session, decision }, deps);
  if (refreshToken === null) return { decision: 'ended', given: null };
  const head = headAfter(session, decision, nowMs);
  const idleUntilMs = Math.min(nowMs + lifetimeOf(deps.rules, user, session.client).idleMs, session.expiresAtMs);
  const moved = { ...session, ...head, lastSeenAtMs: nowMs, idleUntilMs, place: sender.addressPrefix };
  await rows.sessions.moveHead(sessionId, moved);
  return { decision, given: { session: moved, user, refreshToken } };
};

type Step = { readonly presented: string; readonly session: StoredSession; readonly decision: RefreshDecision };

/** A rotation makes the successor by the newest key; a repeat finds the one that was given, by whichever key that was. */
const successor = async (
  rows: AccountRows,
  { presented, session, decision }: Step,
  deps: RefreshSessionDeps,
): Promise<string | null> => {
  const candidates = successorsOf(presented, deps.keys.refresh);
  if (decision === 'rotate') {
    const next = candidates[0]!;
    await rows.sessions.addToken(session.id, session.headGeneration + 1, hashOf(next));
    return next;
  }
  for (const candidate of candidates) {
    const known = await rows.sessions.findToken(hashOf(candidate));
    if (known?.sessionId === session.id && known.generation === session.headGeneration) return candidate;
  }
  return null;
};

const endForReuse = async (
  rows: AccountRows,
  { session, user, sender }: { readonly session: StoredSession; readonly user: User; readonly sender: Sender },
  deps: RefreshSessionDeps,
): Promise<void> => {
  const atMs = deps.nowMs();
  await rows.changes.note('session', await rows.sessions.end([session.id], 'reuse', atMs));
  await rows.mails.queue({ id: deps.newId(), toEmail: user.email, ...sessionReuseText(deps.publicUrl()), atMs });
  await rows.audit.write({
    atMs,
    actor: { kind: 'nobody', id: null, sessionId: session.id },
    action: 'refresh-reuse',
    subjectId: user.id,
    outcome: 'refused',
    ...sender,
  });
};
