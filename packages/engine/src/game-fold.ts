/**
 * A game as a fold that can be gone on with: events come in any order, twice or late, and the state is always what the set of them gives.
 * Source: design.md §1.
 */
import type { GameFinalized } from './events/game-finalized.ts';
import type { GameForfeited } from './events/game-forfeited.ts';
import type { GameReopened } from './events/game-reopened.ts';
import type { GameSetUp } from './events/game-set-up.ts';
import type { LoggedEvent } from './events/index.ts';
import type { RosterChanged } from './events/roster-changed.ts';
import type { RulesChanged } from './events/rules-changed.ts';
import { type Board, nothingTold } from './game/board.ts';
import type { Floor, FoulInLog } from './game/floor.ts';
import type { DeviceId, EventId, GameId, PlayerId } from './game/ids.ts';
import { firstPlayerRow } from './game/line.ts';
import { emptyState, type FoldState } from './game/state.ts';
import { emptyPlayList, type PlayList } from './play-list.ts';
import { makeSheet, type Sheet } from './sheet.ts';

export type Setting = LoggedEvent & (GameSetUp | RosterChanged | RulesChanged);
export type LoggedStatus = LoggedEvent & (GameFinalized | GameReopened | GameForfeited);

export type Touched = { readonly plays: Set<EventId>; readonly flags: Set<string>; everything: boolean };

export type Game = {
  readonly gameId: GameId;
  /** Events that are no plays; those stand in `list`. */
  readonly others: Map<EventId, LoggedEvent>;
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
  /** Have two devices keyed it: only then can a play be keyed twice. */
  isShared: boolean;
  device: DeviceId | null;
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

/** The state before the first play. */
export const freshState = (sheet: Sheet): FoldState => emptyState(sheet.lines.length, sheet.tracked);

const makeFloor = (game: () => Game, sheet: Sheet): Floor => ({
  state: freshState(sheet),
  rules: sheet.rules,
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
  state: floor.state as FoldState,
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
  onPlayed: null,
  touchedRows: new Uint8Array(firstPlayerRow + sheet.lines.length + 16),
  playId: '' as EventId,
  nowMs: null,
  told: nothingTold,
});

/** Everything anew: the settings changed. */
export const restart = (game: Game): void => {
  game.sheet = makeSheet([...game.settings.values()]);
  const { floor, onCredit, onTally, onPlayed } = game.board;
  floor.state = freshState(game.sheet);
  floor.rules = game.sheet.rules;
  game.board = { ...makeBoard(game.sheet, floor), onCredit, onTally, onPlayed };
  game.folded = 0;
  game.checkpoints = [];
  game.touched.everything = true;
};

/** The last status by seq; a game is final from its standing `game-finalized` on. */
export const finalSeq = (game: Game): number | null => {
  const last = game.statuses.at(-1);
  const finalized =
    last?.type === 'game-forfeited' ? game.statuses.findLast(({ type }) => type !== 'game-forfeited') : last;
  return finalized?.type === 'game-finalized' ? (finalized.seq ?? Number.POSITIVE_INFINITY) : null;
};

export const isFinal = (game: Game): boolean => finalSeq(game) !== null;

/** How many events are here. */
export const eventCount = ({ list, others }: Game): number => list.inOrder.length + others.size;

/** An empty game. */
export const openGame = (gameId: GameId): Game => {
  const sheet = makeSheet([]);
  const floor = makeFloor(() => game, sheet);
  const game: Game = {
    gameId,
    sheet,
    board: makeBoard(sheet, floor),
    others: new Map(),
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
    isShared: false,
    device: null,
    touched: { plays: new Set(), flags: new Set(), everything: false },
    hasNews: false,
  };
  return game;
};
