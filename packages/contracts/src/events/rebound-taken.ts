import type { ReboundTaken } from '@bball/engine';
import { z } from 'zod';
import { doer, playOf, teamId } from './fields.ts';

export const reboundTaken = playOf('rebound-taken', {
  teamId,
  by: doer,
  side: z.enum(['offensive', 'defensive']).nullable(),
  deadBall: z.boolean(),
}) satisfies z.ZodType<ReboundTaken>;
