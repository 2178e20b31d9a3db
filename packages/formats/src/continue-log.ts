/**
 * A feed read again, as what it adds to the log of its earlier reading: new rows are new plays at their place, a changed row is an
 * amendment, a row that is gone is a void, one that came back a restore.
 * Invariants: the earlier log and what is added fold to what the new reading folds to; a feed that has only grown adds the bytes
 * that reading it whole gives; corrections that people made meanwhile stand, unless the feed itself said something new.
 * Source: events.md §7; protocol.md.
 */
import {
  canonicalJson,
  type EventId,
  isPlay,
  type LoggedEvent,
  type Play,
  type PlayChanges,
  type PlayType,
  rankBetween,
} from '@bball/engine';
import { sourceUuid } from './source-id.ts';
import { steadyIndexes } from './steady-order.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the source said of a play, last. */
type Said = {
  readonly id: EventId;
  readonly type: PlayType;
  readonly period: number;
  readonly rank: string;
  readonly fields: Fields;
  readonly isVoided: boolean;
};

type ReadPlay = Play & LoggedEvent;

/** What to add to `earlier`, in order; `now` is the whole new reading. */
export const continueLog = (earlier: readonly LoggedEvent[], now: readonly LoggedEvent[]): readonly LoggedEvent[] => {
  const source = now[0];
  if (source === undefined || earlier.length === 0) return now;
  const own = earlier.filter(({ deviceId }) => deviceId === source.deviceId);
  const said = saidBy(own);
  const known = new Set(earlier.map(({ id }) => id));

  const settings = now.filter((event) => event.type === 'game-set-up' && !known.has(event.id));
  const plays = ofTheirTypes(
    now.filter((event): event is ReadPlay => isPlay(event)),
    said,
  );
  const changes = [
    ...settings,
    ...placed(plays, said, source).flatMap((play) => toldAgain(play, said)),
    ...gone(plays, said),
  ];
  return numbered(withStatus(changes, own, now), earlier, source);
};

const envelopeFields: ReadonlySet<string> = new Set(
  'type id gameId schemaVersion recordedBy deviceId deviceSeq afterSeq recordedAt place seq acceptedAt acceptedFrom'.split(
    ' ',
  ),
);

const fieldsOf = (play: Play): Fields =>
  Object.fromEntries(Object.entries(play).filter(([field]) => !envelopeFields.has(field)));

/** The source's own plays, with its own corrections of them. */
const saidBy = (events: readonly LoggedEvent[]): ReadonlyMap<EventId, Said> => {
  const said = new Map<EventId, Said>();
  for (const event of [...events].sort((a, b) => a.deviceSeq - b.deviceSeq)) {
    if (isPlay(event)) {
      const { id, type, place } = event;
      if (!said.has(id)) said.set(id, { id, type, ...place, fields: fieldsOf(event), isVoided: false });
    } else if (event.type === 'play-amended' || event.type === 'play-voided' || event.type === 'play-restored') {
      const play = said.get(event.playId);
      if (play !== undefined) said.set(play.id, corrected(play, event));
    }
  }
  return said;
};

const corrected = (play: Said, event: Extract<LoggedEvent, { readonly playId: EventId }>): Said => {
  if (event.type !== 'play-amended') return { ...play, isVoided: event.type === 'play-voided' };
  const { period = play.period, rank = play.rank, ...fields } = event.changes;
  return { ...play, period, rank, fields: { ...play.fields, ...fields } };
};

/** A row that is of another type now is another play: the type of a play never changes (COR-4). Throws follow their foul. */
const ofTheirTypes = (plays: readonly ReadPlay[], said: ReadonlyMap<EventId, Said>): readonly ReadPlay[] => {
  const renamed = new Map(
    plays
      .filter(({ id, type }) => (said.get(id)?.type ?? type) !== type)
      .map(({ id, type }) => [id, sourceUuid([id, type]) as EventId] as const),
  );
  const nowCalled = (id: EventId): EventId => renamed.get(id) ?? id;
  return plays.map((play) => {
    const id = nowCalled(play.id);
    const isLinked = play.type === 'free-throw-attempted' && play.foulId !== null;
    return isLinked ? { ...play, id, foulId: nowCalled(play.foulId) } : { ...play, id };
  });
};

/** Each play with the rank it stands at: as before where the order is kept, between its neighbours where it is new or has moved. */
const placed = (
  plays: readonly ReadPlay[],
  said: ReadonlyMap<EventId, Said>,
  { deviceId }: LoggedEvent,
): readonly ReadPlay[] => {
  const steady = new Map<EventId, string>();
  for (const period of new Set(plays.map(({ place }) => place.period))) {
    const there = plays.flatMap(({ id, place }) => {
      const before = said.get(id);
      return place.period === period && before?.period === period ? [before] : [];
    });
    const kept = steadyIndexes(there.map(({ rank }) => rank));
    for (const [index, { id, rank }] of there.entries()) if (kept.has(index)) steady.set(id, rank);
  }
  const last = new Map<number, string>();
  return plays.map((play, index) => {
    const { period, rank: own } = play.place;
    const after = last.get(period) ?? null;
    const next = plays.slice(index + 1).find(({ id, place }) => place.period === period && steady.has(id));
    const before = next === undefined ? null : (steady.get(next.id) ?? null);
    const isFree = (after === null || own > after) && (before === null || own < before);
    const rank = steady.get(play.id) ?? (isFree ? own : rankBetween(after, before, deviceId));
    last.set(period, rank);
    return { ...play, place: { period, rank } };
  });
};

/** An event before it has its numbers. */
type Draft = LoggedEvent;

/** A new play, or what has changed of a known one. */
const toldAgain = (play: ReadPlay, said: ReadonlyMap<EventId, Said>): readonly Draft[] => {
  const before = said.get(play.id);
  if (before === undefined) return [play];
  const changes = changesOf(before, play);
  const isBack = before.isVoided;
  return [
    ...(isBack ? [correction(play, { type: 'play-restored', playId: play.id })] : []),
    ...(Object.keys(changes).length === 0
      ? []
      : [correction(play, { type: 'play-amended', playId: play.id, playType: play.type, changes })]),
  ];
};

const changesOf = (before: Said, play: ReadPlay): PlayChanges => {
  const fields = fieldsOf(play);
  const changed = Object.keys(fields).filter(
    (field) => canonicalJson(fields[field]) !== canonicalJson(before.fields[field] ?? null),
  );
  const isOtherDoer = changed.includes('teamId') || changed.includes('by');
  const group = isOtherDoer ? ['teamId', 'by'].filter((field) => Object.hasOwn(fields, field)) : [];
  const hasMoved = before.period !== play.place.period || before.rank !== play.place.rank;
  return {
    ...Object.fromEntries([...new Set([...changed, ...group])].map((field) => [field, fields[field]])),
    ...(hasMoved ? play.place : {}),
  };
};

/** Plays whose rows are gone. */
const gone = (plays: readonly ReadPlay[], said: ReadonlyMap<EventId, Said>): readonly Draft[] => {
  const still = new Set(plays.map(({ id }) => id));
  const some = plays[0];
  if (some === undefined) return [];
  return [...said.values()]
    .filter(({ id, isVoided }) => !still.has(id) && !isVoided)
    .map(({ id }) => correction(some, { type: 'play-voided', playId: id }));
};

type CorrectionBody =
  | { readonly type: 'play-voided' | 'play-restored'; readonly playId: EventId }
  | {
      readonly type: 'play-amended';
      readonly playId: EventId;
      readonly playType: PlayType;
      readonly changes: PlayChanges;
    }
  | { readonly type: 'game-reopened' };

const correction = (like: LoggedEvent, body: CorrectionBody): Draft => {
  const { gameId, schemaVersion, recordedBy, deviceId, recordedAt } = like;
  const id = sourceUuid([gameId, canonicalJson(body)]) as EventId;
  return { gameId, schemaVersion, recordedBy, deviceId, recordedAt, deviceSeq: 0, afterSeq: 0, seq: null, id, ...body };
};

/** A game that was final is opened before anything is added to it; the end that stands now comes last. */
const withStatus = (
  changes: readonly Draft[],
  own: readonly LoggedEvent[],
  now: readonly LoggedEvent[],
): readonly Draft[] => {
  const status = own.findLast(({ type }) => type === 'game-finalized' || type === 'game-reopened');
  const wasFinal = status?.type === 'game-finalized';
  const final = now.findLast((event) => event.type === 'game-finalized');
  const isSameEnd = wasFinal && final !== undefined && canonicalJson(status.score) === canonicalJson(final.score);
  if (wasFinal && changes.length === 0 && isSameEnd) return [];
  return [
    ...(wasFinal ? [correction(status, { type: 'game-reopened' })] : []),
    ...changes,
    ...(final === undefined ? [] : [final]),
  ];
};

/**
 * Sequence numbers after those of the log; ids of what may be said more than once (a second void of one play, a second end) are made
 * with them. Alone in its log, the source knew all of it.
 */
const numbered = (
  changes: readonly Draft[],
  earlier: readonly LoggedEvent[],
  { deviceId }: LoggedEvent,
): readonly LoggedEvent[] => {
  const head = Math.max(0, ...earlier.map(({ seq }) => seq ?? 0));
  const own = earlier.filter((event) => event.deviceId === deviceId);
  const lastOwn = Math.max(0, ...own.map(({ deviceSeq }) => deviceSeq));
  const isAlone = own.length === earlier.length && lastOwn === head;
  const known = new Set(earlier.map(({ id }) => id));
  return changes.map((event, index) => {
    const deviceSeq = lastOwn + index + 1;
    const seq = head + index + 1;
    const isOnce =
      isPlay(event) || ((event.type === 'game-set-up' || event.type === 'game-finalized') && !known.has(event.id));
    const id = isOnce ? event.id : (sourceUuid([event.id, deviceSeq], deviceSeq) as EventId);
    return { ...event, id, deviceSeq, afterSeq: isAlone ? seq - 1 : head, seq };
  });
};
