/** tracking-changed: what is recorded of a team from here on (CMP-1). Source: events.md §4 "Completeness". */
import type { Facet } from '../game/facets.ts';
import { facetBits } from '../game/facets.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export type TrackingChanged = PlayBase<'tracking-changed'> & {
  readonly teamId: TeamId;
  readonly tracked: readonly Facet[];
};

export const foldTracking = forTeam<TrackingChanged>((play, _floor, side) => [
  { does: 'track', side, bits: facetBits(play.tracked) },
]);
