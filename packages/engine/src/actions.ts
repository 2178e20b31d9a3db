/**
 * What each play gave to whom, enriched: number, team, position, score and the player's line before and after. A feed, not a source of totals:
 * a correction takes back what it replaces, but later plays are not said again because their running totals moved.
 * Invariants: the actions of a log are a function of the log, so a game that was folded anew goes on where it was; of what was said
 * only the facts are kept, and an action is built when somebody is told.
 * Source: protocol.md J-9.
 */
import { canonicalJson } from './canonical.ts';
import type { PlayType } from './events/index.ts';
import type { EventId, GameId, PlayerId, TeamId } from './game/ids.ts';
import { firstPlayerRow, lineColumns } from './game/line.ts';
import type { Place } from './game/place.ts';
import type { PlayingPosition } from './game/roster-entry.ts';
import type { SideIndex, Sides } from './game/side.ts';
import type { Game } from './game-fold.ts';
import {
  type ActorCredits,
  isShared,
  listenToCredits,
  noCredits,
  type PackedCredits,
  unpackCredits,
} from './packed-credits.ts';
import { indexOf } from './play-list.ts';
import type { LoggedPlay } from './resolve.ts';
import { playerCounts } from './result/counts.ts';
import { bodyOf } from './result/folded-play.ts';
import type { Sheet } from './sheet.ts';
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
  /** null: the sheet does not say. */
  readonly position: PlayingPosition | null;
  readonly type: PlayType;
  readonly place: Place;
  readonly clockMs: number | null;
  readonly body: PlayBody;
  /** What it counted for this player. */
  readonly credits: Readonly<Partial<Record<StatKey, number>>>;
  readonly score: { readonly before: Pair<number>; readonly after: Pair<number> };
  readonly line: { readonly before: Counts; readonly after: Counts };
};

/** Who is who and what is tracked while something is said; one for many sayings. */
type Circumstances = Pick<Sheet, 'lines' | 'teams'> & {
  readonly playerOfRow: readonly PlayerId[];
  readonly guests: ReadonlyMap<PlayerId, SideIndex>;
  readonly tracked: Sides<number>;
  readonly hasLineup: Sides<boolean>;
};

/** What was said of a play last. */
type Saying = {
  readonly play: LoggedPlay;
  readonly credits: PackedCredits;
  readonly circumstances: Circumstances;
  readonly scoreBefore: Sides<number>;
  readonly scoreAfter: Sides<number>;
};

/** A play that gave something to somebody: at its last fold, and when it was said. */
type Watched = { credits: PackedCredits; said: Saying | null };

const circumstancesOf = ({ sheet, board }: Game): Circumstances => {
  const { onCourt, everTracked, guests } = board.state;
  const hasLineup = [onCourt[0] !== null, onCourt[1] !== null] as const;
  const { lines, teams } = sheet;
  return { lines, teams, playerOfRow: board.playerOfRow, guests, tracked: everTracked, hasLineup };
};

const areSame = (a: Circumstances, b: Circumstances): boolean =>
  a.lines === b.lines &&
  a.guests === b.guests &&
  a.tracked === b.tracked &&
  a.hasLineup[0] === b.hasLineup[0] &&
  a.hasLineup[1] === b.hasLineup[1];

const noScore: Sides<number> = [0, 0];

const scoreBefore = ({ list }: Game, play: LoggedPlay): Sides<number> =>
  list.inOrder[indexOf(list, play) - 1]?.score ?? noScore;

/** What is to be said of a play now; null: it is voided, or gave nobody anything. */
const sayingOf = (game: Game, playId: EventId, credits: PackedCredits, circumstances: Circumstances): Saying | null => {
  const record = game.list.byId.get(playId);
  if (record === undefined || record.resolved.isVoided || credits === noCredits) return null;
  const { play } = record.resolved;
  return { play, credits, circumstances, scoreBefore: scoreBefore(game, play), scoreAfter: record.score };
};

const creditsOf = (counts: Int32Array): PlayerAction['credits'] => {
  const credits: Partial<Record<StatKey, number>> = {};
  lineColumns.forEach((name, index) => {
    const count = counts[index] as number;
    if (count !== 0 && !isShared(index)) credits[name] = count;
  });
  return credits;
};

const lineOf = ({ tracked, hasLineup }: Circumstances, side: SideIndex, actor: ActorCredits): PlayerAction['line'] => {
  const earlier = actor.after.map((count, index) => count - (actor.counts[index] as number));
  const read = (line: Int32Array): Counts => playerCounts(line, 0, tracked[side], hasLineup[side]);
  return { before: read(earlier), after: read(actor.after) };
};

const asPair = ([home, away]: Sides<number>): Pair<number> => ({ home, away });

type Owner = Pick<PlayerAction, 'playerId' | 'number' | 'position'> & { readonly side: SideIndex };

const ownerOf = ({ lines, playerOfRow, guests }: Circumstances, row: number): Owner | null => {
  const listed = lines[row - firstPlayerRow];
  if (listed !== undefined) {
    const { playerId, side, entry } = listed;
    return { playerId, side, number: entry.number, position: entry.position ?? null };
  }
  const playerId = playerOfRow[row];
  const side = playerId === undefined ? undefined : guests.get(playerId);
  return playerId === undefined || side === undefined ? null : { playerId, side, number: '', position: null };
};

const actionsOf = ({ gameId, revision }: Game, saying: Saying): Map<PlayerId, PlayerAction> => {
  const { play, circumstances } = saying;
  const actions = new Map<PlayerId, PlayerAction>();
  for (const actor of unpackCredits(saying.credits)) {
    const owner = ownerOf(circumstances, actor.row);
    const teamId = owner === null ? null : circumstances.teams[owner.side];
    if (owner === null || teamId === null) continue;
    actions.set(owner.playerId, {
      gameId,
      revision,
      engineVersion,
      playId: play.id,
      playerId: owner.playerId,
      isRetracted: false,
      teamId,
      number: owner.number,
      position: owner.position,
      type: play.type,
      place: play.place,
      clockMs: play.clockMs,
      body: bodyOf(play),
      credits: creditsOf(actor.counts),
      score: { before: asPair(saying.scoreBefore), after: asPair(saying.scoreAfter) },
      line: lineOf(circumstances, owner.side, actor),
    });
  }
  return actions;
};

/** What makes two sayings of an action the same: not the running totals. */
const sense = ({ type, place, clockMs, body, credits, teamId, number, position }: PlayerAction): string =>
  canonicalJson({ type, place, clockMs, body, credits, teamId, number, position });

const differences = (
  before: ReadonlyMap<PlayerId, PlayerAction>,
  now: ReadonlyMap<PlayerId, PlayerAction>,
): PlayerAction[] => {
  const said: PlayerAction[] = [];
  for (const [playerId, action] of before) {
    const still = now.get(playerId);
    if (still === undefined || sense(still) !== sense(action)) said.push({ ...action, isRetracted: true });
  }
  for (const [playerId, action] of now) {
    const earlier = before.get(playerId);
    if (earlier === undefined || sense(earlier) !== sense(action)) said.push(action);
  }
  return said;
};

/** Nothing but running totals can differ. */
const haveSameSense = (a: Saying, b: Saying): boolean =>
  a.play === b.play && a.credits === b.credits && a.circumstances.lines === b.circumstances.lines;

const none: ReadonlyMap<PlayerId, PlayerAction> = new Map();

const news = (game: Game, before: Saying | null, now: Saying | null): PlayerAction[] => {
  if (before === null) return now === null ? [] : [...actionsOf(game, now).values()];
  if (now !== null && haveSameSense(before, now)) return [];
  return differences(actionsOf(game, before), now === null ? none : actionsOf(game, now));
};

/** Both are to be called before `takeDelta`, which forgets what was touched. */
export type ActionWatch = {
  /** What is to be published since the last call, in the order of plays. */
  readonly take: () => PlayerAction[];
  /** What happened since the last call has been published before. */
  readonly skip: () => void;
};

/** Listens to a game that is still empty. */
export const watchActions = (game: Game): ActionWatch => {
  const plays = new Map<EventId, Watched>();
  let latest: Circumstances | null = null;

  listenToCredits(game, (credits) => {
    const { playId } = game.board;
    const watched = plays.get(playId);
    if (watched !== undefined) watched.credits = credits;
    else if (credits !== noCredits) plays.set(playId, { credits, said: null });
  });

  const circumstances = (): Circumstances => {
    const now = circumstancesOf(game);
    if (latest === null || !areSame(latest, now)) latest = now;
    return latest;
  };

  /** Goes through what was touched; `tell` hears what was said of a play and what is to be said now. */
  const update = (tell: (before: Saying | null, now: Saying | null) => void): void => {
    const around = circumstances();
    const { everything, plays: some } = game.touched;
    const touched = everything ? game.list.inOrder.map(({ said }) => said.id) : some;
    for (const playId of touched) {
      const watched = plays.get(playId);
      if (watched === undefined) continue;
      const before = watched.said;
      watched.said = sayingOf(game, playId, watched.credits, around);
      tell(before, watched.said);
    }
  };

  return {
    take: () => {
      const published: PlayerAction[] = [];
      update((before, now) => published.push(...news(game, before, now)));
      return published;
    },
    skip: () => update(() => {}),
  };
};
