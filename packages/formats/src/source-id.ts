/**
 * Ids made from the source, so that reading a feed twice repeats events instead of doubling them.
 * Shape of UUIDv7; the time inside is a fixed day plus the row, so that the ids of one game sort as its rows do.
 * Source: events.md §7.
 */
import { sha256Hex } from '@bball/engine';

/** 2020-01-01T00:00:00.000Z: any fixed moment would do. */
const epochMs = 1_577_836_800_000;

export const sourceUuid = (parts: readonly (string | number)[], row = 0): string => {
  const hash = sha256Hex(parts.join('\u001f'));
  const time = (epochMs + row).toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(3), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
};
