/** Games as nouns: what lists and the game's own page say. No names of people. */
import type { GameDetail, GameSummary } from '@bball/contracts';
import type { Game } from '../repositories/games.ts';
import { presentTeamRef } from './team.ts';

/** Where and when, as far as this reader may know it. */
export type ShownPlace = Pick<GameSummary, 'startsAt' | 'venue'>;

export const presentGameSummary = (game: Game, place: ShownPlace): GameSummary => ({
  id: game.id,
  leagueId: game.leagueId,
  seasonId: game.seasonId,
  home: presentTeamRef(game.home),
  away: presentTeamRef(game.away),
  startsAt: place.startsAt,
  venue: place.venue,
  status: game.status,
  visibility: game.visibility,
  ruleSet: game.ruleSet,
  score: game.headline?.score ?? null,
  period: game.headline?.period ?? 0,
  clockMs: game.headline?.clockMs ?? null,
});

export const presentGameDetail = (
  game: Game,
  place: ShownPlace,
  { rights, disputedFinalId }: Pick<GameDetail, 'rights' | 'disputedFinalId'>,
): GameDetail => ({
  ...presentGameSummary(game, place),
  hostTeamId: game.hostTeamId,
  isAccepted: game.isAccepted,
  rules: game.rules,
  tracked: { home: [...game.tracked.home], away: [...game.tracked.away] },
  disputedFinalId,
  rights: {
    canScore: rights.canScore,
    canCorrect: rights.canCorrect,
    canSettleHeldPlays: rights.canSettleHeldPlays,
    isStaff: rights.isStaff,
    canEdit: rights.canEdit,
    canAccept: rights.canAccept,
    canAssignScorer: rights.canAssignScorer,
    canFinalize: rights.canFinalize,
    canReopen: rights.canReopen,
    canConfirmFinal: rights.canConfirmFinal,
  },
});
