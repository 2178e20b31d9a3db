/**
 * Seeds the demo league through the same commands that people use: two leagues, eight teams with rosters, a login per role. The ids are
 * made from names, so a second start finds everything and changes nothing. Games come from elsewhere: this returns what they need.
 */
import { createHash } from 'node:crypto';
import { actingFor } from '../commands/acting-for.ts';
import type { Asker } from '../commands/asker.ts';
import { createLeague } from '../commands/create-league.ts';
import { createPerson } from '../commands/create-person.ts';
import { createSeason } from '../commands/create-season.ts';
import { createSpot } from '../commands/create-spot.ts';
import { createTeam } from '../commands/create-team.ts';
import { enterTeam } from '../commands/enter-team.ts';
import { type NewMember, putMember } from '../commands/put-member.ts';
import type { Credentials } from '../credentials/index.ts';
import type { Result } from '../errors.ts';
import type { Repositories } from '../repositories/all.ts';
import {
  type DemoPlayerRow,
  type DemoRole,
  type DemoTeamRow,
  demoPassword,
  demoUserRows,
  harbourLeague,
  harbourTeams,
  youthLeague,
  youthTeams,
} from './demo-league-rows.ts';

export type DemoSpot = { readonly spotId: string; readonly personId: string; readonly number: string };
export type DemoTeam = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly spots: readonly DemoSpot[];
};
export type DemoSeason = { readonly leagueId: string; readonly seasonId: string; readonly teams: readonly DemoTeam[] };

export type DemoLeague = {
  /** Adults, public. */
  readonly harbour: DemoSeason;
  /** Minors, seen by their own people. */
  readonly youth: DemoSeason;
  readonly users: Readonly<Record<DemoRole, string>>;
};

/** What is printed at the start, and filled into the sign-in page of a demo. */
export type DemoLogin = { readonly email: string; readonly password: string; readonly does: string };

export const demoLogins: readonly DemoLogin[] = Object.values(demoUserRows).map(({ email, does }) => ({
  email,
  password: demoPassword,
  does,
}));

/** An id made from a name: UUID version 8, the same on every machine. */
export const demoId = (name: string): string => {
  const hex = createHash('sha256').update(`basketball-tracker demo: ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const teamOf = ({ name, shortName, players }: DemoTeamRow): DemoTeam => ({
  id: demoId(name),
  name,
  shortName,
  spots: players.map(([number]) => ({
    spotId: demoId(`${name} spot ${number}`),
    personId: demoId(`${name} person ${number}`),
    number,
  })),
});

const seasonOf = (
  league: { readonly name: string; readonly season: string },
  teams: readonly DemoTeamRow[],
): DemoSeason => ({
  leagueId: demoId(league.name),
  seasonId: demoId(`${league.name} ${league.season}`),
  teams: teams.map(teamOf),
});

/** Every id of the demo, known before anything is seeded. */
export const demoLeague: DemoLeague = {
  harbour: seasonOf(harbourLeague, harbourTeams),
  youth: seasonOf(youthLeague, youthTeams),
  users: Object.fromEntries(Object.keys(demoUserRows).map((role) => [role, demoId(`user ${role}`)])) as Readonly<
    Record<DemoRole, string>
  >,
};

type Deps = {
  readonly repositories: Pick<Repositories, 'nouns' | 'accounts' | 'relations'>;
  readonly credentials: { readonly passwords: Pick<Credentials['passwords'], 'hash'> };
  readonly nowMs: () => number;
};

export const seedDemoLeague = async (deps: Deps): Promise<DemoLeague> => {
  const { nouns } = deps.repositories;
  if ((await nouns.leagues.find(demoLeague.youth.leagueId)) !== null && (await isWhole(deps))) return demoLeague;
  await seedUsers(deps);
  await seedSeason(
    deps,
    { ...harbourLeague, ageGroup: 'adult', publishesVenues: true },
    demoLeague.harbour,
    harbourTeams,
  );
  await seedSeason(
    deps,
    { ...youthLeague, ageGroup: 'under-16', publishesVenues: false },
    demoLeague.youth,
    youthTeams,
  );
  await seedMembers(deps);
  await seedFamily(deps);
  return demoLeague;
};

/** The family is seeded last: where it stands, all of it does. */
const isWhole = async ({ repositories: { relations } }: Deps): Promise<boolean> =>
  (await relations.of(demoLeague.users.parent)).wards.length > 0;

const seedUsers = async ({ repositories: { accounts }, credentials, nowMs }: Deps): Promise<void> => {
  const hashed = await credentials.passwords.hash(demoPassword);
  if (!hashed.ok) throw new Error('the demo needs one password hash');
  for (const [role, { email, displayName }] of Object.entries(demoUserRows) as [
    DemoRole,
    (typeof demoUserRows)[DemoRole],
  ][]) {
    const id = demoLeague.users[role];
    await accounts.users.add({
      id,
      email,
      emailNorm: email,
      passwordHash: hashed.value,
      displayName,
      country: 'DE',
      bornOn: null,
      atMs: nowMs(),
    });
    await accounts.users.markEmailVerified(id, nowMs());
  }
  const admin = await accounts.users.find(demoLeague.users.admin);
  if (admin?.platformRole === null) await accounts.users.setPlatformRole(admin.id, 'admin');
};

type LeagueRow = {
  readonly name: string;
  readonly shortName: string;
  readonly season: string;
  readonly ageGroup: 'adult' | 'under-16';
  readonly publishesVenues: boolean;
};

const seedSeason = async (
  deps: Deps,
  { name, shortName, season, ageGroup, publishesVenues }: LeagueRow,
  { leagueId, seasonId }: DemoSeason,
  teams: readonly DemoTeamRow[],
): Promise<void> => {
  const commands = commandsOf(deps);
  const by = () => askerOf(deps, 'leagueAdmin');
  must(
    await createLeague(commands)(await by(), {
      id: leagueId,
      name,
      shortName,
      ageGroup,
      maxVisibility: undefined,
      publishesVenues,
    }),
  );
  const days = { startsOn: null, endsOn: null };
  must(
    await createSeason(commands)(await by(), { id: seasonId, leagueId, name: season, ...days, ruleSet: 'fiba-2024' }),
  );
  for (const row of teams) {
    const { id, spots } = teamOf(row);
    const { name, shortName, colour, ageGroup } = row;
    const team = { id, leagueId, name, shortName, colour, ageGroup, isShell: false, visibility: undefined };
    must(await createTeam(commands)(await by(), team));
    must(await enterTeam(commands)(await by(), seasonId, id));
    const asker = await by();
    for (const [at, player] of row.players.entries()) {
      await seedPlayer(commands, asker, {
        teamId: id,
        seasonId,
        spot: spots[at]!,
        player,
        isMinor: ageGroup !== 'adult',
      });
    }
  }
};

type SeededPlayer = {
  readonly teamId: string;
  readonly seasonId: string;
  readonly spot: DemoSpot;
  readonly player: DemoPlayerRow;
  readonly isMinor: boolean;
};

const seedPlayer = async (
  commands: Commands,
  asker: Asker,
  { teamId, seasonId, spot, player, isMinor }: SeededPlayer,
): Promise<void> => {
  const [number, givenName, familyName, position] = player;
  const bornOn = isMinor ? '2011-04-15' : '1999-08-20';
  must(await createPerson(commands)(asker, { id: spot.personId, givenName, familyName, bornOn, teamId }));
  must(
    await createSpot(commands)(asker, { id: spot.spotId, teamId, seasonId, number, position, personId: spot.personId }),
  );
};

const seedMembers = async (deps: Deps): Promise<void> => {
  const [herons, mallets] = demoLeague.harbour.teams;
  const [youth] = demoLeague.youth.teams;
  const roles: readonly [DemoRole, DemoTeam | undefined, NewMember['role']][] = [
    ['coach', herons, 'head-coach'],
    ['assistant', herons, 'assistant-coach'],
    ['rival', mallets, 'head-coach'],
    ['youthCoach', youth, 'head-coach'],
    ['fan', herons, 'follower'],
  ];
  for (const [role, team, teamRole] of roles) {
    if (team === undefined) continue;
    const asker = await askerOf(deps, teamRole === 'follower' ? role : 'leagueAdmin');
    must(await putMember(commandsOf(deps))(asker, { teamId: team.id, userId: demoLeague.users[role], role: teamRole }));
  }
};

/** A player with an account, and a child whose guardian agreed to the name within the team. There is no door for either yet. */
const seedFamily = async ({ repositories: { nouns }, nowMs }: Deps): Promise<void> => {
  const at = new Date(nowMs()).toISOString();
  const twoDaysAgo = new Date(nowMs() - 48 * 3_600_000).toISOString();
  const { users, harbour, youth } = demoLeague;
  const player = harbour.teams[0]?.spots[0];
  const child = youth.teams[0]?.spots[0];
  if (player === undefined || child === undefined) return;
  await nouns.persons.claim(player.personId, users.player, at);
  await nouns.persons.change(child.personId, { teamDisplay: 'full' }, at);
  await nouns.persons.addConsent({
    id: demoId('consent'),
    personId: child.personId,
    scope: 'team-picture',
    state: 'given',
    at: twoDaysAgo,
    givenBy: users.parent,
    noticeVersion: 'demo',
  });
  await nouns.persons.addGuardianship({
    id: demoId('guardianship'),
    guardianUserId: users.parent,
    personId: child.personId,
    verifiedBy: users.youthCoach,
    verifiedHow: 'in person',
    at,
  });
  await nouns.changes.note('user', [users.player, users.parent]);
};

type Commands = { readonly nouns: Repositories['nouns']; readonly now: () => string };

const commandsOf = ({ repositories: { nouns }, nowMs }: Deps): Commands => ({
  nouns,
  now: () => new Date(nowMs()).toISOString(),
});

/** Somebody of the demo who just signed in. */
const askerOf = async ({ repositories: { relations } }: Deps, role: DemoRole): Promise<Asker> => {
  const userId = demoLeague.users[role];
  return actingFor(userId, await relations.of(userId));
};

const must = (result: Result<unknown>): void => {
  if (!result.ok) throw new Error(`the demo league could not be seeded: ${result.code}`);
};
