/** The repositories over one database. A new one: a file with `make<Noun>(database)`, a line here. */
import type { Database } from './database.ts';

export const makeRepositories = (_database: Database) => ({});

export type Repositories = ReturnType<typeof makeRepositories>;
