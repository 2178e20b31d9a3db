/**
 * What comes out of a game's fold: the whole state, the whole result, or what was touched since the last time.
 * Invariant: a delta applied to any state between its two revisions gives the state at its end (protocol.md I-18).
 */

import { append } from './append.ts';
import { canonicalJson } from './canonical.ts';
import type { LoggedEvent } from './events/index.ts';
import type { EventId, GameId, PlayerId, TeamId } from './game/ids.ts';
import { firstPlayerRow } from './game/line.ts';
import { type Game, openGame } from './game-fold.ts';
import { allFlags, volatileFlagIds } from './result/flags.ts';
import { foldedPlay } from './result/folded-play.ts';
import { gameState } from './result/game-state.ts';
import { ownerOfRow, owners, playerLine } from './result/player-line.ts';
import { stintsOf } from './result/stints.ts';
import { teamLine } from './result/team-line.ts';
import { sha256Hex } from './sha256.ts';
import type { Delta, Flag, FlagId, FoldedPlay, GameResult, PlayerLine, Snapshot, TeamLine } from './stats/result.ts';
import { engineVersion } from './version.ts';

const teams = (game: Game): Record<TeamId, TeamLine> => {
  const lines: Record<TeamId, TeamLine> = {};
  for (const side of [0, 1] as const) {
    const teamId = game.sheet.teams[side];
    if (teamId !== null) lines[teamId] = teamLine(game, side);
  }
  return lines;
};

const allPlayers = (game: Game): Record<PlayerId, PlayerLine> => {
  const lines: Record<PlayerId, PlayerLine> = {};
  for (const owner of owners(game)) {
    const line = playerLine(game, owner);
    if (line !== null) lines[owner.playerId] = line;
  }
  return lines;
};

const allPlays = (game: Game): Record<EventId, FoldedPlay> => {
  const plays: Record<EventId, FoldedPlay> = {};
  for (const record of game.list.inOrder) plays[record.said.id] = foldedPlay(record);
  return plays;
};

/** The whole live state. */
export const snapshot = (game: Game): Snapshot => ({
  gameId: game.gameId,
  revision: game.revision,
  engineVersion,
  game: gameState(game),
  teams: teams(game),
  players: allPlayers(game),
  plays: allPlays(game),
  flags: Object.fromEntries(allFlags(game)) as Record<FlagId, Flag>,
});

/** The whole result, as it is stored. */
export const result = (game: Game): GameResult => ({ ...snapshot(game), stints: stintsOf(game) });

/** SHA-256 of the canonical bytes of a result: equal logs under equal engines give equal hashes (P3). */
export const resultHash = (whole: GameResult): string => sha256Hex(canonicalJson(whole));

const forget = (game: Game): void => {
  game.touched.plays.clear();
  game.touched.flags.clear();
  game.touched.everything = false;
  game.board.touchedRows.fill(0);
  game.takenRevision = game.revision;
  game.hasNews = false;
};

const touchedPlayers = (game: Game): Record<PlayerId, PlayerLine | null> => {
  const lines: Record<PlayerId, PlayerLine | null> = {};
  const { touchedRows, playerOfRow } = game.board;
  for (let row = firstPlayerRow; row < playerOfRow.length; row++) {
    if (touchedRows[row] !== 1) continue;
    const owner = ownerOfRow(game, row);
    lines[playerOfRow[row] as PlayerId] = owner === null ? null : playerLine(game, owner);
  }
  return lines;
};

const touchedFlags = (game: Game): Record<FlagId, Flag | null> => {
  const touched = [...game.touched.flags, ...volatileFlagIds(game)];
  const standing = allFlags(game);
  return Object.fromEntries(touched.map((id) => [id, standing.get(id) ?? null]));
};

const touchedPlays = (game: Game): Record<EventId, FoldedPlay | null> => {
  const plays: Record<EventId, FoldedPlay | null> = {};
  for (const id of game.touched.plays) {
    const record = game.list.byId.get(id);
    plays[id] = record === undefined ? null : foldedPlay(record);
  }
  return plays;
};

/**
 * Everything touched since the last take, with its value now (state and team lines always: every play moves them); null when there was no news. The first one, and one after a change of the
 * settings, is whole: `previousRevision` 0.
 */
export const takeDelta = (game: Game): Delta | null => {
  if (!game.hasNews) return null;
  const isWhole = game.takenRevision === 0 || game.touched.everything;
  const delta: Delta = isWhole
    ? { ...snapshot(game), previousRevision: 0 }
    : {
        gameId: game.gameId,
        revision: game.revision,
        previousRevision: game.takenRevision,
        engineVersion,
        game: gameState(game),
        teams: teams(game),
        players: touchedPlayers(game),
        plays: touchedPlays(game),
        flags: touchedFlags(game),
      };
  forget(game);
  return delta;
};

/** What is new has been taken before: the next delta tells nothing of it. */
export const skipDelta = (game: Game): void => {
  if (game.hasNews) forget(game);
};

/** The result of a whole log: the same for the same set of events, in any order, with repeats. */
export const foldLog = (gameId: GameId, events: Iterable<LoggedEvent>): GameResult => {
  const game = openGame(gameId);
  append(game, [...events]);
  return result(game);
};
