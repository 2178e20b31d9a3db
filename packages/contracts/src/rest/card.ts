/**
 * The game card: the names that go with the ids of a game's log, made for one audience per side. An erasable read model which the
 * client joins; no other answer about a game has a name in it (P7).
 */
import { z } from 'zod';
import { uuid } from '../route.ts';
import { bothDoors } from './live.ts';
import { position } from './nouns.ts';
import { teamRef } from './teams.ts';

export const card = z
  .strictObject({
    gameId: uuid,
    /** Grows with every change of what a card shows: names, numbers, consents, rosters. */
    cardVersion: z.int(),
    home: teamRef,
    away: teamRef,
    /** By playerId: the roster spots of the two teams. An id that is not here is shown by its number in the log. */
    players: z.record(
      uuid,
      z.strictObject({
        displayName: z.string(),
        number: z.string(),
        position: position.nullable(),
        pictureUrl: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Card' });
export type Card = z.infer<typeof card>;

export const [cardRoute, publicCardRoute] = bothDoors('/card', {
  summary: 'The names that go with a game, as this reader may see them',
  params: z.strictObject({ gameId: uuid }),
  query: z.strictObject({
    /** The version one knows of: part of the address, so that a cache asks anew. */
    version: z.coerce.number().int().min(0).optional(),
  }),
  responses: { 200: card, 304: null },
  problems: ['game-not-found'],
});
