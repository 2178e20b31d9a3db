/** Accounts and sessions as their owner sees them. */
import type { Account, Relation, Session, SignedIn } from '@bball/contracts';
import type { StoredSession } from '../repositories/sessions.ts';
import type { User } from '../repositories/users.ts';

const instantOf = (ms: number): string => new Date(ms).toISOString();

export const presentAccount = (user: User, relations: readonly Relation[]): Account => ({
  id: user.id,
  email: user.email,
  displayName: user.displayName,
  isEmailVerified: user.isEmailVerified,
  platformRole: user.platformRole,
  country: user.country,
  createdAt: instantOf(user.createdAtMs),
  relations: [...relations],
});

type Given = {
  readonly accessToken: string;
  readonly accessExpiresAtMs: number;
  readonly refreshToken: string;
  readonly session: Pick<StoredSession, 'client'>;
  readonly user: User;
};

/** On the web the refresh token is in the cookie and in no body. */
export const presentSignedIn = (given: Given, relations: readonly Relation[]): SignedIn => ({
  accessToken: given.accessToken,
  expiresAt: instantOf(given.accessExpiresAtMs),
  refreshToken: given.session.client === 'web' ? null : given.refreshToken,
  user: presentAccount(given.user, relations),
});

export const presentSession = (session: StoredSession, ownSessionId: string): Session => ({
  id: session.id,
  client: session.client,
  deviceLabel: session.deviceLabel,
  place: session.place,
  signedInAt: instantOf(session.signedInAtMs),
  lastSeenAt: instantOf(session.lastSeenAtMs),
  expiresAt: instantOf(session.expiresAtMs),
  isThisOne: session.id === ownSessionId,
});
