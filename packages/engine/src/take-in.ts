/**
 * Taking one event into a game: by its kind it becomes a play, a correction, a setting or a status, and tells from which play on the fold
 * must go again. Source: events.md §3, COR-5; protocol.md I-3, I-6.
 */
import { isPlayType, type LoggedEvent } from './events/index.ts';
import { codeOfUnknown } from './game/flag-codes.ts';
import type { DeviceId, EventId } from './game/ids.ts';
import { type Game, type LoggedStatus, restart, type Setting } from './game-fold.ts';
import { acknowledge, insertPlay, keepCorrection, resolvePlay } from './play-list.ts';
import { correctionGroups, type LoggedCorrection, type LoggedPlay } from './resolve.ts';
import { compareLogged } from './sheet.ts';

const noteSeq = (game: Game, seq: number | null): void => {
  if (seq === null || seq <= game.revision) return;
  if (seq === game.revision + 1 && game.seqsAhead.size === 0) {
    game.revision = seq;
    return;
  }
  game.seqsAhead.add(seq);
  while (game.seqsAhead.delete(game.revision + 1)) game.revision += 1;
};

const isSetting = (event: LoggedEvent): event is Setting =>
  event.type === 'game-set-up' || event.type === 'roster-changed' || event.type === 'rules-changed';
const isCorrection = (event: LoggedEvent): event is LoggedCorrection =>
  event.type === 'play-amended' || event.type === 'play-voided' || event.type === 'play-restored';
const isStatus = (event: LoggedEvent): event is LoggedStatus =>
  event.type === 'game-finalized' || event.type === 'game-reopened' || event.type === 'game-forfeited';

/** Statuses stay in their order; a new one mostly comes last. */
const addStatus = ({ statuses }: Game, status: LoggedStatus): void => {
  let at = statuses.length;
  while (at > 0 && compareLogged(statuses[at - 1] as LoggedStatus, status) > 0) at -= 1;
  statuses.splice(at, 0, status);
};

const dropStatus = ({ statuses }: Game, id: EventId): void => {
  const at = statuses.findIndex((status) => status.id === id);
  if (at !== -1) statuses.splice(at, 1);
};

/** Counts anew the periods' own lengths, from their starts; gives whether one of them changed. */
const recountLengths = ({ list, periodLengths }: Game): boolean => {
  const before = new Map(periodLengths);
  periodLengths.clear();
  for (const { resolved } of list.inOrder) {
    const { play, isVoided } = resolved;
    if (play.type === 'period-started' && !isVoided && play.lengthMs !== null)
      periodLengths.set(play.place.period, play.lengthMs);
  }
  return (
    before.size !== periodLengths.size ||
    [...before].some(([period, lengthMs]) => periodLengths.get(period) !== lengthMs)
  );
};

const all = 0;
const none: readonly EventId[] = [];

/**
 * What is put off while many events are taken in: a play with a thousand corrections is resolved once.
 * `isTangled`: taken one by one they would have shown something that is gone at their end (I-18).
 */
export type PutOff = { plays: Set<EventId> | null; hasSettings: boolean; hasPeriodStarts: boolean; isTangled: boolean };

const noteDevice = (game: Game, deviceId: DeviceId): void => {
  if (game.device === null) game.device = deviceId;
  else if (game.device !== deviceId) game.isShared = true;
};

/** Takes one event in; gives the index from which the fold must go again, beside what is put off. */
export const takeIn = (game: Game, event: LoggedEvent, putOff: PutOff): number => {
  const known = game.list.byId.get(event.id)?.said ?? game.others.get(event.id);
  if (known !== undefined) return takeRepeat(game, known, event, putOff);
  noteSeq(game, event.seq);
  game.hasNews = true;
  if (isPlayType(event.type)) {
    noteDevice(game, event.deviceId);
    const index = insertPlay(game.list, event as LoggedPlay);
    if (index < game.list.inOrder.length - 1) putOff.isTangled = true;
    game.touched.plays.add(event.id);
    if (game.list.corrections.size > 0)
      for (const correction of game.list.corrections.get(event.id) ?? []) touchCorrection(game, correction);
    if (event.type === 'period-started') putOff.hasPeriodStarts = true;
    return index;
  }
  game.others.set(event.id, event);
  if (isCorrection(event)) keepCorrection(game.list, event);
  return takeOther(game, event, putOff);
};

/** Corrections and settings wait, a status counts at once, and what a newer app wrote is kept. */
const takeOther = (game: Game, event: LoggedEvent, putOff: PutOff): number => {
  const end = game.list.inOrder.length;
  if (isStatus(event) || isCorrection(event)) putOff.isTangled = true;
  if (isStatus(event)) return takeStatus(game, event);
  if (isCorrection(event)) {
    putOff.plays ??= new Set();
    putOff.plays.add(event.playId);
    touchCorrection(game, event);
  } else if (isSetting(event)) {
    game.settings.set(event.id, event);
    putOff.hasSettings = true;
  } else if (!isPlayType(event.type) && !game.touched.flags.has(`${codeOfUnknown(event.type)}:${event.id}`)) {
    game.unknown.push(event);
    game.touched.flags.add(`${codeOfUnknown(event.type)}:${event.id}`);
  }
  return end;
};

/** Does what was put off; gives the index from which the fold must go again. */
export const catchUp = (game: Game, putOff: PutOff): number => {
  let from = Number.POSITIVE_INFINITY;
  for (const playId of putOff.plays ?? none) {
    const index = resolvePlay(game.list, playId);
    if (index === null) continue;
    if (game.list.byId.get(playId)?.said.type === 'period-started') putOff.hasPeriodStarts = true;
    from = Math.min(from, index);
  }
  if (putOff.hasPeriodStarts && recountLengths(game)) from = all;
  if (!putOff.hasSettings) return from;
  restart(game);
  return all;
};

/** Plays with a seq after the final are flagged: with the status, what is after it changes. */
const takeStatus = (game: Game, status: LoggedStatus): number => {
  addStatus(game, status);
  const end = game.list.inOrder.length;
  const hasLater =
    status.seq === null ||
    status.type !== 'game-finalized' ||
    game.list.inOrder.some(({ said }) => (said.seq ?? Number.POSITIVE_INFINITY) > (status.seq as number));
  return hasLater ? all : end;
};

/** What a correction may change beside the fold: its play, and the flags of that play's corrections. */
const touchCorrection = (game: Game, { id, playId }: LoggedCorrection): void => {
  const { touched } = game;
  touched.flags.add(`correction-without-play:${id}`);
  const record = game.list.byId.get(playId);
  if (record === undefined) return;
  touched.plays.add(playId);
  touched.flags.add(`correction-misfit:${playId}`);
  for (const group of correctionGroups(record.said)) touched.flags.add(`amendments-disagree:${playId}:${group}`);
};

/** The same event again changes nothing; with a seq where it had none, it is acknowledged. */
const takeRepeat = (game: Game, known: LoggedEvent, event: LoggedEvent, putOff: PutOff): number => {
  const end = game.list.inOrder.length;
  if (known.seq !== null || event.seq === null) return end;
  if (!isPlayType(event.type)) game.others.set(event.id, event);
  noteSeq(game, event.seq);
  game.hasNews = true;
  if (isPlayType(event.type) || isCorrection(event)) acknowledge(game.list, event as LoggedPlay | LoggedCorrection);
  if (isPlayType(event.type)) return renewPlay(game, event as LoggedPlay);
  if (isStatus(event)) dropStatus(game, event.id);
  return takeOther(game, event, putOff);
};

/** An acknowledged play may be seen differently by others' corrections, and stands after or before the final. */
const renewPlay = (game: Game, play: LoggedPlay): number => resolvePlay(game.list, play.id) ?? game.list.inOrder.length;
