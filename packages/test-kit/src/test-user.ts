/** A signed-in user without the cost of a password: the rows that register, verify and sign in would have left. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Parts } from '@bball/api/parts';

export type TestUserOptions = {
  readonly platformRole?: 'admin';
  /** A birth date is kept of minors only. */
  readonly bornOn?: string;
  readonly isEmailVerified?: boolean;
  readonly displayName?: string;
  /** When the password was given; ten minutes ago and more is not fresh. */
  readonly signedInAtMs?: number;
};

export type TestUser = {
  readonly userId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly accessToken: string;
  /** Spread into the headers of a request. */
  readonly headers: { readonly Authorization: string };
};

const dayMs = 86_400_000;

export const makeTestUser = async (parts: Parts, options: TestUserOptions = {}): Promise<TestUser> => {
  const { users, sessions } = parts.repositories.accounts;
  const atMs = options.signedInAtMs ?? parts.nowMs();
  const [userId, sessionId] = [parts.newId(), parts.newId()];
  const email = `${randomUUID()}@example.org`;
  await users.add({
    id: userId,
    email,
    emailNorm: email,
    passwordHash: 'nobody signs in by this',
    displayName: options.displayName ?? 'Somebody',
    country: 'DE',
    bornOn: options.bornOn ?? null,
    atMs,
  });
  if (options.isEmailVerified ?? true) await users.markEmailVerified(userId, atMs);
  if (options.platformRole !== undefined) await users.setPlatformRole(userId, options.platformRole);
  const times = {
    signedInAtMs: atMs,
    lastSeenAtMs: atMs,
    idleUntilMs: atMs + 30 * dayMs,
    expiresAtMs: atMs + 180 * dayMs,
  };
  const head = { headGeneration: 0, headMadeAtMs: atMs, headAtMs: atMs, headSeen: false, lostInARow: 0 };
  await sessions.add(
    { id: sessionId, userId, client: 'phone', deviceLabel: null, place: null, ...times, ...head },
    new Uint8Array(randomBytes(32)),
  );
  const epoch = options.platformRole === undefined ? 1 : 2;
  const { token } = await parts.credentials.accessTokens.sign({
    userId,
    sessionId,
    generation: 0,
    authTimeMs: atMs,
    epoch,
  });
  return { userId, sessionId, email, accessToken: token, headers: { Authorization: `Bearer ${token}` } };
};
