/**
 * Access tokens: JWT, `alg` Ed25519 only (RFC 9864), `typ` at+jwt, 10 minutes. They name a session and say nothing about rights: no roles,
 * no names, no address.
 * Source: access.md §4.
 */
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Keys } from './keys.ts';

export type AccessClaims = {
  readonly userId: string;
  readonly sessionId: string;
  /** The generation of the refresh token that it came with: seeing it proves that the answer arrived. */
  readonly generation: number;
  readonly authTimeMs: number;
  readonly epoch: number;
  readonly expiresAtMs: number;
};

export type AccessTokens = {
  readonly sign: (
    claims: Omit<AccessClaims, 'expiresAtMs'>,
  ) => Promise<{ readonly token: string; readonly expiresAtMs: number }>;
  /** Null for anything that is not a valid token of ours, whatever the reason. */
  readonly verify: (token: string) => Promise<AccessClaims | null>;
};

const issuer = 'basketball-tracker';
const audience = 'basketball-tracker-api';
const type = 'at+jwt';

type Options = { readonly keys: Pick<Keys, 'signing'>; readonly lifetimeMs: number; readonly nowMs: () => number };

export const makeAccessTokens = ({ keys, lifetimeMs, nowMs }: Options): AccessTokens => ({
  sign: async ({ userId, sessionId, generation, authTimeMs, epoch }) => {
    const { kid, privateKey } = keys.signing[0]!;
    const issuedAt = Math.floor(nowMs() / 1000);
    const expires = issuedAt + lifetimeMs / 1000;
    const token = await new SignJWT({
      sid: sessionId,
      gen: generation,
      auth_time: Math.floor(authTimeMs / 1000),
      epoch,
    })
      .setProtectedHeader({ alg: 'Ed25519', typ: type, kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .sign(privateKey);
    return { token, expiresAtMs: expires * 1000 };
  },
  verify: verifiedOnce(nowMs, async (token) => {
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = keys.signing.find((known) => known.kid === kid);
          if (key === undefined) throw new errors.JWKSNoMatchingKey();
          return key.publicKey;
        },
        {
          algorithms: ['Ed25519'],
          typ: type,
          issuer,
          audience,
          requiredClaims: ['sub', 'sid', 'gen', 'iat', 'exp', 'auth_time', 'epoch'],
          currentDate: new Date(nowMs()),
        },
      );
      return {
        userId: String(payload.sub),
        sessionId: String(payload.sid),
        generation: Number(payload.gen),
        authTimeMs: Number(payload.auth_time) * 1000,
        epoch: Number(payload.epoch),
        expiresAtMs: Number(payload.exp) * 1000,
      };
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }),
});

const keptTokens = 20_000;

/** What a token says never changes, so its signature is checked once; whether its session still lives is asked elsewhere, each time. */
const verifiedOnce = (nowMs: () => number, verify: AccessTokens['verify']): AccessTokens['verify'] => {
  const kept = new Map<string, AccessClaims>();
  return async (token) => {
    const known = kept.get(token);
    if (known !== undefined && nowMs() < known.expiresAtMs) return known;
    kept.delete(token);
    const claims = await verify(token);
    if (claims === null) return null;
    kept.set(token, claims);
    if (kept.size > keptTokens) kept.delete(kept.keys().next().value!);
    return claims;
  };
};
