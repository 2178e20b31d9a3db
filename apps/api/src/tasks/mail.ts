/**
 * Sends queued mail. In the embedded profile a mail is sent when it lies in the development mailbox, which shows the table itself; where
 * there is no mailbox, mail waits in the queue and the start says so.
 */
import { isLocalOnly } from '../config/index.ts';
import type { Parts } from '../parts.ts';
import type { StoredMail } from '../repositories/mails.ts';
import { mailHandled } from '../telemetry.ts';
import { every } from './every.ts';

export type SendMail = (mail: StoredMail) => Promise<void>;

const lookMs = 2_000;
const leaseMs = 60_000;
/** The wait after a failure, by the number of tries. */
const backOffMs = (attempts: number): number => Math.min(2 ** attempts * 1_000, 3_600_000);

export const startMailTask = (parts: Parts): (() => Promise<void>) => {
  if (!isLocalOnly(parts.config)) {
    parts.log.warn({ event: 'mail.no-way-out' }, 'there is no way to send mail here: it waits in the queue');
    return async () => {};
  }
  return every(lookMs, 'mail', parts.log, () => sendDue(parts, async () => {}));
};

export const sendDue = async (
  { repositories, telemetry, log, nowMs }: Pick<Parts, 'repositories' | 'telemetry' | 'log' | 'nowMs'>,
  send: SendMail,
): Promise<void> => {
  const { mails } = repositories.accounts;
  for (const mail of await mails.takeDue(nowMs(), leaseMs)) {
    try {
      await send(mail);
      await mails.markSent(mail.id, nowMs());
      mailHandled(telemetry, log, { mailId: mail.id, kind: mail.kind, outcome: 'sent' });
    } catch {
      await mails.tryAgainAt(mail.id, nowMs() + backOffMs(mail.attempts));
      mailHandled(telemetry, log, { mailId: mail.id, kind: mail.kind, outcome: 'failed' });
    }
  }
};
