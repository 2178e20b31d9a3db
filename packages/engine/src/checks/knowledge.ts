/** Who knew of what: the ground for flags, never for values. Source: protocol.md §2 "Knowledge", decision D6. */
import type { LoggedEvent } from '../events/index.ts';

/** Had the maker of `later` seen `earlier`. */
export const saw = (later: LoggedEvent, earlier: LoggedEvent): boolean => {
  if (later.deviceId === earlier.deviceId) return earlier.deviceSeq < later.deviceSeq;
  return earlier.seq !== null && earlier.seq <= later.afterSeq;
};

/** Neither knew of the other. */
export const areConcurrent = (a: LoggedEvent, b: LoggedEvent): boolean => !saw(a, b) && !saw(b, a);
