import type { PeriodEnded } from '@bball/engine';
import type { z } from 'zod';
import { playOf } from './fields.ts';

export const periodEnded = playOf('period-ended', {}) satisfies z.ZodType<PeriodEnded>;
