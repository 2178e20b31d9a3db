/** Words that several nouns share: how a thing is named, who may see it, for which age it is. */
import { playingPositions } from '@bball/engine';
import { z } from 'zod';
import { typedName } from './accounts.ts';

export const ageGroups = ['adult', 'under-20', 'under-18', 'under-16', 'under-14', 'under-12', 'under-10'] as const;
export const ageGroup = z.enum(ageGroups);

/** Whoever may see it: everybody, the teams of its league, its own people, the hosting staff. */
export const visibilities = ['public', 'league', 'team', 'private'] as const;
export const visibility = z.enum(visibilities);
export const teamVisibility = z.enum(['public', 'league', 'team']);

export const nounName = typedName(80);
export const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour like #1d4ed8');

export const position = z.enum(playingPositions);
