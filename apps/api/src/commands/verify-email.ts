/** Confirms an address with the secret of its mail. */
import { hashOf } from '../credentials/refresh-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import type { Accounts } from '../repositories/accounts.ts';
import type { Sender } from './sender.ts';

export type VerifyEmailDeps = { readonly accounts: Pick<Accounts, 'together'>; readonly nowMs: () => number };

export const verifyEmail =
  ({ accounts, nowMs }: VerifyEmailDeps) =>
  (token: string, sender: Sender): Promise<Result<null, 'link-spent-or-expired'>> =>
    accounts.together(async (rows) => {
      const atMs = nowMs();
      const userId = await rows.links.spend(hashOf(token), 'verify', atMs);
      if (userId === null) return reject('link-spent-or-expired');
      await rows.users.markEmailVerified(userId, atMs);
      await rows.changes.note('user', [userId]);
      await rows.audit.write({
        atMs,
        actor: { kind: 'user', id: userId, sessionId: null },
        action: 'verify-email',
        subjectId: userId,
        outcome: 'done',
        ...sender,
      });
      return accept(null);
    });
