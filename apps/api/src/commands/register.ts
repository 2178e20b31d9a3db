/**
 * Asks for an account. Whether the address has one already shows only in its mailbox: both cases hash a password and queue one mail.
 * Refused with nothing stored: an age below 13 or below the country's age of consent, a weak password.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { Passwords } from '../credentials/passwords.ts';
import { hashOf } from '../credentials/refresh-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import { judgeAge } from '../policies/age.ts';
import { weaknessOf } from '../policies/password.ts';
import type { AccountRows, Accounts } from '../repositories/accounts.ts';
import { alreadyRegisteredText, verifyText } from './mail-texts.ts';
import { dayOf, normalEmail, type Sender } from './sender.ts';

export type RegisterForm = {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly country: string;
  readonly birthYearMonthDay: string | null;
};

export type RegisterDeps = {
  readonly accounts: Pick<Accounts, 'together'>;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly rules: AccountRules;
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
};

export const register =
  (deps: RegisterDeps) =>
  async (
    form: RegisterForm,
    sender: Sender,
  ): Promise<Result<null, 'too-young' | 'password-too-weak' | 'server-busy'>> => {
    const age = judgeAge(form.birthYearMonthDay, form.country, dayOf(deps.nowMs()));
    if (!age.mayHaveAccount) return reject('too-young');
    const weakness = weaknessOf(form.password, form, deps.rules.passwordChars);
    if (weakness !== null) return reject('password-too-weak', { detail: weakness });
    const hashed = await deps.passwords.hash(form.password);
    if (!hashed.ok) return hashed;
    await deps.accounts.together(async (rows) => {
      const atMs = deps.nowMs();
      const user = {
        id: deps.newId(),
        email: form.email,
        emailNorm: normalEmail(form.email),
        passwordHash: hashed.value,
        displayName: form.displayName,
        country: form.country,
        bornOn: age.bornOnToKeep,
      };
      const isNew = await rows.users.add({ ...user, atMs });
      if (!isNew) return answerKnownAddress(rows, user.emailNorm, deps);
      await mailVerifyLink(rows, user, deps);
      await rows.audit.write({
        atMs,
        actor: { kind: 'user', id: user.id, sessionId: null },
        action: 'register',
        subjectId: user.id,
        outcome: 'done',
        ...sender,
      });
    });
    return accept(null);
  };

type LinkDeps = Pick<RegisterDeps, 'rules' | 'publicUrl' | 'nowMs' | 'newId' | 'randomBytes'>;

/** An address that was never confirmed gets its link again; a confirmed one is told that it has an account. */
const answerKnownAddress = async (rows: AccountRows, emailNorm: string, deps: LinkDeps): Promise<void> => {
  const user = await rows.users.findByEmail(emailNorm);
  if (user === null) return;
  if (!user.isEmailVerified) return mailVerifyLink(rows, user, deps);
  await rows.mails.queue({
    id: deps.newId(),
    toEmail: user.email,
    ...alreadyRegisteredText(deps.publicUrl()),
    atMs: deps.nowMs(),
  });
};

const mailVerifyLink = async (
  rows: AccountRows,
  { id, email }: { readonly id: string; readonly email: string },
  { rules, publicUrl, nowMs, newId, randomBytes }: LinkDeps,
): Promise<void> => {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  await rows.links.drop(id, 'verify');
  await rows.links.add({
    tokenHash: hashOf(token),
    userId: id,
    purpose: 'verify',
    expiresAtMs: nowMs() + rules.verifyLinkMs,
  });
  await rows.mails.queue({ id: newId(), toEmail: email, ...verifyText(publicUrl(), token), atMs: nowMs() });
};
