/** Changes the own account, within 10 minutes of the password. A new password ends every other session. */
import type { AccountRules } from '../config/accounts.ts';
import type { Passwords } from '../credentials/passwords.ts';
import { accept, type Result, reject } from '../errors.ts';
import { canChangeAccount } from '../policies/accounts.ts';
import type { UserActor } from '../policies/actor.ts';
import { weaknessOf } from '../policies/password.ts';
import type { AccountRows, Accounts } from '../repositories/accounts.ts';
import type { User } from '../repositories/users.ts';
import { passwordChangedText } from './mail-texts.ts';
import type { Sender } from './sender.ts';

export type AccountChanges = { readonly displayName?: string; readonly country?: string; readonly password?: string };

export type ChangeMeDeps = {
  readonly accounts: Accounts;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly rules: Pick<AccountRules, 'passwordChars'>;
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
  readonly newId: () => string;
};

type Refusal = 'sign-in-again' | 'password-too-weak' | 'server-busy' | 'user-not-found';

export const changeMe =
  (deps: ChangeMeDeps) =>
  async (actor: UserActor, changes: AccountChanges, sender: Sender): Promise<Result<User, Refusal>> => {
    if (!canChangeAccount(actor, actor)) return reject('sign-in-again');
    const user = await deps.accounts.users.find(actor.userId);
    if (user === null) return reject('user-not-found');
    const hashed = await newHash(changes.password, user, deps);
    if (!hashed.ok) return hashed;
    return deps.accounts.together(async (rows) => {
      const { password: _secret, ...plain } = changes;
      await rows.users.change(user.id, plain);
      if (hashed.value !== null)
        await replacePassword(rows, { user, sessionId: actor.sessionId, hash: hashed.value }, deps);
      await rows.audit.write({
        atMs: deps.nowMs(),
        actor: { kind: 'user', id: user.id, sessionId: actor.sessionId },
        action: 'canChangeAccount',
        subjectId: user.id,
        outcome: 'done',
        changedFields: Object.keys(changes),
        ...sender,
      });
      return accept((await rows.users.find(user.id)) ?? user);
    });
  };

const newHash = async (
  password: string | undefined,
  user: User,
  { rules, passwords }: Pick<ChangeMeDeps, 'rules' | 'passwords'>,
): Promise<Result<string | null, 'password-too-weak' | 'server-busy'>> => {
  if (password === undefined) return accept(null);
  const weakness = weaknessOf(password, user, rules.passwordChars);
  return weakness === null ? passwords.hash(password) : reject('password-too-weak', { detail: weakness });
};

const replacePassword = async (
  rows: AccountRows,
  { user, sessionId, hash }: { readonly user: User; readonly sessionId: string; readonly hash: string },
  deps: ChangeMeDeps,
): Promise<void> => {
  const atMs = deps.nowMs();
  await rows.users.setPassword(user.id, hash);
  const others = (await rows.sessions.ofUser(user.id, atMs)).filter(({ id }) => id !== sessionId);
  await rows.changes.note(
    'session',
    await rows.sessions.end(
      others.map(({ id }) => id),
      'password-changed',
      atMs,
    ),
  );
  await rows.mails.queue({ id: deps.newId(), toEmail: user.email, ...passwordChangedText(deps.publicUrl()), atMs });
};
