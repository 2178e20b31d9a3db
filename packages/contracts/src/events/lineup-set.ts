import type { LineupSet } from '@bball/engine';
import type { z } from 'zod';
import { people, playOf, teamId } from './fields.ts';

export const lineupSet = playOf('lineup-set', { teamId, players: people }) satisfies z.ZodType<LineupSet>;
