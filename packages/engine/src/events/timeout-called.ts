/** timeout-called: nobody is charged when `teamId` is null. Source: events.md TMO-1. */
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export const timeoutKinds = ['full', 'short', 'media', 'officials'] as const;
export type TimeoutKind = (typeof timeoutKinds)[number];

export type TimeoutCalled = PlayBase<'timeout-called'> & { readonly teamId: TeamId | null; readonly kind: TimeoutKind };
