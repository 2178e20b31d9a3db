/** Every play in order, as it stands after its corrections, with the score after it; voided plays too, marked. */
import { z } from 'zod';
import { count } from '../events/fields.ts';
import { uuid } from '../route.ts';
import { atLeastQuery, bothDoors, readProblems } from './live.ts';
import { foldedPlay } from './snapshot.ts';

export const playByPlay = z
  .strictObject({ gameId: uuid, revision: count, engineVersion: count, plays: z.array(foldedPlay) })
  .meta({ id: 'PlayByPlay' });
export type PlayByPlay = z.infer<typeof playByPlay>;

export const [playByPlayRoute, publicPlayByPlayRoute] = bothDoors('/play-by-play', {
  summary: 'The play-by-play',
  params: z.strictObject({ gameId: uuid }),
  query: atLeastQuery,
  responses: { 200: playByPlay, 304: null },
  problems: readProblems,
});
