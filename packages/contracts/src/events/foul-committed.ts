import { type FoulCommitted, foulKinds, foulQualifiers } from '@bball/engine';
import { z } from 'zod';
import { helper, offender, playOf, teamId } from './fields.ts';

export const foulCommitted = playOf('foul-committed', {
  teamId,
  by: offender,
  kind: z.enum(foulKinds),
  drawnBy: helper,
  freeThrows: z.literal([0, 1, 2, 3, 'one-and-one']).nullable(),
  losesBall: z.boolean(),
  qualifiers: z.array(z.enum(foulQualifiers)).max(foulQualifiers.length),
}) satisfies z.ZodType<FoulCommitted>;
