/**
 * When the view may move under a scorer's hands: never by an acknowledgement of own events (I-6), only where a foreign correction
 * of the same group of fields got a later seq than an own one. The pad marks the play and offers the own value again, which is
 * a new amendment.
 * Source: protocol.md S-11, R-1, R-2.
 */
import {
  type EventId,
  type GameEvent,
  groupOf,
  type PlayAmended,
  type PlayRestored,
  type PlayVoided,
} from '@bball/engine';
import type { LocalLog } from './local-log.ts';

type Correction = PlayAmended | PlayVoided | PlayRestored;

export type Overruled = {
  readonly playId: EventId;
  /** `isVoid`, `who`, `place`, or a field by itself. */
  readonly group: string;
  readonly mine: Correction;
  readonly standing: Correction;
  /** Its maker had not seen the own one. */
  readonly wasUnaware: boolean;
};

type Write = { readonly event: Correction; readonly seq: number };

const isCorrection = (event: GameEvent): event is Correction =>
  event.type === 'play-amended' || event.type === 'play-voided' || event.type === 'play-restored';

const groupsOf = (event: Correction): ReadonlySet<string> =>
  event.type === 'play-amended' ? new Set(Object.keys(event.changes).map(groupOf)) : new Set(['isVoid']);

const writesIn = (log: LocalLog): ReadonlyMap<string, readonly Write[]> => {
  const writes = new Map<string, Write[]>();
  const note = (event: GameEvent, seq: number): void => {
    if (!isCorrection(event)) return;
    for (const group of groupsOf(event)) {
      const key = `${event.playId} ${group}`;
      writes.set(key, [...(writes.get(key) ?? []), { event, seq }]);
    }
  };
  for (const [seq, event] of log.bySeq) note(event, seq);
  for (const { event, status } of log.entries.values()) {
    if (status === 'pending') note(event, Number.MAX_SAFE_INTEGER);
  }
  return writes;
};

/** Own corrections that a foreign one with a seq greater than `since` has overruled, and that nobody here keyed again. */
export const overruledIn = (log: LocalLog, since: number): readonly Overruled[] => {
  const found: Overruled[] = [];
  for (const [key, writes] of writesIn(log)) {
    const inOrder = [...writes].sort((a, b) => a.seq - b.seq);
    const standing = inOrder.at(-1) as Write;
    const mine = inOrder.findLast(({ event }) => event.deviceId === log.deviceId);
    if (mine === undefined || mine === standing || standing.seq <= since) continue;
    const [playId, group] = key.split(' ') as [EventId, string];
    const wasUnaware = standing.event.afterSeq < mine.seq;
    found.push({ playId, group, mine: mine.event, standing: standing.event, wasUnaware });
  }
  return found;
};
