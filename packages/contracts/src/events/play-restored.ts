import type { PlayRestored } from '@bball/engine';
import type { z } from 'zod';
import { eventId, eventOf } from './fields.ts';

export const playRestored = eventOf('play-restored', { playId: eventId }) satisfies z.ZodType<PlayRestored>;
