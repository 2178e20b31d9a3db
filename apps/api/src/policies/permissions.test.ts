/**
 * The policies against permissions.csv and visibility.csv (access.md §2), cell by cell: for each action, each relation and each coherent set
 * of conditions, an actor who holds only that relation gets exactly what the cells of that relation, of `stranger` and of `anonymous` say.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as accounts from './accounts.ts';
import { type Action, actions } from './actions.ts';
import * as games from './games.ts';
import * as leagues from './leagues.ts';
import * as operations from './operations.ts';
import * as persons from './persons.ts';
import { anonymous, type RelatedActor } from './relations.ts';
import * as teams from './teams.ts';

type Condition = string;
type World = { readonly column: string; readonly holds: ReadonlySet<Condition>; readonly visibility: string };
type Judge = (world: World) => boolean;

const nowMs = Date.parse('2026-11-24T12:00:00.000Z');
const rows = (file: string): readonly (readonly string[])[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

const [[, ...columns] = [], ...permissions] = rows('permissions.csv');
const visibilities = new Map(
  rows('visibility.csv')
    .slice(1)
    .map(([visibility = '', ...cells]) => [visibility, cells]),
);
const permissionOf = new Map(permissions.map(([action = '', ...cells]) => [action, cells]));

/** Somebody with this relation only, to this subject as far as the conditions say so, else to another one. */
const actorOf = ({ column, holds }: World): RelatedActor => {
  const isSignedIn = column !== 'scorerLink' && column !== 'anonymous';
  const base: RelatedActor = {
    ...anonymous,
    userId: isSignedIn ? 'me' : null,
    isGrown: isSignedIn && holds.has('grown'),
    isFresh: isSignedIn && holds.has('fresh'),
    sharedGameId: holds.has('link') ? 'game' : null,
  };
  const team = holds.has('host') ? 'host' : holds.has('team') ? 'team' : 'elsewhere';
  const memberOfLeagues = holds.has('member') ? ['league'] : [];
  const assignment = {
    gameId: holds.has('game') ? 'game' : 'another game',
    homeTeamId: holds.has('game') || holds.has('side') ? 'team' : 'elsewhere',
    awayTeamId: 'elsewhere too',
    leagueId: holds.has('game') ? 'league' : null,
    covers: 'home',
  } as const;
  const membership = { teamId: team, since: '2025-09-01T00:00:00.000Z', until: null } as const;
  const coach = (role: 'head-coach' | 'assistant-coach'): RelatedActor => ({
    ...base,
    memberOfLeagues,
    memberships: [
      { ...membership, role },
      {
        role,
        teamId: 'former team',
        since: '2023-01-01T00:00:00.000Z',
        until: holds.has('past') ? '2024-02-01T00:00:00.000Z' : '2024-01-01T00:00:00.000Z',
      },
    ],
  });
  switch (column) {
    case 'admin':
      return { ...base, isAdmin: true, reason: holds.has('reason') ? 'a parent asked' : null };
    case 'leagueAdmin':
      return { ...base, offices: [{ leagueId: holds.has('league') ? 'league' : 'another league', until: null }] };
    case 'headCoach':
      return coach('head-coach');
    case 'assistantCoach':
      return coach('assistant-coach');
    case 'scorer':
      return { ...base, assignments: [{ ...assignment, until: null }] };
    case 'scorerLink':
      return { ...base, link: { ...assignment, linkId: 'link', isValid: true } };
    case 'player':
      return {
        ...base,
        memberOfLeagues,
        ownPersonId: holds.has('own') ? 'person' : 'another person',
        playsFor: [holds.has('own') ? 'team' : team],
      };
    case 'guardian': {
      const child = holds.has('child');
      return {
        ...base,
        memberOfLeagues,
        ownPersonId: holds.has('own') ? 'person' : null,
        wards: [{ personId: child ? 'person' : 'another person', teamIds: [child ? 'team' : team] }],
      };
    }
    case 'follower':
      return { ...base, memberOfLeagues, memberships: [{ ...membership, role: 'follower' }] };
    default:
      return base;
  }
};

const gameOf = ({ holds, visibility }: World): games.GameFacts => ({
  id: 'game',
  leagueId: holds.has('free') ? null : 'league',
  hostTeamId: 'host',
  homeTeamId: 'host',
  awayTeamId: 'team',
  isAccepted: true,
  status: holds.has('open') ? 'live' : holds.has('over') ? 'final' : 'cancelled',
  visibility: visibility as games.Visibility,
  finalAt: holds.has('over') ? (holds.has('recent') ? '2026-11-22T12:00:00.000Z' : '2026-11-20T12:00:00.000Z') : null,
  createdAt: '2026-09-01T00:00:00.000Z',
  publishesVenues: holds.has('published'),
});

/** `team` is, for a new game, the team that hosts it. */
const newGameOf = (world: World): games.GameFacts => ({ ...gameOf(world), hostTeamId: 'team' });

const teamOf = ({ visibility }: World): teams.TeamFacts => ({
  id: 'team',
  leagueIds: ['league'],
  visibility: visibility as teams.TeamFacts['visibility'],
});

const personOf = ({ column, holds }: World): persons.PersonFacts => ({
  id: 'person',
  userId: holds.has('unclaimed') ? null : column === 'player' && holds.has('own') ? 'me' : 'somebody',
  createdBy: 'me',
  spots: [
    { teamId: 'team', since: '2025-09-01T00:00:00.000Z', until: null },
    { teamId: 'former team', since: '2024-01-15T00:00:00.000Z', until: '2024-06-01T00:00:00.000Z' },
  ],
  leagueIds: ['league'],
  shown: { public: holds.has('shown'), team: holds.has('shown') },
});

const sessionOf = ({ column, holds }: World): accounts.SessionFacts => {
  const isLink = column === 'scorerLink';
  const isOwn = holds.has('own');
  return {
    userId: isLink ? null : isOwn ? 'me' : 'somebody',
    linkId: isLink ? (isOwn ? 'link' : 'another link') : null,
    personId: holds.has('child') ? 'person' : null,
  };
};

const onGame =
  (judge: (actor: RelatedActor, game: games.GameFacts) => boolean): Judge =>
  (world) =>
    judge(actorOf(world), gameOf(world));
const onTeam =
  (judge: (actor: RelatedActor, team: teams.TeamFacts) => boolean): Judge =>
  (world) =>
    judge(actorOf(world), teamOf(world));
const onPerson =
  (judge: (actor: RelatedActor, person: persons.PersonFacts) => boolean): Judge =>
  (world) =>
    judge(actorOf(world), personOf(world));

const judges: { readonly [A in Action]?: Judge } = {
  canChangeAccount: (world) =>
    accounts.canChangeAccount(actorOf(world), { userId: world.holds.has('own') ? 'me' : 'somebody' }),
  canOperate: (world) => operations.canOperate(actorOf(world)),
  canEndSession: (world) => accounts.canEndSession(actorOf(world), sessionOf(world)),
  canCreatePerson: (world) =>
    persons.canCreatePerson(actorOf(world), { team: world.holds.has('own') ? null : teamOf(world) }),
  canSeeMinorName: onPerson(persons.canSeeMinorName),
  canSeeContact: onPerson(persons.canSeeContact),
  canSeeBirthDate: onPerson(persons.canSeeBirthDate),
  canRenamePerson: onPerson(persons.canRenamePerson),
  canEditPrivate: onPerson(persons.canEditPrivate),
  canWidenDisplay: onPerson(persons.canWidenDisplay),
  canNarrowDisplay: onPerson(persons.canNarrowDisplay),
  canAcceptTransfer: onPerson(persons.canAcceptTransfer),
  canCreateLeague: (world) => leagues.canCreateLeague(actorOf(world)),
  canEditLeague: (world) => leagues.canEditLeague(actorOf(world), { id: 'league' }),
  canEnterTeam: (world) =>
    leagues.canEnterTeam(actorOf(world), {
      leagueId: 'league',
      teamId: 'team',
      isInvited: world.holds.has('invited'),
    }),
  canSeeStandings: (world) =>
    leagues.canSeeStandings(actorOf(world), { id: 'league', maxVisibility: teamOf(world).visibility }),
  canCreateTeam: (world) => teams.canCreateTeam(actorOf(world)),
  canSeeRoster: onTeam(teams.canSeeRoster),
  canEditTeam: onTeam(teams.canEditTeam),
  canEditRoster: onTeam(teams.canEditRoster),
  canAppointCoach: onTeam(teams.canAppointCoach),
  canInvite: onTeam(teams.canInvite),
  canRemoveMember: onTeam(teams.canRemoveMember),
  canFollowTeam: onTeam(teams.canFollowTeam),
  canCreateGame: (world) => games.canCreateGame(actorOf(world), newGameOf(world)),
  canAcceptGame: onGame(games.canAcceptGame),
  canEditGame: onGame(games.canEditGame),
  canSetVisibility: onGame(games.canSetVisibility),
  canWatchGame: onGame(games.canWatchGame),
  canSeeVenue: onGame(games.canSeeVenue),
  canAddGuest: onGame(games.canAddGuest),
  canScore: onGame(games.canScore),
  canCorrect: (world) => games.canCorrect(actorOf(world), gameOf(world), { isOwn: world.holds.has('own') }),
  canChangeRuleSet: onGame(games.canChangeRuleSet),
  canSettleHeldPlays: onGame(games.canSettleHeldPlays),
  canFinalize: onGame(games.canFinalize),
  canReopen: (world) => games.canReopen(actorOf(world), gameOf(world), nowMs),
  canConfirmFinal: onGame(games.canConfirmFinal),
  canAssignScorer: onGame(games.canAssignScorer),
  canSeePresence: onGame(games.canSeePresence),
  canReadLog: onGame(games.canReadLog),
  canExportBoxScore: onGame(games.canExportBoxScore),
};

/** Asked about a team or a league, not about a game. */
const beyondGames: readonly Action[] = ['canSeeRoster', 'canFollowTeam', 'canSeeStandings'];

/** Actions whose doors are not built yet; a policy that appears must leave this list. */
const notYet: readonly Action[] = [
  'canExportAccount',
  'canDeleteAccount',
  'canLockUser',
  'canSetPlatformRole',
  'canReadAudit',
  'canSeeMinorPicture',
  'canSeeEligibility',
  'canSeeCareer',
  'canInviteGuardian',
  'canEndGuardianship',
  'canClaimPerson',
  'canMergePersons',
  'canErasePerson',
  'canAppointLeagueAdmin',
  'canCloseLeague',
  'canCreateScorerLink',
  'canCreateShareLink',
  'canRevokeLink',
  'canUseNote',
  'canSeePlayingTime',
  'canExportSeason',
  'canAnswerAvailability',
  'canSeeAvailability',
  'canAnnounce',
  'canReadAnnouncement',
  'canSubscribeCalendar',
  'canUploadMedia',
  'canSetPicture',
  'canPublishMedia',
  'canDeleteMedia',
];

const heldColumns = (column: string): readonly string[] =>
  [column, ...(column === 'scorerLink' ? [] : ['stranger']), 'anonymous'].filter(
    (held) => !(column === 'anonymous' && held === 'stranger'),
  );

const isTrue = (cell: string, world: World): boolean =>
  cell.split('|').some((alternative) =>
    alternative.split('&').every((condition) => {
      if (condition === 'y') return true;
      if (condition === 'n') return false;
      if (condition === 'see') return sees(world);
      return world.holds.has(condition);
    }),
  );

/** `see` asks of the actor, by whichever relation. */
const sees = (world: World): boolean =>
  heldColumns(world.column).some((column) => isTrue(cellOf(visibilities, world.visibility, column), world));

const cellOf = (table: ReadonlyMap<string, readonly string[]>, row: string, column: string): string => {
  const cell = table.get(row)?.[columns.indexOf(column)];
  assert.ok(cell !== undefined, `no cell ${row} × ${column}`);
  return cell;
};

const expected = (action: Action, world: World): boolean =>
  heldColumns(world.column).some((column) => isTrue(cellOf(permissionOf, action, column), world));

/** Which sets of conditions can be true at once; the others describe nobody. */
const isCoherent = (action: Action, { column, holds }: World): boolean => {
  const relations = ['headCoach', 'assistantCoach', 'player', 'guardian', 'follower'];
  if (holds.has('open') && holds.has('over')) return false;
  if (holds.has('recent') && !holds.has('over')) return false;
  if (holds.has('host') && !holds.has('team')) return false;
  // A friendly has no season, so nobody administers its league.
  if (holds.has('free') && holds.has('league')) return false;
  if (holds.has('own') && (holds.has('unclaimed') || (action === 'canCreatePerson' && holds.has('team')))) return false;
  // Somebody with a person of their own is a player too, so `own` is asked only where the row speaks of it for this relation.
  if (
    holds.has('own') &&
    !heldColumns(column).some((held) => cellOf(permissionOf, action, held).split(/[|&]/).includes('own'))
  ) {
    return false;
  }
  // A share link is for a game, and only a game has a host.
  if ((holds.has('link') || holds.has('host')) && beyondGames.includes(action)) return false;
  // To a league everybody of one of its teams belongs alike.
  if (action === 'canSeeStandings' && holds.has('team') !== holds.has('member')) return false;
  // A new person of one's own is in no team and no league yet.
  if (action === 'canCreatePerson' && holds.has('own') && holds.has('league')) return false;
  // Whoever belongs to one of the two teams belongs to the league it plays in.
  if (relations.includes(column) && holds.has('team') && !holds.has('member')) return false;
  // For a new game `team` is the host, for an answer the guest: see `newGameOf`.
  return !(action === 'canAcceptGame' && holds.has('host'));
};

const conditionsOf = (action: Action): readonly Condition[] => {
  const cells = permissionOf.get(action) ?? [];
  const named = new Set(cells.flatMap((cell) => cell.split(/[|&]/)));
  if (named.delete('see')) {
    for (const row of visibilities.values())
      for (const cell of row) for (const name of cell.split(/[|&]/)) named.add(name);
  }
  named.delete('y');
  named.delete('n');
  // These follow from others being said: a coach of a team in the league is a member, a host is of the team.
  if (named.has('team')) named.add('member');
  if (named.has('host')) named.add('team').add('member');
  return [...named];
};

const subsets = (all: readonly Condition[]): readonly ReadonlySet<Condition>[] =>
  Array.from({ length: 2 ** all.length }, (_, bits) => new Set(all.filter((_condition, at) => bits & (1 << at))));

test('permissions.csv names exactly the actions that the code knows', () => {
  assert.deepEqual([...permissionOf.keys()], [...actions]);
});

test('each action of the table has a policy or waits for its feature, never both', () => {
  for (const action of actions) {
    assert.equal(Object.hasOwn(judges, action), !notYet.includes(action), action);
  }
});

for (const [action, judge] of Object.entries(judges) as [Action, Judge][]) {
  test(`${action} allows what its row allows, and nothing else`, () => {
    const hasSee = permissionOf.get(action)?.some((cell) => cell.includes('see'));
    const shown = hasSee
      ? [...visibilities.keys()].filter((row) => row !== 'private' || !beyondGames.includes(action))
      : ['public'];
    let cells = 0;
    for (const column of columns) {
      for (const holds of subsets(conditionsOf(action))) {
        for (const visibility of shown) {
          const world = { column, holds, visibility };
          if (!isCoherent(action, world)) continue;
          cells += 1;
          assert.equal(
            judge(world),
            expected(action, world),
            `${action} × ${column} with ${[...holds].join(' & ') || 'nothing'} (${visibility})`,
          );
        }
      }
    }
    assert.ok(cells >= columns.length);
  });
}
