/** The game card at its two doors: the signed-in reader's audiences, never kept; the public one, kept for 30 s at most. */
import { cardRoute, publicCardRoute } from '@bball/contracts';
import type { Request } from 'express';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { canWatchGame } from '../../policies/games.ts';
import { anonymous, type RelatedActor } from '../../policies/relations.ts';
import { getCard } from '../../queries/get-card.ts';
import { tagged } from '../cacheable.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor } from '../nouns.ts';

export const cardRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const cardFor = getCard(door);
  const answer = async (request: Request, actor: RelatedActor, gameId: string, cacheControl: string) => {
    const game = await door.nouns.games.find(gameId);
    if (game === null || !canWatchGame(actor, game)) return reject('game-not-found');
    return accept(tagged(request, await cardFor(actor, game), { version: game.cardVersion, cacheControl }));
  };
  return [
    handle(cardRoute, async (context) =>
      answer(context.request, await door.actorOf(context), context.params.gameId, 'private, no-store'),
    ),
    handle(publicCardRoute, ({ request, params }) => answer(request, anonymous, params.gameId, 'public, max-age=30')),
  ];
};
