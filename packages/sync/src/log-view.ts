/**
 * What a device sends and what it shows, in order.
 * Invariant: the view is the acknowledged by seq, then the pending by `deviceSeq`, then the unsaved (S-3), so that the
 * acknowledgement of own events moves nothing in it (I-6).
 * Source: protocol.md S-3, S-4.
 */
import type { DeviceId, GameEvent, LoggedEvent } from '@bball/engine';
import type { Entry, EntryStatus, LocalLog } from './local-log.ts';

/** Each device's events in the order of their making, those of the devices that handed over before the own. */
export const ordered = (entries: readonly Entry[], mine: DeviceId): readonly GameEvent[] =>
  entries
    .map(({ event }) => event)
    .sort((a, b) => {
      if (a.deviceId === b.deviceId) return a.deviceSeq - b.deviceSeq;
      if (a.deviceId === mine || b.deviceId === mine) return a.deviceId === mine ? 1 : -1;
      return a.deviceId < b.deviceId ? -1 : 1;
    });

/** What is to be sent, in order; the order of a request (S-4). */
export const pendingOf = (log: LocalLog): readonly GameEvent[] =>
  ordered(
    [...log.entries.values()].filter(({ status }) => status === 'pending'),
    log.deviceId,
  );

/** What the pad folds and shows (S-3). Held, rejected and discarded events are not in it: the server has not them either. */
export const viewOf = (log: LocalLog): readonly LoggedEvent[] => {
  const seqs = [...log.bySeq.keys()].sort((a, b) => a - b);
  const acknowledged = seqs.map((seq) => ({ ...(log.bySeq.get(seq) as GameEvent), seq }));
  const unsaved = ordered(
    [...log.entries.values()].filter(({ status }) => status === 'unsaved'),
    log.deviceId,
  );
  return [...acknowledged, ...[...pendingOf(log), ...unsaved].map((event) => ({ ...event, seq: null }))];
};

/** For the tray: how many of this device's events stand where. */
export const countsOf = (log: LocalLog): Readonly<Record<EntryStatus, number>> => {
  const counts = { unsaved: 0, pending: 0, acknowledged: 0, held: 0, rejected: 0, discarded: 0 };
  for (const { status } of log.entries.values()) counts[status]++;
  return counts;
};
