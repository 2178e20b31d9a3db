import { type JumpBallCalled, jumpBallDecisions, jumpBallReasons } from '@bball/engine';
import { z } from 'zod';
import { doer, playerId, playOf, teamId } from './fields.ts';

export const jumpBallCalled = playOf('jump-ball-called', {
  reason: z.enum(jumpBallReasons).nullable(),
  decidedBy: z.enum(jumpBallDecisions).nullable(),
  teamId: teamId.nullable(),
  by: doer,
  jumpers: z.strictObject({ home: playerId.nullable(), away: playerId.nullable() }),
}) satisfies z.ZodType<JumpBallCalled>;
