/** How wide something may be seen: what is wanted, held against what a league or an age allows. Source: access.md §2. */
import type { AgeGroup } from './age-band.ts';
import type { Visibility } from './games.ts';

const width: Readonly<Record<Visibility, number>> = { private: 0, team: 1, league: 2, public: 3 };

export const isWider = (wanted: Visibility, cap: Visibility): boolean => width[wanted] > width[cap];

export const widerThan = (cap: Visibility): readonly Visibility[] =>
  (Object.keys(width) as Visibility[]).filter((visibility) => isWider(visibility, cap));

export const narrowest = <Some extends Visibility>(first: Some, ...others: readonly Some[]): Some =>
  others.reduce((a, b) => (isWider(a, b) ? b : a), first);

/** Where a team of this age and its games start: only adults in public. */
export const startingVisibility = (ageGroup: AgeGroup): 'public' | 'team' => (ageGroup === 'adult' ? 'public' : 'team');
