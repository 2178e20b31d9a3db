/** Mails a link to set a new password, if the address has an account; the answer is the same either way. */
import type { AccountRules } from '../config/accounts.ts';
import { hashOf } from '../credentials/refresh-token.ts';
import type { Accounts } from '../repositories/accounts.ts';
import { resetText } from './mail-texts.ts';
import { normalEmail, type Sender } from './sender.ts';

export type RequestResetDeps = {
  readonly accounts: Pick<Accounts, 'together'>;
  readonly rules: Pick<AccountRules, 'resetLinkMs'>;
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
};

export const requestReset =
  ({ accounts, rules, publicUrl, nowMs, newId, randomBytes }: RequestResetDeps) =>
  (email: string, sender: Sender): Promise<void> =>
    accounts.together(async (rows) => {
      const user = await rows.users.findByEmail(normalEmail(email));
      if (user === null || user.status === 'erased') return;
      const atMs = nowMs();
      const token = Buffer.from(randomBytes(32)).toString('base64url');
      await rows.links.add({
        tokenHash: hashOf(token),
        userId: user.id,
        purpose: 'reset',
        expiresAtMs: atMs + rules.resetLinkMs,
      });
      await rows.mails.queue({ id: newId(), toEmail: user.email, ...resetText(publicUrl(), token), atMs });
      await rows.audit.write({
        atMs,
        actor: { kind: 'nobody', id: null, sessionId: null },
        action: 'request-reset',
        subjectId: user.id,
        outcome: 'done',
        ...sender,
      });
    });
