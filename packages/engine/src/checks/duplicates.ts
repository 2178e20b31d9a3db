/**
 * The same play keyed twice by two who did not know of each other. Source: events.md §6 "possible-duplicate"; protocol.md §2.
 */
import type { LoggedEvent, Play } from '../events/index.ts';
import type { Doer, Helper, Offender } from '../game/doer.ts';
import type { IsoInstant } from '../game/ids.ts';
import { areConcurrent } from './knowledge.ts';

const nearMs = 5_000;

/** How many plays back are looked at: more never stand within five seconds. */
export const duplicateReach = 8;

type Keyed = Play & { readonly teamId?: unknown; readonly by?: Doer | Offender | Helper; readonly made?: boolean };

/** Milliseconds of an ISO instant without `Date`, whose parsing is not the same everywhere: exact within a month. */
export const instantMs = (at: IsoInstant): number => {
  const part = (from: number, to: number): number => Number(at.slice(from, to));
  const days = part(0, 4) * 372 + part(5, 7) * 31 + part(8, 10);
  return ((days * 24 + part(11, 13)) * 60 + part(14, 16)) * 60_000 + part(17, 19) * 1_000 + part(20, 23);
};

const isNear = (a: Play, b: Play): boolean =>
  a.clockMs !== null && b.clockMs !== null
    ? Math.abs(a.clockMs - b.clockMs) <= nearMs
    : Math.abs(instantMs(a.recordedAt) - instantMs(b.recordedAt)) <= nearMs;

const isCompatible = (a: Keyed, b: Keyed): boolean => a.by === b.by || a.by === null || b.by === null;

/** Could `play` be `earlier` again: plays as they stand after corrections. */
export const mayBeDuplicate = (play: Play & LoggedEvent, earlier: Play & LoggedEvent): boolean => {
  const [a, b]: [Keyed, Keyed] = [play, earlier];
  return (
    a.type === b.type &&
    a.deviceId !== b.deviceId &&
    a.teamId !== undefined &&
    a.teamId === b.teamId &&
    a.made === b.made &&
    isCompatible(a, b) &&
    isNear(a, b) &&
    areConcurrent(play, earlier)
  );
};
