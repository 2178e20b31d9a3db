/** Both tokens of a session at one generation, and how long the session lives from now. */
import type { AccountRules } from '../config/accounts.ts';
import type { AccessTokens } from '../credentials/access-token.ts';
import type { StoredSession } from '../repositories/sessions.ts';
import type { User } from '../repositories/users.ts';

export type GivenTokens = {
  readonly accessToken: string;
  readonly accessExpiresAtMs: number;
  readonly refreshToken: string;
  readonly session: Pick<StoredSession, 'id' | 'client' | 'idleUntilMs' | 'expiresAtMs'>;
  readonly user: User;
};

type Given = {
  readonly session: Pick<
    StoredSession,
    'id' | 'client' | 'signedInAtMs' | 'idleUntilMs' | 'expiresAtMs' | 'headGeneration'
  >;
  readonly user: User;
  readonly refreshToken: string;
};

export const giveTokens = async (
  accessTokens: Pick<AccessTokens, 'sign'>,
  { session, user, refreshToken }: Given,
): Promise<GivenTokens> => {
  const { token, expiresAtMs } = await accessTokens.sign({
    userId: user.id,
    sessionId: session.id,
    generation: session.headGeneration,
    authTimeMs: session.signedInAtMs,
    epoch: user.accessEpoch,
  });
  const { id, client, idleUntilMs, expiresAtMs: endsAtMs } = session;
  return {
    accessToken: token,
    accessExpiresAtMs: expiresAtMs,
    refreshToken,
    session: { id, client, idleUntilMs, expiresAtMs: endsAtMs },
    user,
  };
};

export const lifetimeOf = ({ lifetimes }: AccountRules, user: Pick<User, 'platformRole'>, client: 'web' | 'phone') =>
  user.platformRole === 'admin' ? lifetimes.admin : lifetimes[client];
