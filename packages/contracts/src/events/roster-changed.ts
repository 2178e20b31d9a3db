import type { RosterChanged } from '@bball/engine';
import type { z } from 'zod';
import { eventOf, teamId } from './fields.ts';
import { rosterEntry } from './game-set-up.ts';

export const rosterChanged = eventOf('roster-changed', {
  teamId,
  entry: rosterEntry,
}) satisfies z.ZodType<RosterChanged>;
