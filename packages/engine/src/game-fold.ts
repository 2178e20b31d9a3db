/**
 * A game as a fold that can be gone on with: events come in any order, twice or late, and the state is always what the set of them gives.
 * Appending at the end costs O(1); anything else folds again from the nearest checkpoint before it.
 * Source: design.md §1; protocol.md J-5 (what a delta names).
 */
import { duplicateReach, mayBeDuplicate } from './checks/duplicates.ts';
import type { GameFinalized } from './events/game-finalized.ts';
import type { GameForfeited } from './events/game-forfeited.ts';
import type { GameReopened } from './events/game-reopened.ts';
import type { GameSetUp } from './events/game-set-up.ts';
import type { LoggedEvent } from './events/index.ts';
import { isPlayType } from './events/index.ts';
import type { RosterChanged } from './events/roster-changed.ts';
import type { RulesChanged } from './events/rules-changed.ts';
import { foldPlay } from './fold.ts';
import type { Board, RaisedFlag } from './game/board.ts';
import type { Floor, FoulInLog } from './game/floor.ts';
import type { EventId, GameId, PlayerId } from './game/ids.ts';
import { firstPlayerRow, lineWidth } from './game/line.ts';
import { enterPeriod } from './game/period.ts';
import { copyState, emptyState, type FoldState } from './game/state.ts';
import {
  acknowledge,
  addCorrection,
  emptyPlayList,
  insertPlay,
  type PlayList,
  type PlayRecord,
  untold,
} from './play-list.ts';
import { correctionGroups, type LoggedCorrection, type LoggedPlay } from './resolve.ts';
import { compareLogged, makeSheet, type Sheet } from './sheet.ts';

type Setting = LoggedEvent & (GameSetUp | RosterChanged | RulesChanged);
export type LoggedStatus = LoggedEvent & (GameFinalized | GameReopened | GameForfeited);

/** Plays between two checkpoints: a correction folds at most so many plays more than it must. */
const checkpointEvery = 100;

export type Touched = { readonly plays: Set<EventId>; readonly flags: Set<string>; everything: boolean };

export type Game = {
  readonly gameId: GameId;
  readonly events: Map<EventId, LoggedEvent>;
  readonly settings: Map<EventId, Setting>;
  readonly statuses: LoggedStatus[];
  readonly unknown: LoggedEvent[];
  readonly list: PlayList;
  readonly periodLengths: Map<number, number>;
  sheet: Sheet;
  board: Board;
  /** How many plays of the list are folded. */
  folded: number;
  /** State before the play at `index`, ascending. */
  checkpoints: { readonly index: number; readonly state: FoldState }[];
  /** The highest s such that seqs 1..s are here. */
  revision: number;
  readonly seqsAhead: Set<number>;
  /** Revision of the last delta; 0: nothing was taken yet. */
  takenRevision: number;
  readonly touched: Touched;
  hasNews: boolean;
};

const foulInLog = (game: Game, foulId: EventId): FoulInLog | null => {
  const record = game.list.byId.get(foulId);
  if (record === undefined || record.resolved.isVoided || record.resolved.play.type !== 'foul-committed') return null;
  const foul = record.resolved.play;
  const isOfBench = foul.by === 'coach' || foul.by === 'bench' || foul.by === 'team';
  const row = game.sheet.rules.fouls[foul.kind][isOfBench ? 'bench' : 'player'];
  return {
    freeThrows: foul.freeThrows,
    keepsBall: row.keepsBall,
    isFastBreak: foul.qualifiers.includes('fast-break'),
    place: foul.place,
  };
};

const makeFloor = (game: () => Game): Floor => ({
  get state() {
    return game().board.state;
  },
  get rules() {
    return game().sheet.rules;
  },
  sideOfTeam: (teamId) => {
    if (teamId === null) return null;
    const { teams } = game().sheet;
    return teams[0] === teamId ? 0 : teams[1] === teamId ? 1 : null;
  },
  sideOfPlayer: (playerId) => game().sheet.players.get(playerId)?.side ?? null,
  rowOf: (side, playerId) => {
    const { sheet, board } = game();
    const listed = sheet.players.get(playerId);
    if (listed !== undefined) return listed.side === side ? listed.row : null;
    return board.state.guests.get(playerId) === side ? (board.guestRows.get(playerId) ?? null) : null;
  },
  isListed: (playerId) => game().sheet.players.get(playerId)?.entry.listed ?? false,
  foul: (foulId) => foulInLog(game(), foulId),
});

const makeBoard = (sheet: Sheet, floor: Floor): Board => ({
  state: emptyState(sheet.lines.length, sheet.tracked),
  rules: sheet.rules,
  floor,
  stints: [],
  flags: [],
  playerOfRow: [
    ...Array<PlayerId>(firstPlayerRow).fill('' as PlayerId),
    ...sheet.lines.map(({ playerId }) => playerId),
  ],
  guestRows: new Map(),
  onCredit: null,
  onTally: null,
  touchedRows: new Uint8Array(firstPlayerRow + sheet.lines.length + 16),
  touchedSides: [false, false],
  playId: '' as EventId,
  nowMs: null,
  told: { ...untold, notes: [] },
});

/** An empty game. */
export const openGame = (gameId: GameId): Game => {
  const sheet = makeSheet([]);
  const floor = makeFloor(() => game);
  const game: Game = {
    gameId,
    sheet,
    board: makeBoard(sheet, floor),
    events: new Map(),
    settings: new Map(),
    statuses: [],
    unknown: [],
    list: emptyPlayList(),
    periodLengths: new Map(),
    folded: 0,
    checkpoints: [],
    revision: 0,
    seqsAhead: new Set(),
    takenRevision: 0,
    touched: { plays: new Set(), flags: new Set(), everything: false },
    hasNews: false,
  };
  return game;
};

export const periodLength = (game: Game, period: number): number => {
  const { periods, overtimeMs } = game.sheet.rules;
  return game.periodLengths.get(period) ?? (period > periods.count ? overtimeMs : periods.lengthMs);
};

/** The last status by seq; a game is final from its standing `game-finalized` on. */
const finalSeq = (game: Game): number | null => {
  const last = game.statuses.at(-1);
  const finalized =
    last?.type === 'game-forfeited' ? game.statuses.findLast(({ type }) => type !== 'game-forfeited') : last;
  return finalized?.type === 'game-finalized' ? (finalized.seq ?? Number.POSITIVE_INFINITY) : null;
};

export const isFinal = (game: Game): boolean => finalSeq(game) !== null;

const duplicateOf = (game: Game, index: number): PlayRecord | null => {
  const record = game.list.inOrder[index] as PlayRecord;
  for (let i = index - 1; i >= Math.max(0, index - duplicateReach); i--) {
    const earlier = game.list.inOrder[i] as PlayRecord;
    if (!earlier.resolved.isVoided && mayBeDuplicate(record.resolved.play, earlier.resolved.play)) return earlier;
  }
  return null;
};

const sameTold = (a: PlayRecord['told'], b: PlayRecord['told']): boolean =>
  a.reboundSide === b.reboundSide &&
  a.throwNumber === b.throwNumber &&
  a.notes.length === b.notes.length &&
  a.notes.every((note, i) => note === b.notes[i]);

const foldNext = (game: Game, finalAt: number | null): void => {
  const { board, list } = game;
  const index = game.folded;
  const record = list.inOrder[index] as PlayRecord;
  const { play, isVoided } = record.resolved;
  if (index > 0 && index % checkpointEvery === 0 && game.checkpoints.at(-1)?.index !== index) {
    game.checkpoints.push({ index, state: copyState(board.state) });
  }
  const before = { score: record.score, told: record.told };
  if (isVoided) {
    record.told = untold;
    record.score = board.state.score;
  } else {
    if (play.place.period > board.state.period)
      enterPeriod(board, play.place.period, periodLength(game, play.place.period));
    const previous = index > 0 ? (list.inOrder[index - 1] as PlayRecord).resolved.play.deviceId : null;
    const isAfterFinal = finalAt !== null && (play.seq ?? Number.POSITIVE_INFINITY) > finalAt;
    foldPlay(board, play, { previousDevice: previous, isAfterFinal });
    const duplicate = duplicateOf(game, index);
    if (duplicate !== null) {
      board.flags.push({
        code: 'possible-duplicate',
        playId: play.id,
        about: duplicate.said.id,
        side: null,
        player: null,
        detail: {},
      });
      board.state.flagCount += 1;
    }
    record.told = board.told;
    record.score = board.state.score;
  }
  game.folded = index + 1;
  const isSame =
    before.score[0] === record.score[0] && before.score[1] === record.score[1] && sameTold(before.told, record.told);
  if (!isSame) game.touched.plays.add(record.said.id);
};

export const flagId = ({ code, playId, about, player, detail }: RaisedFlag): string => {
  const group = detail['group'];
  return [code, about ?? playId, about === null ? null : playId, player, group]
    .filter((part) => part != null)
    .join(':');
};

const touchFlagsFrom = (game: Game, index: number): void => {
  for (let i = index; i < game.board.flags.length; i++)
    game.touched.flags.add(flagId(game.board.flags[i] as RaisedFlag));
};

const rewind = (game: Game, index: number): void => {
  const { board } = game;
  while (game.checkpoints.length > 0 && (game.checkpoints.at(-1)?.index ?? 0) > index) game.checkpoints.pop();
  const checkpoint = game.checkpoints.at(-1);
  board.state =
    checkpoint === undefined ? emptyState(game.sheet.lines.length, game.sheet.tracked) : copyState(checkpoint.state);
  game.folded = checkpoint?.index ?? 0;
  board.stints.length = board.state.stintCount;
  touchFlagsFrom(game, board.state.flagCount);
  board.flags.length = board.state.flagCount;
};

/** Marks the rows of lines that differ, and both sides: a refold may move anything after its start. */
const touchDifferences = (game: Game, before: Int32Array): void => {
  const { lines } = game.board.state;
  const rows = Math.max(lines.length, before.length) / lineWidth;
  for (let row = 0; row < rows; row++) {
    for (let i = row * lineWidth; i < (row + 1) * lineWidth; i++) {
      if ((lines[i] ?? 0) !== (before[i] ?? 0)) {
        game.board.touchedRows[row] = 1;
        break;
      }
    }
  }
  game.board.touchedSides[0] = true;
  game.board.touchedSides[1] = true;
};

const foldAll = (game: Game): void => {
  const flagsBefore = game.board.flags.length;
  const finalAt = finalSeq(game);
  while (game.folded < game.list.inOrder.length) foldNext(game, finalAt);
  touchFlagsFrom(game, flagsBefore);
};

const foldFrom = (game: Game, index: number): void => {
  if (index >= game.folded) {
    foldAll(game);
    return;
  }
  const before = game.board.state.lines;
  rewind(game, index);
  const touchedRows = game.board.touchedRows.slice();
  foldAll(game);
  game.board.touchedRows.fill(0);
  game.board.touchedRows.set(touchedRows);
  touchDifferences(game, before);
};

const restart = (game: Game): void => {
  game.sheet = makeSheet([...game.settings.values()]);
  const { onCredit, onTally } = game.board;
  game.board = { ...makeBoard(game.sheet, game.board.floor), onCredit, onTally };
  game.folded = 0;
  game.checkpoints = [];
  game.touched.everything = true;
};

const noteSeq = (game: Game, seq: number | null): void => {
  if (seq === null || seq <= game.revision) return;
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
const takeIn = (game: Game, event: LoggedEvent): number => {
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
  game.board.touchedSides[0] = true;
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

/**
 * Takes events in, in any order, repeats included. Never throws on well-formed events.
 * Many at once are folded once; then a delta names everything.
 */
export const append = (game: Game, events: readonly LoggedEvent[]): void => {
  if (events.length === 1) {
    foldFrom(game, takeIn(game, events[0] as LoggedEvent));
    return;
  }
  const isStart = game.folded === 0;
  let from = Number.POSITIVE_INFINITY;
  for (const event of events) from = Math.min(from, takeIn(game, event));
  if (isStart || from < game.folded) game.touched.everything = true;
  foldFrom(game, from);
};
