/** Passwords of this stack alone, made at its first start. A database or broker on loopback still asks for one. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Place } from './place.ts';

export type Secret = 'database' | 'kafka' | 'keystore' | 's3';

export const secretOf = ({ inFolder }: Place, name: Secret): string => {
  mkdirSync(inFolder('secrets'), { recursive: true, mode: 0o700 });
  const path = inFolder('secrets', name);
  try {
    writeFileSync(path, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
};
