import type { SubstitutionMade } from '@bball/engine';
import type { z } from 'zod';
import { people, playOf, teamId } from './fields.ts';

export const substitutionMade = playOf('substitution-made', {
  teamId,
  playersIn: people,
  playersOut: people,
}) satisfies z.ZodType<SubstitutionMade>;
