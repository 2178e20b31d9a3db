/**
 * Which rows belong together. The feed says only what happened, in rows that stand near each other: assist and basket, block and
 * blocked shot, steal and turnover, foul and foul drawn, offensive foul and its turnover, throw and foul.
 * Source: events.md §7 ("the nearest row that can bear it and bears none, clocks up to 3 s apart").
 */
import { foulsOfThrows } from '../foul-of-throw.ts';
import type { Orphan } from '../game-read.ts';
import { pairNearest } from '../pair-nearest.ts';
import { isStaffRow } from './roster.ts';
import type { Row } from './row.ts';
import { foulWords, shotWords } from './words-table.ts';

export type Links = {
  /** Index of a play's row → person of its detail row. */
  readonly helperOf: ReadonlyMap<number, string>;
  /** Shots of which the feed says they were blocked, though by nobody. */
  readonly blocked: ReadonlySet<number>;
  readonly losesBall: ReadonlySet<number>;
  readonly mergedTurnovers: ReadonlySet<number>;
  readonly foulOf: ReadonlyMap<number, string | null>;
  readonly orphans: readonly Orphan[];
};

const isFoul = ({ word }: Row): boolean => foulWords[word] !== undefined;
const isMissedShot = ({ word }: Row): boolean => shotWords[word]?.made === false;
const isAssistable = ({ word }: Row): boolean => shotWords[word]?.made === true || word === 'FTM';
const isSameSide = (a: Row, b: Row): boolean => a.teamCode === b.teamCode;

export const linksOf = (rows: readonly Row[]): Links => {
  const of = (...words: readonly string[]) => rows.filter(({ word }) => words.includes(word));
  const merged = pairNearest({
    details: of('TO'),
    bearers: of('OF'),
    fits: (turnover, foul) =>
      isSameSide(turnover, foul) && turnover.personId === foul.personId && turnover.clockMs === foul.clockMs,
  });
  const assists = pairNearest({
    details: of('AS'),
    bearers: rows.filter(isAssistable),
    fits: (assist, basket) => isSameSide(assist, basket) && assist.personId !== basket.personId,
  });
  const blockedShots = pairNearest({
    details: of('AG'),
    bearers: rows.filter(isMissedShot),
    fits: (blocked, shot) => isSameSide(blocked, shot) && blocked.personId === shot.personId,
  });
  const blocked = new Set(blockedShots.values());
  const blocks = pairNearest({
    details: of('FV'),
    bearers: rows.filter((row) => isMissedShot(row) && (blocked.size === 0 || blocked.has(row.index))),
    fits: (block, shot) => !isSameSide(block, shot),
  });
  const steals = pairNearest({
    details: of('ST'),
    bearers: of('TO').filter(({ index }) => !merged.has(index)),
    fits: (steal, turnover) => !isSameSide(steal, turnover),
  });
  const drawn = pairNearest({
    details: of('RV'),
    bearers: rows.filter(isFoul),
    fits: (fouled, foul) => !isSameSide(fouled, foul),
  });
  const pairs = new Map([...assists, ...blocks, ...steals, ...drawn]);
  const details = of('AS', 'FV', 'ST', 'RV');
  const helperOf = new Map(
    details.flatMap(({ index, personId }) => {
      const bearer = pairs.get(index);
      return bearer === undefined ? [] : [[bearer, personId] as const];
    }),
  );
  return {
    helperOf,
    blocked,
    losesBall: new Set(merged.values()),
    mergedTurnovers: new Set(merged.keys()),
    foulOf: foulKeys(rows, helperOf),
    orphans: [...details, ...of('AG')]
      .filter(({ index }) => !pairs.has(index) && !blockedShots.has(index))
      .map(({ json, word }) => ({ place: json.path, word })),
  };
};

const foulKeys = (rows: readonly Row[], helperOf: ReadonlyMap<number, string>): ReadonlyMap<number, string | null> => {
  const throws = rows.filter(({ word }) => word === 'FTM' || word === 'FTA');
  const keys = foulsOfThrows(
    rows.filter(isFoul).map((row) => ({
      key: row.key,
      index: row.index,
      teamId: row.teamCode,
      period: row.period,
      clockMs: row.clockMs,
      freeThrows: foulWords[row.word]?.usualThrows ?? null,
      isTechnical: foulWords[row.word]?.kind === 'technical' || isStaffRow(row),
      drawnBy: helperOf.get(row.index) ?? null,
    })),
    throws.map((row) => ({
      index: row.index,
      teamId: row.teamCode,
      period: row.period,
      clockMs: row.clockMs,
      by: row.personId,
      number: null,
      of: null,
      isTechnical: null,
    })),
  );
  return new Map(throws.map(({ index }, i) => [index, keys[i] ?? null]));
};
