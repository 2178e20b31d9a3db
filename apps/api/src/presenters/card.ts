/** The game card: names by playerId, already redacted for the reader. */
import type { Card } from '@bball/contracts';
import type { Game } from '../repositories/games.ts';
import type { Spot } from '../repositories/roster.ts';
import { presentTeamRef } from './team.ts';

export type SpotOnCard = { readonly spot: Spot; readonly displayName: string };

export const presentCard = (game: Game, spots: readonly SpotOnCard[]): Card => ({
  gameId: game.id,
  cardVersion: game.cardVersion,
  home: presentTeamRef(game.home),
  away: presentTeamRef(game.away),
  players: Object.fromEntries(
    spots.map(({ spot, displayName }) => [
      spot.id,
      {
        displayName,
        number: spot.number,
        position: spot.position as Card['players'][string]['position'],
        pictureUrl: null,
      },
    ]),
  ),
});
