import { type FieldGoalAttempted, shotQualifiers, shotStyles } from '@bball/engine';
import { z } from 'zod';
import { doer, helper, playOf, teamId } from './fields.ts';

/** Further than any court reaches is a slip of the finger in a unit, not a shot. */
const centimetres = z.int().min(-3000).max(3000);

export const spot = z.strictObject({ xCm: centimetres, yCm: centimetres }).nullable();

export const fieldGoalAttempted = playOf('field-goal-attempted', {
  teamId,
  by: doer,
  points: z.int().min(1).max(99),
  made: z.boolean(),
  spot,
  style: z.enum(shotStyles).nullable(),
  assistedBy: helper,
  blockedBy: helper,
  qualifiers: z.array(z.enum(shotQualifiers)).max(shotQualifiers.length),
}) satisfies z.ZodType<FieldGoalAttempted>;
