/** The measures two teams are compared by, as rows of data: where the value comes from, how it is written, what is better. */
import { type Comparison, fourFactors, type Known, pace, type RuleSet, ratings, ratios, type StatKey, type TeamLine } from '@bball/engine';
import { durationText } from '../../lib/i18n/game-clock.ts';
import { dash, type Format } from '../../lib/i18n/i18n.ts';
import type { Measure, Words } from '../../lib/i18n/words.ts';

export type Both = { readonly own: TeamLine; readonly other: TeamLine; readonly rules: RuleSet };

export type ComparisonRow = {
  readonly key: Measure | StatKey;
  readonly value: (both: Both) => Known;
  readonly text: (value: number, format: Format) => string;
  readonly better: 'more' | 'less' | null;
  /** Its plays can be shown. */
  readonly asks: StatKey | keyof Comparison | null;
};

const whole = (value: number): string => String(value);
const percent = (value: number, format: Format): string => `${format.percent(value)}%`;
const decimal = (value: number, format: Format): string => format.decimal(value);

const counted = (key: StatKey, better: ComparisonRow['better'] = 'more'): ComparisonRow => ({
  key,
  better,
  asks: key,
  text: whole,
  value: ({ own }) => own.totals[key],
});
const compared = (key: keyof Comparison, better: ComparisonRow['better'] = 'more'): ComparisonRow => ({
  key,
  better,
  asks: key,
  text: whole,
  value: ({ own }) => own.comparison[key],
});
const shooting = (key: 'fgPct' | 'fg2Pct' | 'fg3Pct' | 'ftPct' | 'ts'): ComparisonRow => ({
  key,
  better: 'more',
  asks: null,
  text: percent,
  value: ({ own, rules }) => ratios(own.totals, rules)[key],
});
const factor = (key: 'efg' | 'tovPct' | 'orebPct' | 'ftRate', better: 'more' | 'less'): ComparisonRow => ({
  key,
  better,
  asks: null,
  text: percent,
  value: ({ own, other, rules }) => fourFactors(own.totals, other.totals, rules)[key],
});
const scored = ({ totals, comparison }: TeamLine) => ({ pts: totals.pts, possessions: comparison.possessions });

export const comparisonRows = {
  scoring: [compared('paintPts'), compared('fastBreakPts'), compared('secondChancePts'), compared('offTurnoverPts'), compared('benchPts'), { ...compared('biggestLead'), asks: null }, { ...compared('biggestRun'), asks: null }, { ...compared('leadingMs'), asks: null, text: durationText }],
  shooting: [shooting('fgPct'), shooting('fg2Pct'), shooting('fg3Pct'), shooting('ftPct'), shooting('ts')],
  fourFactors: [factor('efg', 'more'), factor('tovPct', 'less'), factor('orebPct', 'more'), factor('ftRate', 'more')],
  boxTotals: [
    counted('reb'),
    counted('oreb'),
    counted('ast'),
    counted('stl'),
    counted('blk'),
    counted('tov', 'less'),
    counted('pf', 'less'),
    { ...compared('possessions', null), asks: null },
    { key: 'offRating', better: 'more', asks: null, text: decimal, value: ({ own, other }) => ratings(scored(own), scored(other)).offensive },
    {
      key: 'pace',
      better: null,
      asks: null,
      text: decimal,
      value: ({ own, other, rules }) => pace([own.comparison.possessions, other.comparison.possessions], own.totals.playedMs, rules),
    },
  ],
} as const satisfies Record<string, readonly ComparisonRow[]>;

export type ComparisonGroup = keyof typeof comparisonRows;

export const rowTitle = (key: Measure | StatKey, words: Words): { readonly title: string; readonly meaning: string } => {
  if (key in words.measures) return words.measures[key as Measure];
  const { title, meaning } = words.columns[key as StatKey];
  return { title: meaning.charAt(0).toUpperCase() + meaning.slice(1), meaning: meaning || title };
};

export const shownValue = (row: ComparisonRow, value: Known, format: Format): string => (value === null ? dash : row.text(value, format));

export const betterSide = (row: ComparisonRow, home: Known, away: Known): 'home' | 'away' | null => {
  if (row.better === null || home === null || away === null || home === away) return null;
  return home > away === (row.better === 'more') ? 'home' : 'away';
};
