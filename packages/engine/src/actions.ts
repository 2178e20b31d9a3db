/**
 * What each play gave to whom, enriched: number, team, score and the player's line before and after. A feed, not a source of totals:
 * a correction takes back what it replaces, but later plays are not said again because their running totals moved.
 * Invariant: the actions of a log are a function of the log, so a game that was folded anew goes on where it was.
 * Source: protocol.md J-9.
 */
import { canonicalJson } from './canonical.ts';
import type { PlayType } from './events/index.ts';
import type { EventId, GameId, PlayerId, TeamId } from './game/ids.ts';
import { column, firstPlayerRow, lineColumns, lineWidth } from './game/line.ts';
import type { Place } from './game/place.ts';
import type { Game } from './game-fold.ts';
import { indexOf } from './play-list.ts';
import type { LoggedPlay } from './resolve.ts';
import { playerCounts } from './result/counts.ts';
import { bodyOf } from './result/folded-play.ts';
import { ownerOfRow } from './result/player-line.ts';
import type { Counts, StatKey } from './stats/columns.ts';
import type { Pair, PlayBody } from './stats/result.ts';
import { engineVersion } from './version.ts';

export type PlayerAction = {
  readonly gameId: GameId;
  readonly revision: number;
  readonly engineVersion: number;
  readonly playId: EventId;
  readonly playerId: PlayerId;
  /** This is no longer so; the fields say what it was. */
  readonly isRetracted: boolean;
  readonly teamId: TeamId;
  readonly number: string;
  readonly type: PlayType;
  readonly place: Place;
  readonly clockMs: number | null;
  readonly body: PlayBody;
  /** What it counted for this player. */
  readonly credits: Readonly<Partial<Record<StatKey, number>>>;
  readonly score: { readonly before: Pair<number>; readonly after: Pair<number> };
  readonly line: { readonly before: Counts; readonly after: Counts };
};

type Given = { readonly counts: Int32Array; after: Int32Array | null };

/** Time and plus/minus come to everybody on court: alone they make nobody an actor. */
const shared: ReadonlySet<number> = new Set([column.plusMinus, column.playedMs]);

type Watched = {
  readonly givenByPlay: Map<EventId, ReadonlyMap<number, Given>>;
  /** What was said last of a play, by player. */
  readonly said: Map<EventId, ReadonlyMap<PlayerId, PlayerAction>>;
};

const isActor = (row: number, { counts }: Given): boolean =>
  row >= firstPlayerRow && counts.some((count, index) => count !== 0 && !shared.has(index));

const listen = (game: Game, watched: Watched): void => {
  const { board } = game;
  let current = new Map<number, Given>();
  board.onCredit = (row, lineColumn, count) => {
    const given = current.get(row) ?? { counts: new Int32Array(lineColumns.length), after: null };
    given.counts[lineColumn] = (given.counts[lineColumn] as number) + count;
    current.set(row, given);
  };
  board.onPlayed = () => {
    const { state, playId } = game.board;
    const actors = new Map([...current].filter(([row, given]) => isActor(row, given)));
    for (const [row, given] of actors) given.after = state.lines.slice(row * lineWidth, (row + 1) * lineWidth);
    watched.givenByPlay.set(playId, actors);
    current = new Map();
  };
};

const creditsOf = (counts: Int32Array): PlayerAction['credits'] => {
  const credits: Partial<Record<StatKey, number>> = {};
  lineColumns.forEach((name, index) => {
    const count = counts[index] as number;
    if (count !== 0 && !shared.has(index)) credits[name] = count;
  });
  return credits;
};

const lineOf = (game: Game, side: 0 | 1, { counts, after }: Given): PlayerAction['line'] => {
  const row = after ?? new Int32Array(lineWidth);
  const earlier = row.slice();
  counts.forEach((count, index) => {
    earlier[index] = (earlier[index] as number) - count;
  });
  const read = (line: Int32Array): Counts =>
    playerCounts(line, 0, game.board.state.everTracked[side], game.board.state.onCourt[side] !== null);
  return { before: read(earlier), after: read(row) };
};

const scoreBefore = ({ list }: Game, play: LoggedPlay): Pair<number> => {
  const [home, away] = list.inOrder[indexOf(list, play) - 1]?.score ?? [0, 0];
  return { home, away };
};

const actionsOf = (game: Game, watched: Watched, playId: EventId): Map<PlayerId, PlayerAction> => {
  const actions = new Map<PlayerId, PlayerAction>();
  const record = game.list.byId.get(playId);
  if (record === undefined || record.resolved.isVoided) return actions;
  const { play } = record.resolved;
  for (const [row, given] of watched.givenByPlay.get(playId) ?? []) {
    const owner = ownerOfRow(game, row);
    const teamId = owner === null ? null : game.sheet.teams[owner.side];
    if (owner === null || teamId === null) continue;
    actions.set(owner.playerId, {
      gameId: game.gameId,
      revision: game.revision,
      engineVersion,
      playId,
      playerId: owner.playerId,
      isRetracted: false,
      teamId,
      number: owner.number,
      type: play.type,
      place: play.place,
      clockMs: play.clockMs,
      body: bodyOf(play),
      credits: creditsOf(given.counts),
      score: {
        before: scoreBefore(game, play),
        after: { home: record.score[0], away: record.score[1] },
      },
      line: lineOf(game, owner.side, given),
    });
  }
  return actions;
};

/** What makes two sayings of an action the same: not the running totals. */
const sense = ({ type, place, clockMs, body, credits, teamId, number }: PlayerAction): string =>
  canonicalJson({ type, place, clockMs, body, credits, teamId, number });

const differences = (
  game: Game,
  before: ReadonlyMap<PlayerId, PlayerAction>,
  now: ReadonlyMap<PlayerId, PlayerAction>,
): PlayerAction[] => {
  const said: PlayerAction[] = [];
  for (const [playerId, action] of before) {
    const still = now.get(playerId);
    if (still === undefined || sense(still) !== sense(action))
      said.push({ ...action, revision: game.revision, isRetracted: true });
  }
  for (const [playerId, action] of now) {
    const earlier = before.get(playerId);
    if (earlier === undefined || sense(earlier) !== sense(action)) said.push(action);
  }
  return said;
};

const none: ReadonlyMap<PlayerId, PlayerAction> = new Map();

/**
 * Listens to a game that is still empty. The function returned gives what is to be published since its last call, in the order of plays;
 * call it before `takeDelta`, which forgets what was touched.
 */
export const watchActions = (game: Game): (() => PlayerAction[]) => {
  const watched: Watched = { givenByPlay: new Map(), said: new Map() };
  listen(game, watched);
  return () => {
    const { everything, plays } = game.touched;
    const touched = everything ? game.list.inOrder.map(({ said }) => said.id) : [...plays];
    return touched.flatMap((playId) => {
      const now = actionsOf(game, watched, playId);
      const published = differences(game, watched.said.get(playId) ?? none, now);
      watched.said.set(playId, now);
      return published;
    });
  };
};
