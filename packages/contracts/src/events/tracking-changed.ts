import type { TrackingChanged } from '@bball/engine';
import type { z } from 'zod';
import { playOf, teamId, tracked } from './fields.ts';

export const trackingChanged = playOf('tracking-changed', { teamId, tracked }) satisfies z.ZodType<TrackingChanged>;
