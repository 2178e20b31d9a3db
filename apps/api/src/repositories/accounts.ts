/** The repositories of accounts, alone or together in one transaction: a change, its audit entry, its mail and the word of it. */
import { makeAccessChangeNotes } from './access-changes.ts';
import { makeAudit } from './audit.ts';
import type { Database, Rows } from './database.ts';
import { makeMails } from './mails.ts';
import { makeOneTimeLinks } from './one-time-links.ts';
import { makeSessions } from './sessions.ts';
import { makeUsers } from './users.ts';

export type AccountRows = ReturnType<typeof accountRows>;

const accountRows = (rows: Rows) => ({
  users: makeUsers(rows),
  sessions: makeSessions(rows),
  links: makeOneTimeLinks(rows),
  mails: makeMails(rows),
  audit: makeAudit(rows),
  changes: makeAccessChangeNotes(rows),
});

export type Accounts = AccountRows & {
  readonly together: <Value>(work: (rows: AccountRows) => Promise<Value>) => Promise<Value>;
};

export const makeAccounts = ({ prisma }: Pick<Database, 'prisma'>): Accounts => ({
  ...accountRows(prisma),
  together: (work) =>
    prisma.$transaction((transaction) => work(accountRows(transaction)), { maxWait: 3_000, timeout: 5_000 }),
});
