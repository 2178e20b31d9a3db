/**
 * What every event of a game log has. An event is made once by a device and never changed.
 * Source: events.md §2, protocol.md §2.
 */
import type { DeviceId, EventId, GameId, IsoInstant, RecorderId } from '../game/ids.ts';
import type { Place } from '../game/place.ts';

export type EventBase<T extends string> = {
  readonly type: T;
  readonly id: EventId;
  readonly gameId: GameId;
  readonly schemaVersion: number;
  readonly recordedBy: RecorderId;
  readonly deviceId: DeviceId;
  /** 1, 2, 3 … per game and device. */
  readonly deviceSeq: number;
  /** What its maker knew: the highest s such that the device held seqs 1..s; 0 = nothing. */
  readonly afterSeq: number;
  readonly recordedAt: IsoInstant;
};

export type PlayBase<T extends string> = EventBase<T> & {
  readonly place: Place;
  /** Milliseconds left in the period; null: no clock kept, or not said. */
  readonly clockMs: number | null;
};

/** What is not the body of a play: the envelope, its place, and what the server writes beside it. */
export const envelopeFields: ReadonlySet<string> = new Set([
  'type',
  'id',
  'gameId',
  'schemaVersion',
  'recordedBy',
  'deviceId',
  'deviceSeq',
  'afterSeq',
  'recordedAt',
  'place',
  'seq',
  'acceptedAt',
  'acceptedFrom',
]);
