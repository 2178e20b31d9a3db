/** Mail waiting to be sent, written in the transaction of what it tells about. */
import type { Rows } from './database.ts';

export type MailKind =
  | 'verify-email'
  | 'already-registered'
  | 'reset-password'
  | 'password-changed'
  | 'session-reuse'
  | 'too-many-failures';

export type NewMail = {
  readonly id: string;
  readonly toEmail: string;
  readonly kind: MailKind;
  readonly subject: string;
  readonly body: string;
  readonly atMs: number;
};

export type StoredMail = Omit<NewMail, 'atMs' | 'kind'> & {
  readonly kind: string;
  readonly queuedAtMs: number;
  readonly attempts: number;
};

export type Mails = ReturnType<typeof makeMails>;

export const makeMails = (rows: Rows) => ({
  queue: async ({ atMs, ...mail }: NewMail): Promise<void> => {
    const at = new Date(atMs);
    await rows.mail.create({ data: { ...mail, queuedAt: at, nextTryAt: at } });
  },
  newest: async (count: number): Promise<readonly StoredMail[]> =>
    (await rows.mail.findMany({ orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }], take: count })).map(mailOf),
  /** Mail that is due, put off at once, so that no other process takes it too. */
  takeDue: async (atMs: number, leaseMs: number): Promise<readonly StoredMail[]> => {
    const due = await rows.$queryRaw<{ id: string }[]>`
      update mails set attempts = attempts + 1, next_try_at = ${new Date(atMs + leaseMs)}
      where id in (
        select id from mails where sent_at is null and next_try_at <= ${new Date(atMs)}
        order by next_try_at limit 20 for update skip locked
      )
      returning id`;
    return (await rows.mail.findMany({ where: { id: { in: due.map(({ id }) => id) } } })).map(mailOf);
  },
  markSent: async (id: string, atMs: number): Promise<void> => {
    await rows.mail.update({ where: { id }, data: { sentAt: new Date(atMs) } });
  },
  tryAgainAt: async (id: string, atMs: number): Promise<void> => {
    await rows.mail.update({ where: { id }, data: { nextTryAt: new Date(atMs) } });
  },
  /** Sent mail holds addresses and links: not kept for longer than somebody looks for it. */
  forgetSentBefore: async (atMs: number): Promise<void> => {
    await rows.mail.deleteMany({ where: { sentAt: { lt: new Date(atMs) } } });
  },
});

const mailOf = (row: {
  id: string;
  toEmail: string;
  kind: string;
  subject: string;
  body: string;
  queuedAt: Date;
  attempts: number;
}): StoredMail => ({
  id: row.id,
  toEmail: row.toEmail,
  kind: row.kind,
  subject: row.subject,
  body: row.body,
  queuedAtMs: row.queuedAt.getTime(),
  attempts: row.attempts,
});
