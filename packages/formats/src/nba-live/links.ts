/** Which rows of the feed belong together: a block to its shot, a steal to its turnover, a turnover to the foul it is, a throw to its foul. */
import { foulsOfThrows } from '../foul-of-throw.ts';
import type { Orphan } from '../game-read.ts';
import { member, textOrEmpty } from '../json-value.ts';
import { pairNearest } from '../pair-nearest.ts';
import { type Action, idOf } from './action.ts';
import { foulWordOf, freeThrowsOf } from './foul-word.ts';

export type Links = {
  /** Index of a shot → who blocked it; of a turnover → who stole it. */
  readonly helperOf: ReadonlyMap<number, string>;
  /** Indexes of fouls that are turnovers too, and of the turnover rows that go with them. */
  readonly losesBall: ReadonlySet<number>;
  readonly mergedTurnovers: ReadonlySet<number>;
  /** Index of a throw → key of its foul. */
  readonly foulOf: ReadonlyMap<number, string | null>;
  readonly orphans: readonly Orphan[];
};

const shotTypes: ReadonlySet<string> = new Set(['2pt', '3pt', 'heave']);

const isMade = ({ json }: Action): boolean => textOrEmpty(member(json, 'shotResult')).toLowerCase() === 'made';

const helpers = (
  actions: readonly Action[],
  rule: { readonly word: string; readonly key: string; readonly canBear: (action: Action) => boolean },
): { readonly helperOf: readonly (readonly [number, string])[]; readonly orphans: readonly Orphan[] } => {
  const bearers = actions.filter(rule.canBear);
  const said = (bearer: Action): string | null => idOf(member(bearer.json, rule.key));
  const details = actions.filter(({ type }) => type === rule.word);
  const pairs = pairNearest({
    details,
    bearers,
    fits: (detail, bearer) =>
      detail.teamId !== bearer.teamId && (said(bearer) === null || said(bearer) === detail.personId),
  });
  const bearerRows = new Map(details.map((detail) => [pairs.get(detail.index), detail.personId]));
  return {
    helperOf: bearers.flatMap((bearer) => {
      const helper = said(bearer) ?? bearerRows.get(bearer.index) ?? null;
      return helper === null ? [] : [[bearer.index, helper] as const];
    }),
    orphans: details
      .filter(({ index }) => !pairs.has(index))
      .map(({ json }) => ({ place: json.path, word: rule.word })),
  };
};

const throwParts = /^(\d)of(\d)/;

export const linksOf = (actions: readonly Action[]): Links => {
  const fouls = actions.filter(({ type }) => type === 'foul');
  const foulTurnovers = actions.filter(({ type, subType }) => type === 'turnover' && subType === 'offensivefoul');
  const merged = pairNearest({
    details: foulTurnovers,
    bearers: fouls.filter((foul) => !foulWordOf(foul).kind.startsWith('technical')),
    fits: (turnover, foul) => turnover.personId === foul.personId && turnover.teamId === foul.teamId,
  });
  const blocks = helpers(actions, {
    word: 'block',
    key: 'blockPersonId',
    canBear: (action) => shotTypes.has(action.type) && !isMade(action),
  });
  const steals = helpers(actions, {
    word: 'steal',
    key: 'stealPersonId',
    canBear: (action) => action.type === 'turnover' && !merged.has(action.index),
  });
  return {
    helperOf: new Map([...blocks.helperOf, ...steals.helperOf]),
    losesBall: new Set(merged.values()),
    mergedTurnovers: new Set(merged.keys()),
    foulOf: foulKeys(actions, fouls),
    orphans: [...blocks.orphans, ...steals.orphans],
  };
};

const foulKeys = (actions: readonly Action[], fouls: readonly Action[]): ReadonlyMap<number, string | null> => {
  const throws = actions.filter(({ type }) => type === 'freethrow');
  const keys = foulsOfThrows(
    fouls.map((foul) => ({
      key: foul.key,
      index: foul.index,
      teamId: foul.teamId ?? '',
      period: foul.period,
      clockMs: foul.clockMs,
      freeThrows: freeThrowsOf(foul),
      isTechnical: foulWordOf(foul).kind.startsWith('technical'),
      drawnBy: idOf(member(foul.json, 'foulDrawnPersonId')),
    })),
    throws.map((row) => {
      const [, number, of] = throwParts.exec(row.subType) ?? [];
      return {
        index: row.index,
        teamId: row.teamId ?? '',
        period: row.period,
        clockMs: row.clockMs,
        by: row.personId,
        number: number === undefined ? null : Number(number),
        of: of === undefined ? null : Number(of),
        isTechnical: isOfTechnical(row),
      };
    }),
  );
  return new Map(throws.map(({ index }, i) => [index, keys[i] ?? null]));
};

const isOfTechnical = ({ subType, descriptor, qualifiers }: Action): boolean =>
  [subType, descriptor, ...qualifiers].some((word) => word.includes('technical'));
