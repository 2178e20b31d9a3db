import type { PossessionSet } from '@bball/engine';
import type { z } from 'zod';
import { playOf, teamId } from './fields.ts';

export const possessionSet = playOf('possession-set', {
  teamId: teamId.nullable(),
  arrow: teamId.nullable(),
}) satisfies z.ZodType<PossessionSet>;
