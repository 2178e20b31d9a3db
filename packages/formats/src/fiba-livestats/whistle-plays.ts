/** Fouls, substitutions, jump balls, stoppages, periods and what the table confirmed. Source: events.md §7. */
import { member, numberOrNull, refuseAt } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import type { DraftBody } from '../play-draft.ts';
import { foulWordOf, freeThrowsOf } from './foul-word.ts';
import { has, helperOf, type Make, playerOf, teamOf, teamOrNull } from './reading.ts';
import type { Row } from './row.ts';
import { jumpBallWords, timeoutWords } from './words-table.ts';

export const foul: Make = (reading, row) => {
  const { kind, bench } = foulWordOf(row);
  const benched = bench ?? (kind.startsWith('technical') || kind === 'disqualifying' ? 'bench' : null);
  return [
    {
      type: 'foul-committed',
      teamId: teamOf(reading, row),
      by: bench ?? playerOf(reading, row) ?? benched,
      kind,
      drawnBy: helperOf(reading, row),
      freeThrows: freeThrowsOf(row),
      losesBall: reading.links.losesBall.has(row.index),
      qualifiers: has(row, 'double') || row.subType === 'doubletechnical' ? ['double'] : [],
    },
  ];
};

export const substitution: Make = (reading, row) => {
  const player = playerOf(reading, row);
  if (player === null) return refuseAt(member(row.json, 'pno'), 'missing', 'a substitution of nobody');
  const teamId = teamOf(reading, row);
  if (row.subType === 'in') return [{ type: 'substitution-made', teamId, playersIn: [player], playersOut: [] }];
  if (row.subType === 'out') return [{ type: 'substitution-made', teamId, playersIn: [], playersOut: [player] }];
  return refuseAt(member(row.json, 'subType'), 'unknown-word', `expected in or out, found "${row.subType}"`);
};

export const jumpBall: Make = (reading, row) => {
  if (reading.links.mergedTosses.has(row.index)) return [];
  const tosses = reading.links.tossOf.get(row.index) ?? [];
  const isAlone = row.subType === 'won' || row.subType === 'lost';
  const word = lookUp(jumpBallWords, row.subType) ?? { reason: null, decidedBy: isAlone ? ('toss' as const) : null };
  const won = tosses.find(({ subType }) => subType === 'won') ?? (row.subType === 'won' ? row : undefined);
  const jumperOf = (teamNumber: '1' | '2') => {
    const toss = [...tosses, ...(isAlone ? [row] : [])].find((other) => other.teamNumber === teamNumber);
    return toss === undefined ? null : playerOf(reading, toss);
  };
  return [
    {
      type: 'jump-ball-called',
      reason: word.reason,
      decidedBy: word.decidedBy,
      teamId: won === undefined ? (isAlone ? null : teamOrNull(reading, row)) : teamOf(reading, won),
      by: null,
      jumpers: { home: jumperOf('1'), away: jumperOf('2') },
    },
  ];
};

export const timeout: Make = (reading, row) => [
  { type: 'timeout-called', teamId: teamOrNull(reading, row), kind: lookUp(timeoutWords, row.subType) ?? 'full' },
];

export const challenge: Make = (reading, row) => {
  const said = [row.subType, ...row.qualifiers];
  const result = said.includes('accepted') ? 'changed' : said.includes('rejected') ? 'stands' : null;
  return [{ type: 'review-called', teamId: teamOrNull(reading, row), result }];
};

const confirmed = (row: Row): readonly DraftBody[] => {
  const home = numberOrNull(member(row.json, 's1'));
  const away = numberOrNull(member(row.json, 's2'));
  return has(row, 'confirmed') && home !== null && away !== null ? [{ type: 'score-confirmed', home, away }] : [];
};

export const period: Make = (_, row) => {
  if (row.subType === 'start') return [{ type: 'period-started', lengthMs: null }];
  if (row.subType === 'end') return [{ type: 'period-ended' }, ...confirmed(row)];
  return refuseAt(member(row.json, 'subType'), 'unknown-word', `expected start or end, found "${row.subType}"`);
};

export const game: Make = (_, row) => (row.subType === 'end' ? confirmed(row) : []);
