/** The columns of line-ups: time together and what came of it. */
import type { OnCourt, RuleSet } from '@bball/engine';
import { durationText } from '../../lib/i18n/game-clock.ts';
import { dash, type Format } from '../../lib/i18n/i18n.ts';
import type { Heading, Words } from '../../lib/i18n/words.ts';

export type LineupColumn = {
  readonly key: string;
  readonly width: number;
  readonly heading: (words: Words) => Heading;
  readonly value: (group: OnCourt) => number | null;
  readonly text: (value: number, format: Format, rules: RuleSet) => string;
};

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text.replace('-', '−'));
const whole = (value: number): string => String(value);

export const lineupColumns: readonly LineupColumn[] = [
  {
    key: 'time',
    width: 58,
    heading: (words) => words.measures.time,
    value: (group) => group.playedMs,
    text: durationText,
  },
  {
    key: 'plusMinus',
    width: 54,
    heading: (words) => words.columns.plusMinus,
    value: (group) => group.plusMinus,
    text: (value) => signed(value, String(value)),
  },
  { key: 'ptsFor', width: 48, heading: (words) => words.measures.ptsFor, value: (group) => group.pts, text: whole },
  {
    key: 'ptsAgainst',
    width: 48,
    heading: (words) => words.measures.ptsAgainst,
    value: (group) => group.ptsAgainst,
    text: whole,
  },
  {
    key: 'offRating',
    width: 62,
    heading: (words) => words.measures.offRating,
    value: (group) => group.ratings.offensive,
    text: (value, format) => format.decimal(value),
  },
  {
    key: 'defRating',
    width: 62,
    heading: (words) => words.measures.defRating,
    value: (group) => group.ratings.defensive,
    text: (value, format) => format.decimal(value),
  },
  {
    key: 'netRating',
    width: 66,
    heading: (words) => words.measures.netRating,
    value: (group) => group.ratings.net,
    text: (value, format) => signed(value, format.decimal(value)),
  },
];

export const cellOf = (
  column: LineupColumn,
  group: OnCourt,
  { format, rules }: { format: Format; rules: RuleSet },
): { value: number | null; text: string } => {
  const value = column.value(group);
  return { value, text: value === null ? dash : column.text(value, format, rules) };
};
