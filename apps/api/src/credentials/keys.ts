/**
 * The keys of this installation, in a folder only its owner may read: one set that signs access tokens (Ed25519), one that derives
 * refresh tokens (HMAC). Two of each are valid at once; the newest is used.
 * Invariants: made at the first start, changed after 90 days (signing) and a year (refresh); nothing has a default secret.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
export type Keys = {
  /** Newest first. */
  readonly signing: readonly SigningKey[];
  readonly refresh: readonly KeyObject[];
};

type Kept<Value> = { readonly id: string; readonly madeAtMs: number; readonly value: Value };
type KeyWorld = { readonly nowMs: () => number; readonly randomBytes: (count: number) => Uint8Array };

const dayMs = 86_400_000;
const signingAgeMs = 90 * dayMs;
const refreshAgeMs = 365 * dayMs;

export const openKeys = async (dataFolder: string, world: KeyWorld): Promise<Keys> => {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const signing = await keep<JWK>(join(folder, 'signing.json'), signingAgeMs, world, newSigningKey);
  const refresh = await keep<string>(join(folder, 'refresh.json'), refreshAgeMs, world, async () =>
    Buffer.from(world.randomBytes(32)).toString('base64url'),
  );
  return {
    signing: await Promise.all(signing.map(({ id, value }) => signingKey(id, value))),
    refresh: refresh.map(({ value }) => createSecretKey(Buffer.from(value, 'base64url'))),
  };
};

const newSigningKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  return exportJWK(privateKey);
};

const signingKey = async (kid: string, jwk: JWK): Promise<SigningKey> => {
  const { d: _secret, ...open } = jwk;
  return {
    kid,
    privateKey: (await importJWK(jwk, 'Ed25519')) as CryptoKey,
    publicKey: (await importJWK(open, 'Ed25519')) as CryptoKey,
  };
};

/** Reads the kept values, adds a new one when the newest is too old, keeps two. */
const keep = async <Value>(
  path: string,
  maxAgeMs: number,
  { nowMs, randomBytes }: KeyWorld,
  make: () => Promise<Value>,
): Promise<readonly Kept<Value>[]> => {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept<Value>[]) : [];
  const newest = kept[0];
  if (newest !== undefined && nowMs() - newest.madeAtMs < maxAgeMs) return kept;
  const fresh: Kept<Value> = {
    id: Buffer.from(randomBytes(6)).toString('base64url'),
    madeAtMs: nowMs(),
    value: await make(),
  };
  const next = [fresh, ...kept].slice(0, 2);
  writeFileSync(`${path}.new`, JSON.stringify(next), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return next;
};
