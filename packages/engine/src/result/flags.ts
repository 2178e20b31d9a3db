/** All flags that stand: those of plays, of corrections, and of the game itself. Source: events.md §6. */

import { flagId, type RaisedFlag } from '../game/board.ts';
import { codeOfUnknown, type FlagCode } from '../game/flag-codes.ts';
import type { EventId, TeamId } from '../game/ids.ts';
import { type Game, isFinal, type LoggedStatus } from '../game-fold.ts';
import type { Flag, FlagId } from '../stats/result.ts';

type Flags = Map<string, Flag>;

const asFlag = (game: Game, raised: RaisedFlag): Flag => {
  const { code, playId, about, side, player, detail } = raised;
  return {
    id: flagId(raised) as FlagId,
    code,
    playIds: about === null ? [playId] : [about, playId],
    teamId: side === null ? null : (game.sheet.teams[side] as TeamId | null),
    playerId: player,
    detail,
  };
};

const ofGame = (code: FlagCode, about: EventId, detail: Flag['detail'] = {}): Flag => ({
  id: `${code}:${about}` as FlagId,
  code,
  playIds: [about],
  teamId: null,
  playerId: null,
  detail,
});

const addOrphans = (game: Game, flags: Flags): void => {
  for (const [playId, corrections] of game.list.corrections) {
    const record = game.list.byId.get(playId);
    if (record === undefined)
      for (const { id } of corrections)
        flags.set(`correction-without-play:${id}`, ofGame('correction-without-play', id));
    else for (const raised of record.resolved.flags) flags.set(flagId(raised), asFlag(game, raised));
  }
};

const addSetUps = (game: Game, flags: Flags): void => {
  const { setUps } = game.sheet;
  for (const { id } of setUps.slice(1)) flags.set(`set-up-twice:${id}`, ofGame('set-up-twice', id));
  const first = game.list.inOrder[0];
  if (setUps.length === 0 && first !== undefined) {
    flags.set('set-up-missing', { ...ofGame('set-up-missing', first.said.id), id: 'set-up-missing' as FlagId });
  }
};

/** F-4: the table confirmed another score than the plays give. */
const addFinal = (game: Game, flags: Flags): void => {
  if (!isFinal(game)) return;
  const standing = game.statuses.findLast(({ type }) => type === 'game-finalized') as
    | (LoggedStatus & { type: 'game-finalized' })
    | undefined;
  if (standing?.score == null) return;
  const [home, away] = game.board.state.score;
  if (standing.score.home === home && standing.score.away === away) return;
  const detail = { home, away, confirmedHome: standing.score.home, confirmedAway: standing.score.away };
  flags.set(`final-score-differs:${standing.id}`, ofGame('final-score-differs', standing.id, detail));
};

/** By id. */
export const allFlags = (game: Game): Flags => {
  const flags: Flags = new Map();
  for (const raised of game.board.flags) flags.set(flagId(raised), asFlag(game, raised));
  addOrphans(game, flags);
  addSetUps(game, flags);
  addFinal(game, flags);
  for (const { id, type } of game.unknown) flags.set(`${codeOfUnknown(type)}:${id}`, ofGame(codeOfUnknown(type), id));
  return flags;
};

/** Ids of flags that may change without any play being folded again. */
export const volatileFlagIds = (game: Game): string[] => [
  'set-up-missing',
  ...game.statuses.filter(({ type }) => type === 'game-finalized').map(({ id }) => `final-score-differs:${id}`),
];
