/** Every operation of the OpenAPI document, filled with the ids of a tenant and a body that would pass the contract. */
import { randomUUID } from 'node:crypto';
import { contractVersion } from '@bball/contracts';
import type { TestApi } from '@bball/test-kit';
import { caller } from './call.ts';
import { anEvent } from './log-fixtures.ts';
import type { Tenant } from './tenant.ts';

export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly template: string;
  readonly body?: unknown;
};

/** Doors of one's own account: what they give is the asker's own, and they have tests of their own. */
const isAccountDoor = (template: string): boolean =>
  /^\/v1\/(accounts|me|sessions\/(refresh|sign-out))/.test(template) || template === '/v1/sessions';

type Subject = 'youth' | 'adult';

const idsOf = (tenant: Tenant, subject: Subject): Readonly<Record<string, string>> => {
  const squad = subject === 'youth' ? tenant.youth : tenant.home;
  return {
    leagueId: tenant.leagueId,
    seasonId: tenant.seasonId,
    teamId: squad.teamId,
    spotId: squad.spotIds[0] ?? '',
    personId: squad.personIds[0] ?? '',
    userId: tenant.users.headCoach.userId,
    sessionId: tenant.users.headCoach.sessionId,
    gameId: subject === 'youth' ? tenant.youthGameId : tenant.gameId,
    recorderId: randomUUID(),
    subject: squad.spotIds[0] ?? '',
    column: 'pts',
    partition: '0',
    offset: '0',
  };
};

/** A body for each write: what a stranger who knows the contract would send. */
const bodiesOf = (tenant: Tenant, ids: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => ({
  'put /v1/leagues/{leagueId}': { name: 'Taken', shortName: 'TK', ageGroup: 'adult' },
  'patch /v1/leagues/{leagueId}': { name: 'Taken', publishesVenues: true },
  'put /v1/seasons/{seasonId}': { leagueId: tenant.leagueId, name: 'Taken' },
  'patch /v1/seasons/{seasonId}': { name: 'Taken' },
  'put /v1/seasons/{seasonId}/teams/{teamId}': undefined,
  'delete /v1/seasons/{seasonId}/teams/{teamId}': undefined,
  'put /v1/teams/{teamId}': { name: 'Taken', shortName: 'TK', ageGroup: 'adult' },
  'patch /v1/teams/{teamId}': { visibility: 'public' },
  'put /v1/teams/{teamId}/roster/{spotId}': { number: '66', personId: ids.personId },
  'patch /v1/teams/{teamId}/roster/{spotId}': { number: '66' },
  'delete /v1/teams/{teamId}/roster/{spotId}': undefined,
  'put /v1/persons/{personId}': { givenName: 'Ta', familyName: 'Ken', teamId: ids.teamId },
  'patch /v1/persons/{personId}': { publicDisplay: 'full' },
  'put /v1/teams/{teamId}/members/{userId}': { role: 'head-coach' },
  'delete /v1/teams/{teamId}/members/{userId}': undefined,
  'put /v1/games/{gameId}': { homeTeamId: ids.teamId, awayTeamId: tenant.away.teamId },
  'patch /v1/games/{gameId}': { visibility: 'public', venue: 'Elsewhere' },
  'put /v1/games/{gameId}/acceptance': undefined,
  'put /v1/games/{gameId}/scorers/{userId}': { covers: 'both' },
  'delete /v1/games/{gameId}/scorers/{userId}': undefined,
  'put /v1/games/{gameId}/recorders/{recorderId}': {},
  'post /v1/games/{gameId}/events': { contractVersion, events: [anEvent(ids.gameId ?? '', randomUUID(), 1)] },
  'post /v1/games/{gameId}/held-events/admit': { ids: [randomUUID()] },
  'post /v1/games/{gameId}/held-events/discard': { ids: [randomUUID()] },
  'post /v1/games/{gameId}/final/confirm': { finalEventId: randomUUID() },
  'post /v1/operations/dead-letters/{partition}/{offset}/replay': undefined,
  'post /v1/operations/refolds': { gameId: ids.gameId },
  'delete /v1/sessions/{sessionId}': undefined,
});

/** @throws when the document has a write without a body here, or a parameter without a value: a new door must be walked too. */
export const operationsOn = async (
  api: Pick<TestApi, 'url'>,
  tenant: Tenant,
  subject: Subject,
): Promise<readonly Operation[]> => {
  const { body } = await caller(api.url)('GET', '/openapi.json');
  const ids = idsOf(tenant, subject);
  const bodies = bodiesOf(tenant, ids);
  return Object.entries(body.paths as Record<string, object>)
    .filter(([template]) => !isAccountDoor(template))
    .flatMap(([template, methods]) =>
      Object.keys(methods).map((method): Operation => {
        const path = template.replace(/\{(\w+)\}/g, (_all, name: string) => known(ids, name));
        if (method === 'get') return { method, path, template };
        if (!Object.hasOwn(bodies, `${method} ${template}`)) throw new Error(`no body for ${method} ${template}`);
        return { method, path, template, body: bodies[`${method} ${template}`] };
      }),
    );
};

const known = (ids: Readonly<Record<string, string>>, name: string): string => {
  const id = ids[name];
  if (id === undefined) throw new Error(`no value for the parameter ${name}`);
  return id;
};
