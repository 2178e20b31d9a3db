import type { GameFinalized } from '@bball/engine';
import { z } from 'zod';
import { count, eventOf } from './fields.ts';

export const gameFinalized = eventOf('game-finalized', {
  score: z.strictObject({ home: count, away: count }).nullable(),
}) satisfies z.ZodType<GameFinalized>;
