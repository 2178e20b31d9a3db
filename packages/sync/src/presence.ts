/**
 * Who keys this game right now: ephemeral, by device, for the other scorers. Finalizing warns while somebody has pending plays.
 * Source: protocol.md §10 "presence"; design.md §5.
 */
import type { DeviceId, IsoInstant } from '@bball/engine';
import type { ScorerSeen } from './messages.ts';

/** A scorer who said nothing for so long is gone. */
export const presenceLastsMs = 30_000;

type Seen = Omit<ScorerSeen, 'seenAt'> & { readonly seenAtMs: number };

export type Presence = ReadonlyMap<DeviceId, Seen>;

const present = (presence: Presence, nowMs: number): readonly Seen[] =>
  [...presence.values()].filter(({ seenAtMs }) => nowMs - seenAtMs < presenceLastsMs);

export const seen = (presence: Presence, scorer: Omit<Seen, 'seenAtMs'>, nowMs: number): Presence => {
  const still = present(presence, nowMs).map((one) => [one.deviceId, one] as const);
  return new Map(still).set(scorer.deviceId, { ...scorer, seenAtMs: nowMs });
};

export const gone = (presence: Presence, deviceId: DeviceId): Presence => {
  const rest = new Map(presence);
  rest.delete(deviceId);
  return rest;
};

/** The scorers as the message lists them; `instant` writes a moment. */
export const scorersOf = (
  presence: Presence,
  nowMs: number,
  instant: (ms: number) => IsoInstant,
): readonly ScorerSeen[] =>
  present(presence, nowMs).map(({ seenAtMs, ...scorer }) => ({ ...scorer, seenAt: instant(seenAtMs) }));

/** Other devices that still hold plays the log has not: finalizing now would put those into the tray. */
export const pendingElsewhere = (scorers: readonly ScorerSeen[], mine: DeviceId): readonly ScorerSeen[] =>
  scorers.filter(({ deviceId, pendingCount }) => deviceId !== mine && pendingCount > 0);
