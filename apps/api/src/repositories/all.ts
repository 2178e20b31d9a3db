/** The repositories over one database. A new one: a file with `make<Noun>(database)`, a line here. */
import { makeAccounts } from './accounts.ts';
import type { Database } from './database.ts';
import { makeNouns } from './nouns.ts';
import { makeRelationsReader } from './relations.ts';
import { makeStreamStandings } from './stream-standing.ts';

export const makeRepositories = (database: Database) => ({
  accounts: makeAccounts(database),
  nouns: makeNouns(database),
  /** Every relation of one user; reads the database each time. */
  relations: makeRelationsReader(database.pool),
  streamStandings: makeStreamStandings(database.pool),
});

export type Repositories = ReturnType<typeof makeRepositories>;
