/** The repositories over one database. A new one: a file with `make<Noun>(database)`, a line here. */
import { makeAccounts } from './accounts.ts';
import type { Database } from './database.ts';

export const makeRepositories = (database: Database) => ({
  accounts: makeAccounts(database),
});

export type Repositories = ReturnType<typeof makeRepositories>;
