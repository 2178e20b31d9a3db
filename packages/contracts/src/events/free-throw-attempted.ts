import { type FreeThrowAttempted, throwQualifiers } from '@bball/engine';
import { z } from 'zod';
import { doer, eventId, helper, playOf, teamId } from './fields.ts';

export const freeThrowAttempted = playOf('free-throw-attempted', {
  teamId,
  by: doer,
  made: z.boolean(),
  foulId: eventId.nullable(),
  assistedBy: helper,
  qualifiers: z.array(z.enum(throwQualifiers)).max(throwQualifiers.length),
}) satisfies z.ZodType<FreeThrowAttempted>;
