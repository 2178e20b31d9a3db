/** The columns of a box score: what stands in a cell, by what it sorts, which number it opens. The numbers are the engine's. */
import { type Counts, efficiency, type RuleSet, ratios, type StatKey, shownMinutes } from '@bball/engine';
import { dash, type Format } from '../../lib/i18n/i18n.ts';
import type { Heading, Words } from '../../lib/i18n/words.ts';

export type BoxColumn = {
  readonly key: string;
  readonly width: number;
  readonly heading: (words: Words) => Heading;
  readonly text: (counts: Counts, show: Show) => string;
  readonly value: (counts: Counts, show: Show) => number | null;
  /** The column whose plays a tap shows; null: a ratio has none of its own. */
  readonly asks: StatKey | null;
  /** Best is bold where more is better. */
  readonly hasBest: boolean;
  /** A count: it falls only when a correction takes something back. */
  readonly onlyGrows: boolean;
};

/** How numbers are shown: the language's way, and the rule book's for minutes. */
export type Show = { readonly format: Format; readonly rules: RuleSet };

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

const count = (key: StatKey, hasBest = true): BoxColumn => ({
  key,
  width: 50,
  heading: (words) => words.columns[key],
  text: (counts) => String(counts[key] ?? dash),
  value: (counts) => counts[key],
  asks: key,
  hasBest,
  onlyGrows: true,
});

const shooting = (key: 'fg' | 'fg3' | 'ft', made: StatKey, taken: StatKey): BoxColumn => ({
  key,
  width: 62,
  heading: (words) => words.measures[key],
  text: (counts) =>
    counts[made] === null && counts[taken] === null ? dash : `${counts[made] ?? dash}/${counts[taken] ?? dash}`,
  value: (counts) => counts[made],
  asks: taken,
  hasBest: true,
  onlyGrows: true,
});

const share = (key: 'fgPct' | 'fg3Pct' | 'ftPct'): BoxColumn => ({
  key,
  width: 58,
  heading: (words) => words.measures[key],
  text: (counts, { format, rules }) => format.percent(ratios(counts, rules)[key]),
  value: (counts, { rules }) => ratios(counts, rules)[key],
  asks: null,
  hasBest: false,
  onlyGrows: false,
});

const minutes: BoxColumn = {
  ...count('playedMs', false),
  onlyGrows: false,
  width: 58,
  text: (counts, { rules }) => (counts.playedMs === null ? dash : shownMinutes(counts.playedMs, rules.minutesShown)),
};

const plusMinus: BoxColumn = {
  ...count('plusMinus'),
  onlyGrows: false,
  text: (counts) => (counts.plusMinus === null ? dash : signed(counts.plusMinus)),
};

const efficiencyColumn: BoxColumn = {
  key: 'efficiency',
  width: 52,
  heading: (words) => words.measures.efficiency,
  text: (counts) => String(efficiency(counts) ?? dash),
  value: (counts) => efficiency(counts),
  asks: null,
  hasBest: true,
  onlyGrows: false,
};

export const boxColumns: readonly BoxColumn[] = [
  minutes,
  count('pts'),
  count('reb'),
  count('ast'),
  shooting('fg', 'fgm', 'fga'),
  share('fgPct'),
  shooting('fg3', 'fg3m', 'fg3a'),
  share('fg3Pct'),
  shooting('ft', 'ftm', 'fta'),
  share('ftPct'),
  count('oreb'),
  count('dreb'),
  count('stl'),
  count('blk'),
  count('blka', false),
  count('tov', false),
  count('pf', false),
  count('pfd'),
  plusMinus,
  efficiencyColumn,
];
