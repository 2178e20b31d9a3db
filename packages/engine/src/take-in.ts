/**
 * Taking one event into a game: by its kind it becomes a play, a correction, a setting or a status, and tells from which play on the fold
 * must go again. Source: events.md §3, COR-5; protocol.md I-3, I-6.
 */
import { isPlayType, type LoggedEvent } from './events/index.ts';
import { type Game, type LoggedStatus, restart, type Setting } from './game-fold.ts';
import { acknowledge, addCorrection, insertPlay, type PlayRecord } from './play-list.ts';
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

const addStatus = (game: Game, status: LoggedStatus): void => {
  const at = game.statuses.findIndex(({ id }) => id === status.id);
  if (at === -1) game.statuses.push(status);
  else game.statuses[at] = status;
  game.statuses.sort(compareLogged);
};

/** A period's own length, from its start; what was folded of the period is no longer true when it changes. */
const noteLength = (game: Game, play: LoggedPlay): boolean => {
  if (play.type !== 'period-started') return false;
  const { period } = play.place;
  const record = game.list.byId.get(play.id);
  const lengthMs = record?.resolved.isVoided || play.lengthMs === null ? null : play.lengthMs;
  const known = game.periodLengths.get(period) ?? null;
  if (lengthMs === null ? known === null : known === lengthMs) return false;
  recountLengths(game);
  return true;
};

const recountLengths = (game: Game): void => {
  game.periodLengths.clear();
  for (const { resolved } of game.list.inOrder) {
    const { play, isVoided } = resolved;
    if (play.type === 'period-started' && !isVoided && play.lengthMs !== null)
      game.periodLengths.set(play.place.period, play.lengthMs);
  }
};

const all = 0;

/** Takes one event in; gives the index from which the fold must go again. */
export const takeIn = (game: Game, event: LoggedEvent): number => {
  const known = game.events.get(event.id);
  if (known !== undefined) return takeRepeat(game, known, event);
  game.events.set(event.id, event);
  noteSeq(game, event.seq);
  game.hasNews = true;
  if (isPlayType(event.type)) {
    const index = insertPlay(game.list, event as LoggedPlay);
    game.touched.plays.add(event.id);
    for (const correction of game.list.corrections.get(event.id) ?? []) touchCorrection(game, correction);
    return noteLength(game, (game.list.byId.get(event.id) as PlayRecord).resolved.play) ? all : index;
  }
  if (isCorrection(event)) return takeCorrection(game, event, addCorrection(game.list, event));
  if (isSetting(event)) {
    game.settings.set(event.id, event);
    return startAgain(game);
  }
  if (isStatus(event)) return takeStatus(game, event);
  game.unknown.push(event);
  game.touched.flags.add(`event-type-unknown:${event.id}`);
  return game.list.inOrder.length;
};

const startAgain = (game: Game): number => {
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

/** What a correction of a play that is there may change beside the fold: the play itself, and the flags of its corrections. */
const touchCorrection = (game: Game, { id, playId }: LoggedCorrection): void => {
  const { touched } = game;
  const record = game.list.byId.get(playId) as PlayRecord;
  touched.plays.add(playId);
  touched.flags.add(`correction-without-play:${id}`);
  touched.flags.add(`correction-misfit:${playId}`);
  for (const group of correctionGroups(record.said)) touched.flags.add(`amendments-disagree:${playId}:${group}`);
};

const takeCorrection = (game: Game, event: LoggedCorrection, index: number | null): number => {
  if (index === null) {
    game.touched.flags.add(`correction-without-play:${event.id}`);
    return game.list.inOrder.length;
  }
  touchCorrection(game, event);
  const record = game.list.byId.get(event.playId) as PlayRecord;
  return noteLength(game, record.resolved.play) ? all : index;
};

/** The same event again changes nothing; with a seq where it had none, it is acknowledged. */
const takeRepeat = (game: Game, known: LoggedEvent, event: LoggedEvent): number => {
  const end = game.list.inOrder.length;
  if (known.seq !== null || event.seq === null) return end;
  game.events.set(event.id, event);
  noteSeq(game, event.seq);
  game.hasNews = true;
  if (isSetting(event)) {
    game.settings.set(event.id, event);
    return startAgain(game);
  }
  if (isStatus(event)) return takeStatus(game, event);
  if (!isPlayType(event.type) && !isCorrection(event)) return end;
  const index = acknowledge(game.list, event as LoggedPlay | LoggedCorrection);
  return isCorrection(event) ? takeCorrection(game, event, index) : (index ?? end);
};
