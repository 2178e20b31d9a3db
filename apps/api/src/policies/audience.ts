/**
 * To whom a side of a game, or a team, is shown. The audience decides names and pictures (redaction.ts) and nothing else: numbers are the
 * same for everybody.
 * Invariants: asked per side, so a coach sees the other side as the public does; a follower, a share link and a scorer link are public.
 * Source: access.md §3.
 */

import type { GameFacts } from './games.ts';
import { administers, administersAny, isCoachOf, isFamilyOf, type RelatedActor } from './relations.ts';
import type { TeamFacts } from './teams.ts';

export const audiences = ['public', 'team', 'staff', 'league'] as const;
export type Audience = (typeof audiences)[number];

/** What a team's roster and members are shown as. */
export const audienceOfTeam = (actor: RelatedActor, team: Omit<TeamFacts, 'visibility'>): Audience => {
  if (isCoachOf(actor, team.id)) return 'staff';
  if (administersAny(actor, team.leagueIds)) return 'league';
  if (isFamilyOf(actor, team.id)) return 'team';
  return 'public';
};

const coversSide = (actor: RelatedActor, game: GameFacts, side: 'home' | 'away'): boolean =>
  actor.assignments.some(
    ({ gameId, until, covers }) => gameId === game.id && until === null && (covers === 'both' || covers === side),
  );

export const audienceOf = (
  actor: RelatedActor,
  game: GameFacts,
  side: 'home' | 'away',
  leaguesOfTeam: readonly string[],
): Audience => {
  const id = side === 'home' ? game.homeTeamId : game.awayTeamId;
  const ofTeam = audienceOfTeam(actor, { id, leagueIds: leaguesOfTeam });
  if (ofTeam === 'staff' || coversSide(actor, game, side)) return 'staff';
  return administers(actor, game.leagueId) ? 'league' : ofTeam;
};

/** The side that does not host is treated as a shell until it agreed: nobody can make up a game with another team's people. */
export const isSideShown = (game: GameFacts, side: 'home' | 'away'): boolean =>
  game.isAccepted || game.hostTeamId === (side === 'home' ? game.homeTeamId : game.awayTeamId);
