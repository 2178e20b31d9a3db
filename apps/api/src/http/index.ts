/**
 * Every endpoint of the API, by resource. A new resource: write `http/<resource>/routes.ts` with
 * `export const <resource>Routes = (parts: Parts) => [handle(contract, handler), …]` and add its line here.
 */
import type { Parts } from '../parts.ts';
import { accountsRoutes } from './accounts/routes.ts';
import type { Endpoint } from './endpoint.ts';
import { readsRoutes } from './reads/routes.ts';
import { heldEventsRoutes } from './held-events/routes.ts';
import { eventsRoutes } from './events/routes.ts';
import { meRoutes } from './me/routes.ts';
import { sessionsRoutes } from './sessions/routes.ts';

export const allEndpoints = (parts: Parts): readonly Endpoint[] => [
  ...accountsRoutes(parts),
  ...sessionsRoutes(parts),
  ...meRoutes(parts),
  ...eventsRoutes(parts),
  ...heldEventsRoutes(parts),
  ...readsRoutes(parts),
];
