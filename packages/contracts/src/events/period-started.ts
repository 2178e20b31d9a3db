import type { PeriodStarted } from '@bball/engine';
import type { z } from 'zod';
import { count, playOf } from './fields.ts';

export const periodStarted = playOf('period-started', {
  lengthMs: count.nullable(),
}) satisfies z.ZodType<PeriodStarted>;
