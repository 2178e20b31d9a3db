/**
 * Every endpoint of the API, by resource. A new resource: write `http/<resource>/routes.ts` with
 * `export const <resource>Routes = (parts: Parts) => [handle(contract, handler), …]` and add its line here.
 */
import type { Parts } from '../parts.ts';
import { accountsRoutes } from './accounts/routes.ts';
import { cardRoutes } from './card/routes.ts';
import type { Endpoint } from './endpoint.ts';
import { eventsRoutes } from './events/routes.ts';
import { finalsRoutes } from './finals/routes.ts';
import { gamesRoutes } from './games/routes.ts';
import { heldEventsRoutes } from './held-events/routes.ts';
import { leaguesRoutes } from './leagues/routes.ts';
import { meRoutes } from './me/routes.ts';
import { membersRoutes } from './members/routes.ts';
import { operationsRoutes } from './operations/routes.ts';
import { personsRoutes } from './persons/routes.ts';
import { readsRoutes } from './reads/routes.ts';
import { rosterRoutes } from './roster/routes.ts';
import { scorersRoutes } from './scorers/routes.ts';
import { seasonReadsRoutes } from './seasons/reads.ts';
import { seasonsRoutes } from './seasons/routes.ts';
import { sessionsRoutes } from './sessions/routes.ts';
import { teamsRoutes } from './teams/routes.ts';

export const allEndpoints = (parts: Parts): readonly Endpoint[] => [
  ...accountsRoutes(parts),
  ...sessionsRoutes(parts),
  ...meRoutes(parts),
  ...leaguesRoutes(parts),
  ...seasonsRoutes(parts),
  ...seasonReadsRoutes(parts),
  ...teamsRoutes(parts),
  ...rosterRoutes(parts),
  ...personsRoutes(parts),
  ...membersRoutes(parts),
  ...gamesRoutes(parts),
  ...finalsRoutes(parts),
  ...cardRoutes(parts),
  ...scorersRoutes(parts),
  ...eventsRoutes(parts),
  ...heldEventsRoutes(parts),
  ...readsRoutes(parts),
  ...operationsRoutes(parts),
];
