/** Teams that a reader may see, and their members for staff. */
import type { Member as MemberShape, Team as TeamShape } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { isCoachOf, type RelatedActor } from '../policies/relations.ts';
import { canEditRoster, canEditTeam, canInvite, canSeeRoster } from '../policies/teams.ts';
import { presentMember, presentTeam } from '../presenters/team.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';
import { type Listed, type ListKey, listed, type Paging, pageOf } from './cursor.ts';
import { administeredLeaguesOf, leaguesOf, ownTeamsOf, scoredTeamsOf } from './reach.ts';

type Deps = { readonly nouns: Pick<Nouns, 'teams' | 'members'> };

const teamsKey: ListKey = { list: 'teams', parts: ['text', 'id'] };
const membersKey: ListKey = { list: 'members', parts: ['moment', 'id'] };

export type TeamsAsked = Paging & {
  readonly leagueId?: string | undefined;
  readonly seasonId?: string | undefined;
  readonly scope: 'all' | 'mine';
};

const present = (actor: RelatedActor, team: TeamInLeagues): TeamShape =>
  presentTeam(team, {
    canEdit: canEditTeam(actor, team),
    canEditRoster: canEditRoster(actor, team),
    canCreateGame: isCoachOf(actor, team.id),
  });

export const getTeam =
  ({ nouns: { teams } }: Deps) =>
  async (actor: RelatedActor, id: string): Promise<Result<TeamShape, 'team-not-found'>> => {
    const team = await teams.find(id);
    if (team === null || !canSeeRoster(actor, team)) return reject('team-not-found');
    return accept(present(actor, team));
  };

export const listTeams =
  ({ nouns: { teams } }: Deps) =>
  async (actor: RelatedActor, asked: TeamsAsked): Promise<Result<Listed<TeamShape>, 'cursor-unknown'>> => {
    const page = pageOf(teamsKey, asked);
    if (!page.ok) return page;
    const onlyOwn = asked.scope === 'mine';
    const found = await teams.list(
      {
        teamIds: onlyOwn ? ownTeamsOf(actor) : [...ownTeamsOf(actor), ...scoredTeamsOf(actor)],
        administeredIds: administeredLeaguesOf(actor),
        memberIds: leaguesOf(actor),
        onlyOwn,
        leagueId: asked.leagueId ?? null,
        seasonId: asked.seasonId ?? null,
      },
      page.value,
    );
    const { rows, nextCursor } = listed(teamsKey, asked, found, ({ name, id }) => [name, id]);
    return accept({
      rows: rows.filter((team) => canSeeRoster(actor, team)).map((team) => present(actor, team)),
      nextCursor,
    });
  };

export const listMembers =
  ({ nouns: { teams, members } }: Deps) =>
  async (
    actor: RelatedActor,
    teamId: string,
    paging: Paging,
  ): Promise<Result<Listed<MemberShape>, 'team-not-found' | 'not-permitted' | 'cursor-unknown'>> => {
    const page = pageOf(membersKey, paging);
    if (!page.ok) return page;
    const team = await teams.find(teamId);
    if (team === null || !canSeeRoster(actor, team)) return reject('team-not-found');
    if (!canInvite(actor, team)) return reject('not-permitted');
    const found = await members.list(teamId, page.value);
    const { rows, nextCursor } = listed(membersKey, paging, found, ({ since, userId }) => [since, userId]);
    return accept({ rows: rows.map(presentMember), nextCursor });
  };

/** One membership as it stands, for whoever just changed it. */
export const getMember =
  ({ nouns: { members } }: Deps) =>
  async (teamId: string, userId: string): Promise<Result<MemberShape, 'member-not-found'>> => {
    const member = await members.find(teamId, userId);
    return member === null ? reject('member-not-found') : accept(presentMember(member));
  };
