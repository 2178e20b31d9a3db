import type { PersonEjected } from '@bball/engine';
import { z } from 'zod';
import { playerId, playOf, teamId } from './fields.ts';

export const personEjected = playOf('person-ejected', {
  teamId,
  who: z.union([playerId, z.enum(['coach', 'bench'])]),
}) satisfies z.ZodType<PersonEjected>;
