/**
 * When the server's log is not the one this device knew (a database restored from a backup), the devices are the last
 * replica: what the server lost goes out again (S-10).
 * Source: protocol.md S-10, PD-20.
 */
import type { GameEvent, LoggedEvent } from '@bball/engine';
import { type Entry, emptyLog, type LocalLog, learned } from './local-log.ts';

/** Does a head that the primary said, or a part of its log, contradict what is here? Then the whole log is to be read. */
export const isForked = (log: LocalLog, headSeq: number | null, events: readonly LoggedEvent[]): boolean => {
  if (headSeq !== null && headSeq < log.lastSeq) return true;
  return events.some(({ seq, id }) => {
    const known = seq === null ? undefined : log.bySeq.get(seq);
    return known !== undefined && known.id !== id;
  });
};

const again = (entry: Entry): Entry =>
  entry.status === 'acknowledged' ? { ...entry, status: 'pending', seq: null } : entry;

/**
 * The log after the primary's whole log was read. Own events that are not in it are pending again: the only way back.
 * `lost` is what was lost there and is reported as `log-forked`; empty: a late answer had only looked like a fork.
 */
export const rebuilt = (
  log: LocalLog,
  whole: readonly LoggedEvent[],
): { readonly log: LocalLog; readonly lost: readonly GameEvent[] } => {
  const entries = new Map([...log.entries].map(([id, entry]) => [id, again(entry)]));
  const next = learned({ ...emptyLog(log.gameId, log.deviceId), entries }, whole);
  const lost = [...log.entries.values()].flatMap(({ event, status }) =>
    status === 'acknowledged' && next.entries.get(event.id)?.status === 'pending' ? [event] : [],
  );
  return { log: next, lost };
};
