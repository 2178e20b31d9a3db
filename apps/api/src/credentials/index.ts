/** Everything secret that the API makes and checks, over the keys of its data folder. */
import type { Config } from '../config/index.ts';
import { type AccessTokens, makeAccessTokens } from './access-token.ts';
import { type Keys, openKeys } from './keys.ts';
import { makePasswords, type Passwords } from './passwords.ts';

export type Credentials = {
  readonly keys: Keys;
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
};

type CredentialWorld = { readonly nowMs: () => number; readonly randomBytes: (count: number) => Uint8Array };

export const openCredentials = async (
  { dataFolder, accounts }: Pick<Config, 'dataFolder' | 'accounts'>,
  world: CredentialWorld,
): Promise<Credentials> => {
  const keys = await openKeys(dataFolder, world);
  return {
    keys,
    accessTokens: makeAccessTokens({ keys, lifetimeMs: accounts.accessTokenMs, nowMs: world.nowMs }),
    passwords: makePasswords(accounts.argon2, world.randomBytes),
  };
};
