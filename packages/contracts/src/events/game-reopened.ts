import type { GameReopened } from '@bball/engine';
import type { z } from 'zod';
import { eventOf } from './fields.ts';

export const gameReopened = eventOf('game-reopened', {}) satisfies z.ZodType<GameReopened>;
