/** Teams, their members and their rosters as their readers get them. Names come in redacted for the reader. */
import type { Member as MemberShape, RosterSpot, TeamRef, Team as TeamShape } from '@bball/contracts';
import type { Member } from '../repositories/members.ts';
import type { Spot } from '../repositories/roster.ts';
import type { Team } from '../repositories/teams.ts';

export const presentTeamRef = (team: Pick<Team, 'id' | 'name' | 'shortName' | 'colour'>): TeamRef => ({
  id: team.id,
  name: team.name,
  shortName: team.shortName,
  colour: team.colour,
});

export const presentTeam = (team: Team, rights: TeamShape['rights']): TeamShape => ({
  id: team.id,
  name: team.name,
  shortName: team.shortName,
  colour: team.colour,
  leagueId: team.leagueId,
  ageGroup: team.ageGroup,
  visibility: team.visibility,
  isShell: team.isShell,
  rights: {
    canEdit: rights.canEdit,
    canEditRoster: rights.canEditRoster,
    canCreateGame: rights.canCreateGame,
  },
});

export const presentMember = (member: Member): MemberShape => ({
  teamId: member.teamId,
  userId: member.userId,
  displayName: member.displayName,
  role: member.role,
  since: member.since,
});

/** What this reader may know of whoever wears the number. */
export type ShownPerson = { readonly displayName: string; readonly personId: string | null };

export const presentSpot = (spot: Spot, shown: ShownPerson): RosterSpot => ({
  id: spot.id,
  teamId: spot.teamId,
  seasonId: spot.seasonId,
  number: spot.number,
  position: spot.position as RosterSpot['position'],
  displayName: shown.displayName,
  personId: shown.personId,
  since: spot.since,
  until: spot.until,
});
