/** person-ejected. Source: events.md EJE-1. */
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type PersonEjected = PlayBase<'person-ejected'> & { readonly teamId: TeamId; readonly who: PlayerId | 'coach' | 'bench' };
