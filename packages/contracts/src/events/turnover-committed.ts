import { type TurnoverCommitted, turnoverKinds } from '@bball/engine';
import { z } from 'zod';
import { doer, helper, playOf, teamId } from './fields.ts';

export const turnoverCommitted = playOf('turnover-committed', {
  teamId,
  by: doer,
  kind: z.enum(turnoverKinds).nullable(),
  stolenBy: helper,
}) satisfies z.ZodType<TurnoverCommitted>;
