/**
 * The server's time as a device knows it, for ranks: the moment of the best contact, running on by the monotonic clock, so that
 * a step of the wall clock moves nothing.
 * Invariants: the error is at most half the round trip of the best contact; after a restart it is that and whatever the wall
 * clock was moved since; never in contact, it is the wall clock's.
 * Source: protocol.md §3.
 */
export type SharedClock = {
  /** This run's best contact; null: none yet. */
  readonly contact: { readonly serverMs: number; readonly monotonicMs: number; readonly roundTripMs: number } | null;
  /** Server less wall, stored by an earlier run; null: never in contact. */
  readonly storedOffsetMs: number | null;
};

export type DeviceTime = { readonly wallMs: number; readonly monotonicMs: number };

export const restartedClock = (storedOffsetMs: number | null): SharedClock => ({ contact: null, storedOffsetMs });

/** Takes the `serverAt` of an answer; the middle of the round trip is when it was said. */
export const contacted = (
  clock: SharedClock,
  answer: { readonly serverAtMs: number; readonly sentMonotonicMs: number; readonly receivedMonotonicMs: number },
): SharedClock => {
  const roundTripMs = answer.receivedMonotonicMs - answer.sentMonotonicMs;
  if (clock.contact !== null && clock.contact.roundTripMs <= roundTripMs) return clock;
  const monotonicMs = answer.sentMonotonicMs + Math.floor(roundTripMs / 2);
  return { ...clock, contact: { serverMs: answer.serverAtMs, monotonicMs, roundTripMs } };
};

export const sharedNowMs = ({ contact, storedOffsetMs }: SharedClock, { wallMs, monotonicMs }: DeviceTime): number =>
  contact === null ? wallMs + (storedOffsetMs ?? 0) : contact.serverMs + monotonicMs - contact.monotonicMs;

/** To be stored with each event, for the next start. */
export const offsetMs = (clock: SharedClock, time: DeviceTime): number | null =>
  clock.contact === null ? clock.storedOffsetMs : sharedNowMs(clock, time) - time.wallMs;
