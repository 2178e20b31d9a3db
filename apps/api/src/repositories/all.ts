/** The repositories over one database. A new one: a file with `make<Noun>(database)`, a line here. */
import { makeAccounts } from './accounts.ts';
import type { Database } from './database.ts';
import { makeNouns } from './nouns.ts';
import { publicLists } from './public-lists.ts';
import { makeRelationsReader } from './relations.ts';
import type { Replica } from './replica.ts';
import { makeStreamStandings } from './stream-standing.ts';

export const makeRepositories = (database: Database, replica: Replica | null = null) => {
  const nouns = makeNouns(database);
  return {
    accounts: makeAccounts(database),
    nouns,
    /** For readers whom nobody knows; up to a second old where there is a replica. */
    publicLists: publicLists(nouns, replica),
    /** Every relation of one user; reads the database each time. */
    relations: makeRelationsReader(database.pool),
    streamStandings: makeStreamStandings(database.pool),
  };
};

export type Repositories = ReturnType<typeof makeRepositories>;
