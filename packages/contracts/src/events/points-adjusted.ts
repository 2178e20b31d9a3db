import type { PointsAdjusted } from '@bball/engine';
import { z } from 'zod';
import { playerId, playOf, teamId } from './fields.ts';

export const pointsAdjusted = playOf('points-adjusted', {
  teamId,
  by: playerId.nullable(),
  points: z
    .int()
    .min(-999)
    .max(999)
    .refine((points) => points !== 0, 'must not be 0'),
}) satisfies z.ZodType<PointsAdjusted>;
