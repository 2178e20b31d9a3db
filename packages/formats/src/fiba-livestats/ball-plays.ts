/** Shots, throws, rebounds and turnovers. Source: events.md §7. */
import type { Helper, ShotQualifier } from '@bball/engine';
import { lookUp } from '../look-up.ts';
import { doerOf, has, helperOf, type Make, playerOf, type Reading, teamOf } from './reading.ts';
import type { Row } from './row.ts';
import { shotStyles, turnoverKinds } from './words-table.ts';

export const shot: Make = (reading, row) => {
  const spot = reading.spots?.get(row.number) ?? null;
  const qualifiers: ShotQualifier[] = [
    ...(has(row, 'fastbreak') ? (['fast-break'] as const) : []),
    ...(row.subType === 'wrongbasket' ? (['own-basket'] as const) : []),
    ...(has(row, 'pointsinthepaint') && spot === null ? (['paint'] as const) : []),
  ];
  return [
    {
      type: 'field-goal-attempted',
      teamId: teamOf(reading, row),
      by: playerOf(reading, row),
      points: row.type === '3pt' ? 3 : 2,
      made: row.made,
      spot,
      style: lookUp(shotStyles, row.subType) ?? null,
      assistedBy: row.made ? helperOf(reading, row) : 'nobody',
      blockedBy: row.made ? 'nobody' : blockerOf(reading, row),
      qualifiers,
    },
  ];
};

const blockerOf = (reading: Reading, row: Row): Helper => {
  const blocker = helperOf(reading, row);
  return blocker === 'nobody' && has(row, 'blocked') ? 'someone' : blocker;
};

export const freeThrow: Make = (reading, row) => [
  {
    type: 'free-throw-attempted',
    teamId: teamOf(reading, row),
    by: playerOf(reading, row),
    made: row.made,
    foulId: null,
    assistedBy: row.made ? helperOf(reading, row) : 'nobody',
    qualifiers: has(row, 'fastbreak') ? ['fast-break'] : [],
  },
];

export const rebound: Make = (reading, row) => [
  {
    type: 'rebound-taken',
    teamId: teamOf(reading, row),
    by: doerOf(reading, row),
    side: row.subType.startsWith('offensive') ? 'offensive' : row.subType.startsWith('defensive') ? 'defensive' : null,
    deadBall: row.subType.endsWith('deadball'),
  },
];

export const turnover: Make = (reading, row) => {
  if (reading.links.mergedTurnovers.has(row.index)) return [];
  const kind = lookUp(turnoverKinds, row.subType) ?? null;
  return [
    {
      type: 'turnover-committed',
      teamId: teamOf(reading, row),
      by: doerOf(reading, row),
      kind,
      stolenBy: helperOf(reading, row),
    },
  ];
};
