/** tracking-changed: what is recorded of a team from here on (CMP-1). Source: events.md §4 "Completeness". */
import type { Facet } from '../game/facets.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type TrackingChanged = PlayBase<'tracking-changed'> & { readonly teamId: TeamId; readonly tracked: readonly Facet[] };
