/** What tests ask a folded game. */
import type { FlagCode } from '../src/game/flag-codes.ts';
import type { EventId, PlayerId, TeamId } from '../src/game/ids.ts';
import { foldLog } from '../src/snapshot.ts';
import type { StatKey } from '../src/stats/columns.ts';
import type { FoldedPlay, GameResult, PlayerLine, TeamLine } from '../src/stats/result.ts';
import { gameId, type HandWrittenLog } from './hand-written-log.ts';

export const fold = (log: Pick<HandWrittenLog, 'events'>): GameResult => foldLog(gameId, log.events);

export const player = (result: GameResult, id: string): PlayerLine => {
  const line = result.players[id as PlayerId];
  if (line === undefined) throw new Error(`no line of ${id}`);
  return line;
};

export const team = (result: GameResult, id: string): TeamLine => {
  const line = result.teams[id as TeamId];
  if (line === undefined) throw new Error(`no team ${id}`);
  return line;
};

export const playOf = (result: GameResult, id: EventId): FoldedPlay => {
  const play = result.plays[id];
  if (play === undefined) throw new Error(`no play ${id}`);
  return play;
};

export const score = ({ game }: GameResult): string => `${game.score.home}-${game.score.away}`;

/** Values of a line, in the order asked for. */
export const values = (
  line: Readonly<Record<StatKey, number | null>>,
  ...keys: readonly StatKey[]
): readonly (number | null)[] => keys.map((key) => line[key]);

/** Codes of the flags, sorted; with `only`, of those that a test is about. */
export const flagCodes = (result: GameResult, ...only: readonly FlagCode[]): readonly FlagCode[] =>
  Object.values(result.flags)
    .map(({ code }) => code)
    .filter((code) => only.length === 0 || only.includes(code))
    .sort();

/** The plays that flags of this code name. */
export const flagged = (result: GameResult, code: FlagCode): readonly EventId[] =>
  Object.values(result.flags).flatMap((flag) => (flag.code === code ? flag.playIds : []));

export const freeThrowsDue = ({ game }: GameResult): string =>
  game.freeThrowsDue === null
    ? 'none'
    : `${game.freeThrowsDue.teamId} ${game.freeThrowsDue.taken}/${game.freeThrowsDue.due}`;
