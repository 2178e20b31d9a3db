import type { GameForfeited } from '@bball/engine';
import { z } from 'zod';
import { eventOf, teamId } from './fields.ts';

export const gameForfeited = eventOf('game-forfeited', {
  teamId,
  how: z.enum(['forfeit', 'default']),
}) satisfies z.ZodType<GameForfeited>;
