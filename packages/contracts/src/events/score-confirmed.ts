import type { ScoreConfirmed } from '@bball/engine';
import type { z } from 'zod';
import { count, playOf } from './fields.ts';

export const scoreConfirmed = playOf('score-confirmed', {
  home: count,
  away: count,
}) satisfies z.ZodType<ScoreConfirmed>;
