/**
 * What the mails of accounts say. No names in them: a mailbox is read over shoulders.
 * Links carry their secret in the fragment, so no log and no preview sees it, and are spent by a button on the page.
 */
import type { NewMail } from '../repositories/mails.ts';

type Text = Pick<NewMail, 'kind' | 'subject' | 'body'>;

const sign = '\n\nBasketball Tracker';

export const verifyText = (publicUrl: string, token: string): Text => ({
  kind: 'verify-email',
  subject: 'Confirm your e-mail address',
  body: `Welcome to Basketball Tracker. Confirm that this address is yours:\n\n${publicUrl}/account/verify#${token}\n\nThe link works once, within 24 hours. If you did not ask for an account, do nothing.${sign}`,
});

export const alreadyRegisteredText = (publicUrl: string): Text => ({
  kind: 'already-registered',
  subject: 'You have an account already',
  body: `Somebody, probably you, asked for an account with this address. It has one already.\n\nSign in at ${publicUrl}. If the password is lost, ask for a new one there.${sign}`,
});

export const resetText = (publicUrl: string, token: string): Text => ({
  kind: 'reset-password',
  subject: 'Set a new password',
  body: `Set a new password for your account:\n\n${publicUrl}/account/reset#${token}\n\nThe link works once, within 30 minutes, and ends all sessions. If you did not ask for it, do nothing: your password stays as it is.${sign}`,
});

export const passwordChangedText = (publicUrl: string): Text => ({
  kind: 'password-changed',
  subject: 'Your password was changed',
  body: `The password of your account was changed and the other sessions were ended.\n\nIf that was not you, ask for a new password at ${publicUrl} at once.${sign}`,
});

export const sessionReuseText = (publicUrl: string): Text => ({
  kind: 'session-reuse',
  subject: 'A session was ended for safety',
  body: `A key of one of your sessions was used a second time, which happens when it was copied. We ended that session.\n\nSign in again at ${publicUrl}, and change your password if you did not expect this.${sign}`,
});

export const tooManyFailuresText = (publicUrl: string): Text => ({
  kind: 'too-many-failures',
  subject: 'Somebody keeps guessing your password',
  body: `There were a hundred wrong passwords in a row for your account. New devices cannot sign in until you set a new password at ${publicUrl}; your own devices still can.${sign}`,
});
