import type { ReviewCalled } from '@bball/engine';
import { z } from 'zod';
import { playOf, teamId } from './fields.ts';

export const reviewCalled = playOf('review-called', {
  teamId: teamId.nullable(),
  result: z.enum(['stands', 'changed']).nullable(),
}) satisfies z.ZodType<ReviewCalled>;
