/** The repositories of people and games, alone or together in one transaction: a change, its audit entry and the word of it. */

import type { ProblemCode } from '@bball/contracts';
import { Rejection, type Result } from '../errors.ts';
import { makeAccessChangeNotes } from './access-changes.ts';
import { makeAudit } from './audit.ts';
import type { Database, Rows } from './database.ts';
import { makeFinals } from './finals.ts';
import { makeGames } from './games.ts';
import { makeLeagues } from './leagues.ts';
import { makeMembers } from './members.ts';
import { makePersonPrivate } from './person-private.ts';
import { makePersons } from './persons.ts';
import { makeRefoldRequests } from './refold-requests.ts';
import { makeRoster } from './roster.ts';
import { makeScorers } from './scorers.ts';
import { makeSeasonTables } from './season-tables.ts';
import { makeSeasons } from './seasons.ts';
import { makeTeams } from './teams.ts';

export type NounRows = ReturnType<typeof nounRows>;

const nounRows = (rows: Rows) => ({
  leagues: makeLeagues(rows),
  seasons: makeSeasons(rows),
  teams: makeTeams(rows),
  members: makeMembers(rows),
  persons: makePersons(rows),
  personPrivate: makePersonPrivate(rows),
  roster: makeRoster(rows),
  games: makeGames(rows),
  finals: makeFinals(rows),
  seasonTables: makeSeasonTables(rows),
  scorers: makeScorers(rows),
  refoldRequests: makeRefoldRequests(rows),
  audit: makeAudit(rows),
  changes: makeAccessChangeNotes(rows),
});

export type Nouns = NounRows & {
  /** All or nothing: a rejection undoes what was written before it. */
  readonly together: <Outcome extends Result<unknown, ProblemCode>>(
    work: (rows: NounRows) => Promise<Outcome>,
  ) => Promise<Outcome>;
};

export const makeNouns = ({ prisma }: Pick<Database, 'prisma'>): Nouns => ({
  ...nounRows(prisma),
  together: async <Outcome extends Result<unknown, ProblemCode>>(work: (rows: NounRows) => Promise<Outcome>) => {
    try {
      return await prisma.$transaction(
        async (transaction) => {
          const result = await work(nounRows(transaction));
          if (!result.ok) throw new Rejection(result);
          return result;
        },
        { maxWait: 3_000, timeout: 5_000 },
      );
    } catch (error) {
      if (error instanceof Rejection) return error.rejected as Outcome;
      throw error;
    }
  },
});
