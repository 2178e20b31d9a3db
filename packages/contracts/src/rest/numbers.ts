/** The plays that made a number: every number can say why. */
import { type ComparisonKey, type StatKey, statKeys } from '@bball/engine';
import { z } from 'zod';
import { count } from '../events/fields.ts';
import { uuid } from '../route.ts';
import { atLeastQuery, bothDoors, readProblems } from './live.ts';
import { comparison, foldedPlay } from './snapshot.ts';

export const comparisonKeys = Object.keys(comparison.shape) as readonly ComparisonKey[];

export const numberColumn = z.enum([...statKeys, ...comparisonKeys] as [
  StatKey | ComparisonKey,
  ...(StatKey | ComparisonKey)[],
]);

export const numbers = z
  .strictObject({
    gameId: uuid,
    /** A player or a team of the game. */
    subject: uuid,
    column: numberColumn,
    /** null: not tracked. */
    value: z.int().nullable(),
    revision: count,
    engineVersion: count,
    /** In the order of the game. */
    plays: z.array(foldedPlay),
  })
  .meta({ id: 'Numbers' });
export type Numbers = z.infer<typeof numbers>;

export const [numbersRoute, publicNumbersRoute] = bothDoors('/numbers/{subject}/{column}', {
  summary: 'A number of a player or team, and the plays that made it',
  params: z.strictObject({ gameId: uuid, subject: uuid, column: numberColumn }),
  query: atLeastQuery,
  responses: { 200: numbers, 304: null },
  problems: [...readProblems, 'column-unknown'],
});
