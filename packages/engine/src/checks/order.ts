/**
 * Doubts about where a play stands: clocks against order, periods that were not started or are over, plays after the final.
 * Source: events.md §6, PER-1, PER-2, GAM-1.
 */
import type { Play, PlayType } from '../events/index.ts';
import { type Effect, flag } from '../game/effects.ts';
import type { Floor } from '../game/floor.ts';

/** What only happens while a period is played. */
const livePlays: ReadonlySet<PlayType> = new Set([
  'field-goal-attempted',
  'free-throw-attempted',
  'rebound-taken',
  'turnover-committed',
]);

const none: readonly Effect[] = [];

/** `previousDevice`: which device keyed the play before it. */
export const orderDoubts = (
  play: Play,
  { state }: Floor,
  previousDevice: string | null,
  isAfterFinal: boolean,
): readonly Effect[] => {
  const isLate =
    play.clockMs !== null && (play.clockMs > state.periodLengthMs || play.clockMs > (state.clockMs ?? play.clockMs));
  if (!isLate && state.periodState === 'running' && !isAfterFinal) return none;
  const effects: Effect[] = [];
  if (play.clockMs !== null) {
    if (play.clockMs > state.periodLengthMs)
      effects.push(flag('clock-beyond-period', { detail: { lengthMs: state.periodLengthMs } }));
    if (state.clockMs !== null && play.clockMs > state.clockMs) {
      const code = previousDevice === null || previousDevice === play.deviceId ? 'clock-late' : 'clock-disagrees';
      effects.push(flag(code, { detail: { clockMs: play.clockMs, beforeMs: state.clockMs } }));
    }
  }
  if (livePlays.has(play.type)) {
    if (state.periodState === 'not-started' && !state.isUnstartedFlagged) effects.push(flag('period-not-started'));
    if (state.periodState === 'ended') effects.push(flag('play-after-period-end'));
  }
  if (isAfterFinal) effects.push(flag('play-after-final'));
  return effects;
};
