/** timeout-called: nobody is charged when `teamId` is null. Source: events.md TMO-1. */

import { type Effect, flag } from '../game/effects.ts';
import type { TeamId } from '../game/ids.ts';
import { timeoutsLeft } from '../game/timeouts.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export const timeoutKinds = ['full', 'short', 'media', 'officials'] as const;
export type TimeoutKind = (typeof timeoutKinds)[number];

export type TimeoutCalled = PlayBase<'timeout-called'> & { readonly teamId: TeamId | null; readonly kind: TimeoutKind };

/** Only a team's own full or short timeout is charged; media and officials' cost nobody. */
export const foldTimeout: Fold<TimeoutCalled> = (play, floor) => {
  if (play.teamId === null) return [];
  const side = floor.sideOfTeam(play.teamId);
  if (side === null) return [flag('unknown-team')];
  if (play.kind === 'media' || play.kind === 'officials') return [];
  const effects: Effect[] = [{ does: 'timeout', timeout: { side, period: floor.state.period, clockMs: play.clockMs } }];
  if (timeoutsLeft(floor.state, floor.rules, side, play.clockMs) <= 0)
    effects.push(flag('timeouts-exceeded', { side }));
  return effects;
};
