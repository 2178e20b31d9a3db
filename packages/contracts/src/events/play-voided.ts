import type { PlayVoided } from '@bball/engine';
import type { z } from 'zod';
import { eventId, eventOf } from './fields.ts';

export const playVoided = eventOf('play-voided', { playId: eventId }) satisfies z.ZodType<PlayVoided>;
