/** The log folded here against what the job stored, what devices fold, what the log of a scorer who never errs folds to. */
import { createHash } from 'node:crypto';
import { canonicalJson, foldLog, type GameResult, storedRows } from '@bball/engine';
import { overruledIn, viewOf } from '@bball/sync';
import type { Check } from './game.ts';
import { statusesIn } from './log-checks.ts';

const hashOf = (result: GameResult): string => createHash('sha256').update(canonicalJson(result)).digest('hex');

type Line = Readonly<Record<string, unknown>>;

const sameLines = (stored: readonly Line[], folded: readonly Line[]): boolean => {
  const text = (lines: readonly Line[]) => lines.map(canonicalJson).sort().join();
  return text(stored) === text(folded);
};

/** The stored result and every line beside it are this fold, and of no other. */
export const storedIsFolded: Check = ({ stored, fold }) => {
  if (stored.result?.revision !== fold.revision) return [];
  const rows = storedRows(fold);
  return [
    ...(stored.result.hash === hashOf(fold) ? [] : ['the result is not the fold of the log']),
    ...(sameLines(stored.players, rows.players) ? [] : ['the lines of the players are not those of the fold']),
    ...(sameLines(stored.teams, rows.teams) ? [] : ['the lines of the teams are not those of the fold']),
  ];
};

export const storedIsAtTheHead: Check = ({ stored: { result }, fold }) => {
  if (result === null) return ['there is no result'];
  if (result.revision !== fold.revision) return [`the result is at ${result.revision}, the log at ${fold.revision}`];
  return result.engineVersion === fold.engineVersion ? [] : ['the result is of another engine'];
};

/** Every device folds the same. */
export const devicesFoldTheSame: Check = ({ game, fold }) => {
  const hash = hashOf(fold);
  return game.table.devices.flatMap((device) =>
    hashOf(foldLog(game.gameId, viewOf(device.log()))) === hash ? [] : ['a device folds something else'],
  );
};

const numbersOf = ({ teams, players, game: { score, periods } }: GameResult): string =>
  canonicalJson({ teams, players, score, periods });

/** At the end of a game whose every mistake was mended. */
export const mendedIsRight: Check = ({ game: { table, gameId }, stored, fold }) => {
  if (!table.isOver() || !table.script.endsRight || stored.tray.some(({ state }) => state !== 'admitted')) return [];
  return numbersOf(foldLog(gameId, table.script.right)) === numbersOf(fold)
    ? []
    : ['the log with corrections folds to other numbers than the right one'];
};

/** A correction that somebody unaware overruled is named by a flag. */
export const nobodyIsOverruledSilently: Check = ({ game, fold }) =>
  game.table.devices.flatMap((device) =>
    overruledIn(device.log(), 0).flatMap(({ playId, group, mine, standing, wasUnaware }) => {
      const said = (event: typeof mine) => canonicalJson('changes' in event ? event.changes : event.type);
      if (!wasUnaware || said(mine) === said(standing) || fold.plays[playId] === undefined) return [];
      const isFlagged = Object.values(fold.flags).some(
        ({ code, playIds, detail }) =>
          code === 'amendments-disagree' && playIds.includes(playId) && detail.group === group,
      );
      return isFlagged ? [] : [`${group} of ${playId} was overruled by somebody unaware, and no flag says so`];
    }),
  );

/** What was taken back last does not stand. */
export const takenBackIsGone: Check = ({ log, fold }) => {
  const taken = new Map<string, boolean>();
  for (const event of log)
    if (event.type === 'play-voided' || event.type === 'play-restored')
      taken.set(event.playId, event.type === 'play-voided');
  return [...taken].flatMap(([playId, isTaken]) => {
    const play = fold.plays[playId as keyof typeof fold.plays];
    return play === undefined || play.isVoided === isTaken ? [] : [`${playId} ${isTaken ? 'stands' : 'is gone'}`];
  });
};

/** A final is settled at most once, the standing one exactly once, each with the score of the log at its seq. */
export const finalsAreSettledOnce: Check = ({ game: { gameId }, log, stored: { finals } }) => {
  const statuses = statusesIn(log);
  const standing = statuses.at(-1)?.type === 'game-finalized' ? statuses.at(-1) : undefined;
  const wrong = finals.flatMap(({ eventId, home, away }) => {
    const event = log.find(({ id }) => id === eventId);
    if (event?.type !== 'game-finalized') return ['something is settled that is no final'];
    const { score, officialScore } = foldLog(gameId, log.slice(0, event.seq ?? 0)).game;
    const right = officialScore ?? score;
    return right.home === home && right.away === away
      ? []
      : [`settled as ${home}:${away}, the log says ${right.home}:${right.away}`];
  });
  const times = finals.filter(({ eventId }) => eventId === standing?.id).length;
  if (new Set(finals.map(({ eventId }) => eventId)).size < finals.length) wrong.push('a final is settled twice');
  if (standing !== undefined && times !== 1) wrong.push(`the standing final is settled ${times} times`);
  return wrong;
};
