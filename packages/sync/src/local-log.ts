/**
 * One installation's copy of one game: what was keyed here and what was read from the server. Stored by the shell after every
 * change; nothing ever leaves it (S-1).
 *
 *  unsaved ─stored─► pending ─accepted | repeated | seen in the log─► acknowledged(seq)
 *                    pending ─held─► held ─seen in the log─► acknowledged       held ─discarded─► discarded
 *                    pending ─rejected─► rejected                               every other answer for an entry is ignored
 *
 * Invariants: the numbers of a device's own events are 1, 2, 3 …, given in the transaction that stores the event (S-7); an
 * entry never leaves, and only a pending or held one is decided by an answer.
 * Source: protocol.md §4.
 */
import type { DeviceId, EventId, GameEvent, GameId, LoggedEvent } from '@bball/engine';

export type EntryStatus = 'unsaved' | 'pending' | 'acknowledged' | 'held' | 'rejected' | 'discarded';

/** An event that a person made here, or that was handed over to this device to be sent (S-9). */
export type Entry = {
  readonly event: GameEvent;
  readonly status: EntryStatus;
  /** Set once acknowledged. */
  readonly seq: number | null;
  /** Why it is held or was rejected. */
  readonly code: string | null;
};

export type LocalLog = {
  readonly gameId: GameId;
  readonly deviceId: DeviceId;
  readonly entries: ReadonlyMap<EventId, Entry>;
  /** What stands in the server's log, as far as it is known here: own and foreign. */
  readonly bySeq: ReadonlyMap<number, GameEvent>;
  /** The highest s such that 1..s are here: the next event's `afterSeq`. */
  readonly through: number;
  /** The highest seq that is here. */
  readonly lastSeq: number;
};

export type Answer = {
  readonly id: EventId;
  readonly outcome: 'accepted' | 'repeated' | 'held' | 'rejected';
  readonly seq: number | null;
  readonly code: string | null;
};

type Stamp = 'gameId' | 'deviceId' | 'deviceSeq' | 'afterSeq';
type Unstamped<Event> = Event extends GameEvent ? Omit<Event, Stamp> : never;

/** What the pad says; the log adds the game, the device, which of its events this is, and what was known. */
export type Draft = Unstamped<GameEvent>;

export const emptyLog = (gameId: GameId, deviceId: DeviceId): LocalLog => ({
  gameId,
  deviceId,
  entries: new Map(),
  bySeq: new Map(),
  through: 0,
  lastSeq: 0,
});

const nextDeviceSeq = (log: LocalLog): number => {
  let last = 0;
  for (const { event, status } of log.entries.values()) {
    if (event.deviceId === log.deviceId && status !== 'unsaved') last = Math.max(last, event.deviceSeq);
  }
  for (const event of log.bySeq.values()) {
    if (event.deviceId === log.deviceId) last = Math.max(last, event.deviceSeq);
  }
  return last + 1;
};

/** The log with an entry put in or replaced. */
export const withEntry = (log: LocalLog, entry: Entry): LocalLog => ({
  ...log,
  entries: new Map(log.entries).set(entry.event.id, entry),
});

/**
 * Stamps what a person keyed. To be called inside the transaction that stores it; until that has committed (`stored`) it is
 * unsaved: shown in red and not sent. Keying the same id again restamps an unsaved event.
 */
export const keyed = (log: LocalLog, draft: Draft): { readonly log: LocalLog; readonly event: GameEvent } => {
  const { gameId, deviceId } = log;
  const event = { ...draft, gameId, deviceId, deviceSeq: nextDeviceSeq(log), afterSeq: log.through } as GameEvent;
  return { log: withEntry(log, { event, status: 'unsaved', seq: null, code: null }), event };
};

/** The transaction has committed: from here on the event is on this device and goes out. */
export const stored = (log: LocalLog, id: EventId): LocalLog => {
  const entry = log.entries.get(id);
  return entry?.status === 'unsaved' ? withEntry(log, { ...entry, status: 'pending' }) : log;
};

const advanced = (bySeq: ReadonlyMap<number, GameEvent>, from: number): number => {
  let through = from;
  while (bySeq.has(through + 1)) through++;
  return through;
};

type Numbered = { readonly seq: number; readonly event: GameEvent };

const withNumbered = (log: LocalLog, numbered: readonly Numbered[]): LocalLog => {
  if (numbered.length === 0) return log;
  const entries = new Map(log.entries);
  const bySeq = new Map(log.bySeq);
  let { lastSeq } = log;
  for (const { seq, event } of numbered) {
    const entry = entries.get(event.id);
    if (entry !== undefined && entry.status !== 'acknowledged') {
      entries.set(event.id, { ...entry, status: 'acknowledged', seq, code: null });
    }
    bySeq.set(seq, event);
    lastSeq = Math.max(lastSeq, seq);
  }
  return { ...log, entries, bySeq, through: advanced(bySeq, log.through), lastSeq };
};

const bodyOf = ({ seq: _, ...event }: LoggedEvent): GameEvent => event as GameEvent;

/** Takes events read from the server's log, in any order and with repeats; an own one among them is thereby acknowledged. */
export const learned = (log: LocalLog, events: readonly LoggedEvent[]): LocalLog =>
  withNumbered(
    log,
    events.flatMap((event) =>
      event.seq === null || log.bySeq.get(event.seq)?.id === event.id ? [] : [{ seq: event.seq, event: bodyOf(event) }],
    ),
  );

const afterAnswer = (entry: Entry, { outcome, code }: Answer): Entry => {
  if (entry.status !== 'pending' && entry.status !== 'held') return entry;
  if (outcome === 'rejected' && code === 'discarded') return { ...entry, status: 'discarded', code };
  if (entry.status === 'held') return entry;
  if (outcome === 'held') return { ...entry, status: 'held', code };
  return outcome === 'rejected' ? { ...entry, status: 'rejected', code } : entry;
};

/** Takes the answers to a request, whichever request it was and however late they come: they are matched by id (S-5). */
export const answered = (log: LocalLog, answers: readonly Answer[]): LocalLog => {
  const numbered: Numbered[] = [];
  let next = log;
  for (const answer of answers) {
    const entry = next.entries.get(answer.id);
    if (entry === undefined) continue;
    if (answer.seq !== null) numbered.push({ seq: answer.seq, event: entry.event });
    else next = withEntry(next, afterAnswer(entry, answer));
  }
  return withNumbered(next, numbered);
};

/** Staff threw held events away: they are refused for ever. */
export const discarded = (log: LocalLog, ids: readonly EventId[]): LocalLog =>
  answered(
    log,
    ids.map((id) => ({ id, outcome: 'rejected', seq: null, code: 'discarded' })),
  );
