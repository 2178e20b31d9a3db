/**
 * Refresh tokens: `<session id>.<32 bytes>`. The successor is HMAC-SHA-256(key, presented token), so whoever asks twice gets the same answer
 * and only hashes need be kept.
 */
import { createHash, createHmac, type KeyObject } from 'node:crypto';

export const newRefreshToken = (sessionId: string, random32: Uint8Array): string =>
  `${sessionId}.${Buffer.from(random32).toString('base64url')}`;

/** The session that a token says it is of; nobody has checked that it is. */
export const sessionIdOf = (presented: string): string => presented.slice(0, presented.indexOf('.'));

/** By the newest key first; after a change of keys a repeat may still need the older one. */
export const successorsOf = (presented: string, keys: readonly KeyObject[]): readonly string[] => {
  return keys.map(
    (key) => `${sessionIdOf(presented)}.${createHmac('sha256', key).update(presented).digest('base64url')}`,
  );
};

/** What is kept of any secret that travels: a refresh token, the token of a link. */
export const hashOf = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());
