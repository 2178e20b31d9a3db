/** Period and clock to show now: the pad's running clock where there is one, ticking; else the last clock a play said. */
import { clockAt } from '@bball/sync';
import { useEffect, useState } from 'react';
import { after, now } from '../../lib/clock/clock.ts';
import { useLive } from '../../lib/live-game/game-context.tsx';

const tickMs = 250;

export const useShownClock = (): { readonly period: number; readonly clockMs: number | null } => {
  const viewer = useLive((state) => state.viewer);
  const [atMs, setAtMs] = useState(now);
  const isRunning = viewer.clock?.isRunning === true;
  // NOTE: each tick moves `atMs`, which sets the next one
  useEffect(() => (isRunning ? after(tickMs, () => setAtMs(Math.max(now(), atMs + 1))) : undefined), [isRunning, atMs]);
  return clockAt(viewer, now());
};
