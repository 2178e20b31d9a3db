import { type ViolationCalled, violationKinds } from '@bball/engine';
import { z } from 'zod';
import { offender, playOf, teamId } from './fields.ts';

export const violationCalled = playOf('violation-called', {
  teamId,
  by: offender,
  kind: z.enum(violationKinds),
}) satisfies z.ZodType<ViolationCalled>;
