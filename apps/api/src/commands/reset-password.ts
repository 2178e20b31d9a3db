/** Sets a new password with the secret of the mail. Ends every session and signs nobody in; proves the address, too. */
import type { AccountRules } from '../config/accounts.ts';
import type { Passwords } from '../credentials/passwords.ts';
import { hashOf } from '../credentials/refresh-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import { weaknessOf } from '../policies/password.ts';
import type { Accounts } from '../repositories/accounts.ts';
import { passwordChangedText } from './mail-texts.ts';
import type { Sender } from './sender.ts';

export type ResetPasswordDeps = {
  readonly accounts: Accounts;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly rules: Pick<AccountRules, 'passwordChars'>;
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
  readonly newId: () => string;
};

type Refusal = 'link-spent-or-expired' | 'password-too-weak' | 'server-busy';

export const resetPassword =
  (deps: ResetPasswordDeps) =>
  async (token: string, password: string, sender: Sender): Promise<Result<null, Refusal>> => {
    const tokenHash = hashOf(token);
    const ownerId = await deps.accounts.links.find(tokenHash, 'reset', deps.nowMs());
    const owner = ownerId === null ? null : await deps.accounts.users.find(ownerId);
    if (owner === null) return reject('link-spent-or-expired');
    const weakness = weaknessOf(password, owner, deps.rules.passwordChars);
    if (weakness !== null) return reject('password-too-weak', { detail: weakness });
    const hashed = await deps.passwords.hash(password);
    if (!hashed.ok) return hashed;
    return deps.accounts.together(async (rows) => {
      const atMs = deps.nowMs();
      const userId = await rows.links.spend(tokenHash, 'reset', atMs);
      if (userId === null) return reject('link-spent-or-expired');
      await rows.users.setPassword(userId, hashed.value);
      await rows.users.markEmailVerified(userId, atMs);
      await rows.links.drop(userId, 'reset');
      const living = await rows.sessions.ofUser(userId, atMs);
      const ended = await rows.sessions.end(
        living.map(({ id }) => id),
        'password-changed',
        atMs,
      );
      await rows.changes.note('session', ended);
      await rows.changes.note('user', [userId]);
      await rows.mails.queue({
        id: deps.newId(),
        toEmail: owner.email,
        ...passwordChangedText(deps.publicUrl()),
        atMs,
      });
      await rows.audit.write({
        atMs,
        actor: { kind: 'user', id: userId, sessionId: null },
        action: 'reset-password',
        subjectId: userId,
        outcome: 'done',
        changedFields: ['password'],
        ...sender,
      });
      return accept(null);
    });
  };
