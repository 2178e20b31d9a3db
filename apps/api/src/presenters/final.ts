/** A final score as it was announced. */
import type { AnnouncedFinal as AnnouncedFinalShape } from '@bball/contracts';
import type { AnnouncedFinal } from '../repositories/finals.ts';
import type { Game } from '../repositories/games.ts';
import { presentTeamRef } from './team.ts';

export const presentFinal = (final: AnnouncedFinal, game: Game): AnnouncedFinalShape => ({
  gameId: game.id,
  leagueId: game.leagueId,
  seasonId: game.seasonId,
  home: presentTeamRef(game.home),
  away: presentTeamRef(game.away),
  score: { home: final.score.home, away: final.score.away },
  announcedAs: final.announcedAs,
  announcedAt: final.announcedAt,
  isStanding: final.isStanding,
  finalEventId: final.finalEventId,
});
