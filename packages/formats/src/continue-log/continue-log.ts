/**
 * A feed read again, as what it adds to the log of its earlier reading: new rows are new plays at their place, a changed row is an
 * amendment, a row that is gone is a void, one that came back a restore.
 * Invariants: the earlier log and what is added fold to what the new reading folds to; a feed that has only grown adds the bytes
 * that reading it whole gives; corrections that people made meanwhile stand, unless the feed itself said something new.
 * Source: events.md §7; protocol.md.
 */
import { canonicalJson, type EventId, isPlay, type LoggedEvent } from '@bball/engine';
import { sourceUuid } from '../source-id.ts';
import { correction, gone, toldAgain } from './corrections.ts';
import { placed } from './places.ts';
import { type ReadPlay, type Said, saidBy } from './said.ts';

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

/** A game that was final is opened before anything is added to it; the end that stands now comes last. */
const withStatus = (
  changes: readonly LoggedEvent[],
  own: readonly LoggedEvent[],
  now: readonly LoggedEvent[],
): readonly LoggedEvent[] => {
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
  changes: readonly LoggedEvent[],
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
