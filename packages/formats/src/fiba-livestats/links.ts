/**
 * Which rows belong together: by `previousAction` where it points to a play that can bear the detail and bears none yet, else by
 * nearness; throws find their foul as in every format.
 */
import { foulsOfThrows } from '../foul-of-throw.ts';
import type { Orphan } from '../game-read.ts';
import { pairNearest } from '../pair-nearest.ts';
import { foulWordOf, freeThrowsOf } from './foul-word.ts';
import type { Row } from './row.ts';

export type Links = {
  /** Index of a play's row → the row of its detail. */
  readonly helperOf: ReadonlyMap<number, Row>;
  readonly losesBall: ReadonlySet<number>;
  readonly mergedTurnovers: ReadonlySet<number>;
  readonly foulOf: ReadonlyMap<number, string | null>;
  /** Index of a jump ball → its `won` and `lost` rows. */
  readonly tossOf: ReadonlyMap<number, readonly Row[]>;
  readonly mergedTosses: ReadonlySet<number>;
  readonly orphans: readonly Orphan[];
};

const isShot = ({ type }: Row): boolean => type === '2pt' || type === '3pt';
const isSameSide = (a: Row, b: Row): boolean => a.teamNumber === b.teamNumber;

type Rule = {
  readonly details: readonly Row[];
  readonly bearers: readonly Row[];
  readonly fits: (detail: Row, bearer: Row) => boolean;
};

/** Detail index → bearer index. */
const linked = ({ details, bearers, fits }: Rule): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const detail of details) {
    const said = bearers.findLast(({ number, index }) => number === detail.previous && !taken.has(index));
    if (said === undefined || !fits(detail, said)) continue;
    pairs.set(detail.index, said.index);
    taken.add(said.index);
  }
  const rest = pairNearest({
    details: details.filter(({ index }) => !pairs.has(index)),
    bearers: bearers.filter(({ index }) => !taken.has(index)),
    fits,
  });
  return new Map([...pairs, ...rest]);
};

const isToss = ({ type, subType }: Row): boolean => type === 'jumpball' && (subType === 'won' || subType === 'lost');

export const linksOf = (rows: readonly Row[]): Links => {
  const of = (type: string) => rows.filter((row) => row.type === type);
  const fouls = of('foul');
  const merged = linked({
    details: of('turnover').filter(({ subType }) => subType === 'offensive'),
    bearers: fouls,
    fits: (turnover, foul) => isSameSide(turnover, foul) && turnover.playerNumber === foul.playerNumber,
  });
  const pairs = new Map([
    ...linked({
      details: of('assist'),
      bearers: rows.filter((row) => (isShot(row) || row.type === 'freethrow') && row.made),
      fits: (assist, basket) => isSameSide(assist, basket) && assist.playerNumber !== basket.playerNumber,
    }),
    ...linked({
      details: of('block'),
      bearers: rows.filter((row) => isShot(row) && !row.made),
      fits: (block, shot) => !isSameSide(block, shot),
    }),
    ...linked({
      details: of('steal'),
      bearers: of('turnover').filter(({ index }) => !merged.has(index)),
      fits: (steal, turnover) => !isSameSide(steal, turnover),
    }),
    ...linked({ details: of('foulon'), bearers: fouls, fits: (fouled, foul) => !isSameSide(fouled, foul) }),
  ]);
  const details = rows.filter(({ type }) => ['assist', 'block', 'steal', 'foulon'].includes(type));
  const helperOf = new Map(
    details.flatMap((detail) => {
      const bearer = pairs.get(detail.index);
      return bearer === undefined ? [] : [[bearer, detail] as const];
    }),
  );
  const tosses = tossesOf(rows);
  return {
    helperOf,
    losesBall: new Set(merged.values()),
    mergedTurnovers: new Set(merged.keys()),
    foulOf: foulKeys(rows, fouls, helperOf),
    tossOf: tosses,
    mergedTosses: new Set([...tosses.values()].flat().map(({ index }) => index)),
    orphans: details
      .filter(({ index }) => !pairs.has(index))
      .map(({ json, type }) => ({ place: json.path, word: type })),
  };
};

const tossesOf = (rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> => {
  const calls = rows.filter((row) => row.type === 'jumpball' && !isToss(row));
  const tosses = new Map<number, Row[]>();
  for (const row of rows.filter(isToss)) {
    const call =
      calls.find(({ number }) => number === row.previous) ??
      calls.findLast(({ index, period }) => index < row.index && period === row.period && row.index - index <= 4);
    if (call !== undefined) tosses.set(call.index, [...(tosses.get(call.index) ?? []), row]);
  }
  return tosses;
};

const throwParts = /^(\d)of(\d)/;

const foulKeys = (
  rows: readonly Row[],
  fouls: readonly Row[],
  helperOf: ReadonlyMap<number, Row>,
): ReadonlyMap<number, string | null> => {
  const throws = rows.filter(({ type }) => type === 'freethrow');
  const keys = foulsOfThrows(
    fouls.map((row) => {
      const freeThrows = freeThrowsOf(row);
      return {
        key: row.key,
        index: row.index,
        teamId: row.teamNumber,
        period: row.period,
        clockMs: row.clockMs,
        freeThrows: freeThrows === 'one-and-one' ? 2 : freeThrows,
        isTechnical: foulWordOf(row).kind.startsWith('technical'),
        drawnBy: helperOf.get(row.index)?.playerNumber ?? null,
      };
    }),
    throws.map((row) => {
      const [, number, of] = throwParts.exec(row.subType) ?? [];
      return {
        index: row.index,
        teamId: row.teamNumber,
        period: row.period,
        clockMs: row.clockMs,
        by: row.playerNumber,
        number: number === undefined ? null : Number(number),
        of: of === undefined ? null : Number(of),
        isTechnical: row.qualifiers.some((word) => word.includes('technical')) || null,
      };
    }),
  );
  return new Map(throws.map(({ index }, i) => [index, keys[i] ?? null]));
};
