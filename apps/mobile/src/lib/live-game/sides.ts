/** The two sides of a game as screens show them: name, short name and a colour that reads on this paper. */

import type { TeamRef } from '@bball/contracts';
import type { Pair, TeamId } from '@bball/engine';
import { sideColours } from '../theme/team-colour.ts';
import type { Palette } from '../theme/tokens.ts';

export type Side = { readonly id: TeamId; readonly name: string; readonly shortName: string; readonly colour: string };
export type Sides = Pair<Side>;

export const sidesOf = (teams: Pair<TeamRef>, palette: Palette): Sides => {
  const colours = sideColours(teams.home.colour, teams.away.colour, palette);
  const side = (team: TeamRef, colour: string): Side => ({
    id: team.id as TeamId,
    name: team.name,
    shortName: team.shortName || team.name.slice(0, 3).toUpperCase(),
    colour,
  });
  return { home: side(teams.home, colours.home), away: side(teams.away, colours.away) };
};

/** Which side a team id is; null: of neither. */
export const sideOf = (sides: Sides, teamId: string | null | undefined): 'home' | 'away' | null =>
  teamId === sides.home.id ? 'home' : teamId === sides.away.id ? 'away' : null;
