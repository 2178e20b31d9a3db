/** The newest mail of this machine, for the development mailbox. */
import type { Mails, StoredMail } from '../repositories/mails.ts';

export type ListedMail = Pick<StoredMail, 'id' | 'toEmail' | 'kind' | 'subject' | 'body' | 'queuedAtMs'>;

export const listMails =
  ({ mails }: { readonly mails: Pick<Mails, 'newest'> }) =>
  (count: number): Promise<readonly ListedMail[]> =>
    mails.newest(count);
