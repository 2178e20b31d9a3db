import { type TimeoutCalled, timeoutKinds } from '@bball/engine';
import { z } from 'zod';
import { playOf, teamId } from './fields.ts';

export const timeoutCalled = playOf('timeout-called', {
  teamId: teamId.nullable(),
  kind: z.enum(timeoutKinds),
}) satisfies z.ZodType<TimeoutCalled>;
