/**
 * A league of its own for a test, made through the doors that people use: two adult teams, a youth team with minors under canary names and
 * one they play against, a public game, a youth game, and somebody for each relation.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { canaryName, type TestApi, type TestUser } from '@bball/test-kit';
import { type Answered, caller } from './call.ts';

export type Squad = {
  readonly teamId: string;
  readonly spotIds: readonly string[];
  readonly personIds: readonly string[];
};

export type Tenant = {
  readonly leagueId: string;
  readonly seasonId: string;
  readonly home: Squad;
  readonly away: Squad;
  readonly youth: Squad;
  readonly youthRivals: Squad;
  /** Public, adults, accepted. */
  readonly gameId: string;
  /** For the own people only, minors, accepted. */
  readonly youthGameId: string;
  /** Canary names by person id, minors only. */
  readonly minors: ReadonlyMap<string, string>;
  /** Each holds that relation only: coaches, players, guardians and followers to the youth team, the scorer to the youth game. */
  readonly users: Readonly<Record<TenantRole, TestUser>>;
};

export const tenantRoles = [
  'leagueAdmin',
  'headCoach',
  'assistantCoach',
  'homeCoach',
  'scorer',
  'player',
  'guardian',
  'follower',
] as const;
export type TenantRole = (typeof tenantRoles)[number];

export const makeTenant = async (api: TestApi, name: string): Promise<Tenant> => {
  const users = Object.fromEntries(
    await Promise.all(tenantRoles.map(async (role) => [role, await api.newUser({ displayName: `${name} ${role}` })])),
  ) as Tenant['users'];
  const by = as(api, users.leagueAdmin);
  const [leagueId, seasonId, gameId, youthGameId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await by('PUT', `/v1/leagues/${leagueId}`, { name: `${name} League`, shortName: 'TL', ageGroup: 'adult' });
  await by('PUT', `/v1/seasons/${seasonId}`, { leagueId, name: 'Season' });
  const minors = new Map<string, string>();
  const squad = async (team: string, ageGroup: 'adult' | 'under-16'): Promise<Squad> => {
    const made: Squad = { teamId: randomUUID(), spotIds: ids(3), personIds: ids(3) };
    await by('PUT', `/v1/teams/${made.teamId}`, { name: `${name} ${team}`, shortName: 'TEAM', ageGroup, leagueId });
    await by('PUT', `/v1/seasons/${seasonId}/teams/${made.teamId}`);
    for (const [at, personId] of made.personIds.entries()) {
      const isMinor = ageGroup !== 'adult';
      const givenName = isMinor ? canaryName(`${name}${team}${'abc'[at]}`) : `Given${at}`;
      if (isMinor) minors.set(personId, givenName);
      const bornOn = isMinor ? '2012-01-01' : null;
      await by('PUT', `/v1/persons/${personId}`, { givenName, familyName: 'Example', bornOn, teamId: made.teamId });
      await by('PUT', `/v1/teams/${made.teamId}/roster/${made.spotIds[at]}`, {
        seasonId,
        number: `${at + 4}`,
        personId,
      });
    }
    return made;
  };
  const home = await squad('home', 'adult');
  const away = await squad('away', 'adult');
  const youth = await squad('youth', 'under-16');
  const youthRivals = await squad('rivals', 'under-16');
  await by('PUT', `/v1/games/${gameId}`, { seasonId, homeTeamId: home.teamId, awayTeamId: away.teamId, venue: 'Hall' });
  await by('PUT', `/v1/games/${youthGameId}`, { seasonId, homeTeamId: youth.teamId, awayTeamId: youthRivals.teamId });
  const member = (teamId: string, user: TestUser, role: string) =>
    by('PUT', `/v1/teams/${teamId}/members/${user.userId}`, { role });
  await member(youth.teamId, users.headCoach, 'head-coach');
  await member(youth.teamId, users.assistantCoach, 'assistant-coach');
  await member(home.teamId, users.homeCoach, 'head-coach');
  await by('PUT', `/v1/games/${youthGameId}/scorers/${users.scorer.userId}`, { covers: 'home' });
  await seedFamily(api, users, youth);
  return { leagueId, seasonId, home, away, youth, youthRivals, gameId, youthGameId, minors, users };
};

/** The relations without a door: the first child of the youth team plays with an account, the second has a guardian. */
const seedFamily = async (api: TestApi, users: Tenant['users'], youth: Squad): Promise<void> => {
  const { persons, members, changes } = api.parts.repositories.nouns;
  const at = new Date(api.parts.nowMs()).toISOString();
  await persons.claim(youth.personIds[0]!, users.player.userId, at);
  await persons.addGuardianship({
    id: randomUUID(),
    guardianUserId: users.guardian.userId,
    personId: youth.personIds[1]!,
    verifiedBy: users.headCoach.userId,
    verifiedHow: 'in person',
    at,
  });
  // A youth team is not seen by strangers, so nobody can follow it without an invitation.
  await members.start(youth.teamId, users.follower.userId, 'follower', at);
  await changes.note('user', [users.player.userId, users.guardian.userId, users.follower.userId]);
};

const ids = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());

export type As = (method: string, path: string, body?: unknown) => Promise<Answered>;

/** Requests that must succeed. */
export const as = (api: Pick<TestApi, 'url'>, user: Pick<TestUser, 'headers'>): As => {
  const tries = trying(api, user);
  return async (method, path, body) => {
    const answered = await tries(method, path, body);
    assert.ok(answered.status < 300, `${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`);
    return answered;
  };
};

/** Requests that may be refused; without a user, nobody asks. */
export const trying =
  (api: Pick<TestApi, 'url'>, user: Pick<TestUser, 'headers'> | null): As =>
  (method, path, body) =>
    caller(api.url)(method, path, { ...(body === undefined ? {} : { body }), headers: user?.headers ?? {} });
