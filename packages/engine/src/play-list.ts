import { nothingTold, type Told } from './game/board.ts';
import type { EventId } from './game/ids.ts';
import { comparePlaced } from './game/place.ts';
import type { Sides } from './game/side.ts';
import { type LoggedCorrection, type LoggedPlay, type Resolved, resolve } from './resolve.ts';

export type PlayRecord = {
  readonly said: LoggedPlay;
  resolved: Resolved;
  /** After folding: the score after it, and what order told. */
  score: Sides<number>;
  told: Told;
};

export type PlayList = {
  readonly inOrder: PlayRecord[];
  readonly byId: Map<EventId, PlayRecord>;
  readonly corrections: Map<EventId, LoggedCorrection[]>;
  /** Throws by the foul that they name: a foul that comes or changes moves what they mean. */
  readonly throwsOfFoul: Map<EventId, Set<EventId>>;
};

export const emptyPlayList = (): PlayList => ({
  inOrder: [],
  byId: new Map(),
  corrections: new Map(),
  throwsOfFoul: new Map(),
});

const noCorrections: readonly LoggedCorrection[] = [];
/** Not folded yet: another one than `nothingTold`, which was. */
export const untold: Told = { ...nothingTold };
const noScore: Sides<number> = [0, 0];

/** Where a play stands, or would stand: the index of the first that is not before it. */
export const indexOf = (list: PlayList, play: LoggedPlay): number => {
  const { inOrder } = list;
  const last = inOrder.at(-1);
  if (last === undefined || comparePlaced(last.resolved.play, play) < 0) return inOrder.length;
  let low = 0;
  let high = inOrder.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaced((inOrder[middle] as PlayRecord).resolved.play, play) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const linkThrow = (list: PlayList, play: LoggedPlay): void => {
  if (play.type !== 'free-throw-attempted' || play.foulId === null) return;
  const linked = list.throwsOfFoul.get(play.foulId);
  if (linked === undefined) list.throwsOfFoul.set(play.foulId, new Set([play.id]));
  else linked.add(play.id);
};

const earliestThrow = (list: PlayList, foulId: EventId): number => {
  let index = Number.POSITIVE_INFINITY;
  for (const id of list.throwsOfFoul.get(foulId) ?? []) {
    const record = list.byId.get(id);
    if (record !== undefined) index = Math.min(index, indexOf(list, record.resolved.play));
  }
  return index;
};

/** Puts a play in; gives the index from which the fold is no longer true. */
export const insertPlay = (list: PlayList, said: LoggedPlay): number => {
  const resolved = resolve(said, list.corrections.get(said.id) ?? noCorrections);
  const record: PlayRecord = { said, resolved, score: noScore, told: untold };
  const index = indexOf(list, resolved.play);
  if (index === list.inOrder.length) list.inOrder.push(record);
  else list.inOrder.splice(index, 0, record);
  list.byId.set(said.id, record);
  linkThrow(list, resolved.play);
  return said.type === 'foul-committed' ? Math.min(index, earliestThrow(list, said.id)) : index;
};

/** Resolves a play anew after its corrections changed; gives the index from which the fold is no longer true. */
const resolveAgain = (list: PlayList, record: PlayRecord): number => {
  const before = indexOf(list, record.resolved.play);
  const resolved = resolve(record.said, list.corrections.get(record.said.id) ?? noCorrections);
  list.inOrder.splice(before, 1);
  record.resolved = resolved;
  const after = indexOf(list, resolved.play);
  list.inOrder.splice(after, 0, record);
  linkThrow(list, resolved.play);
  const linked = record.said.type === 'foul-committed' ? earliestThrow(list, record.said.id) : Number.POSITIVE_INFINITY;
  return Math.min(before, after, linked);
};

/** Keeps a correction, whether its play is there or not; `resolvePlay` makes it count. */
export const keepCorrection = (list: PlayList, correction: LoggedCorrection): void => {
  const kept = list.corrections.get(correction.playId);
  if (kept === undefined) list.corrections.set(correction.playId, [correction]);
  else kept.push(correction);
};

/** Makes a play's corrections count; gives the index from which the fold is no longer true, null while the play is not there. */
export const resolvePlay = (list: PlayList, playId: EventId): number | null => {
  const record = list.byId.get(playId);
  return record === undefined ? null : resolveAgain(list, record);
};

/** Another seq for an event that is there. `resolvePlay` makes it count. */
export const acknowledge = (list: PlayList, event: LoggedPlay | LoggedCorrection): void => {
  if ('playId' in event) {
    const kept = list.corrections.get(event.playId) ?? [];
    list.corrections.set(
      event.playId,
      kept.map((other) => (other.id === event.id ? event : other)),
    );
    return;
  }
  const record = list.byId.get(event.id);
  if (record === undefined) return;
  const renewed: PlayRecord = { ...record, said: event };
  list.inOrder[indexOf(list, record.resolved.play)] = renewed;
  list.byId.set(event.id, renewed);
};
