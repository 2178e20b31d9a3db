/** The game clock and durations as people read them; the same in every language. */
import { dash } from './i18n.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 151_000 → 2:31; the last minute shows tenths: 9_400 → 9.4. null: no clock was said. */
export const clockText = (clockMs: number | null): string => {
  if (clockMs === null) return dash;
  if (clockMs < 60_000 && clockMs % 1000 !== 0) return `${Math.floor(clockMs / 1000)}.${Math.floor((clockMs % 1000) / 100)}`;
  return durationText(clockMs);
};

/** 130_000 → 2:10. */
export const durationText = (durationMs: number): string => `${Math.floor(durationMs / 60_000)}:${twoDigits(Math.floor((durationMs % 60_000) / 1000))}`;
