/** Shots, throws, rebounds and turnovers. Source: events.md §7. */
import type { ShotQualifier, ShotStyle, Spot } from '@bball/engine';
import { type Json, member, numberOrNull, refuseAt, textOrEmpty } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import { type Action, idOf } from './action.ts';
import { doerOf, helperOf, type Make, playerOf, teamOf } from './reading.ts';
import * as tables from './words-table.ts';

const isMade = ({ json }: Action): boolean => {
  const result = textOrEmpty(member(json, 'shotResult')).toLowerCase();
  if (result === 'made' || result === 'missed') return result === 'made';
  return refuseAt(member(json, 'shotResult'), 'unknown-word', `expected Made or Missed, found "${result}"`);
};

/** Tenths of feet to centimetres. */
const cmPerUnit = 3.048;

const spotOf = (json: Json): Spot | null => {
  const x = numberOrNull(member(json, 'xLegacy'));
  const y = numberOrNull(member(json, 'yLegacy'));
  return x === null || y === null ? null : { xCm: Math.round(x * cmPerUnit), yCm: Math.round(y * cmPerUnit) };
};

const styleOf = ({ subType, descriptor }: Action): ShotStyle | null => {
  const base = lookUp(tables.stylesBySubType, subType) ?? null;
  if (base === 'hook') return base;
  return tables.stylesByDescriptor.find(([word]) => descriptor.includes(word))?.[1] ?? base;
};

export const shot: Make = (reading, action) => {
  const isHeave = action.type === 'heave';
  const spot = spotOf(action.json);
  const has = (word: string) => action.qualifiers.includes(word);
  const qualifiers: ShotQualifier[] = [
    ...(has('fastbreak') ? (['fast-break'] as const) : []),
    ...(has('defensivegoaltending') ? (['goaltending'] as const) : []),
    ...(isHeave ? (['heave'] as const) : []),
    ...(has('pointsinthepaint') && spot === null ? (['paint'] as const) : []),
  ];
  const made = isMade(action);
  return [
    {
      type: 'field-goal-attempted',
      teamId: teamOf(reading, action),
      by: action.personId === null ? null : playerOf(reading, action.personId),
      points: action.type === '2pt' ? 2 : 3,
      made,
      spot,
      style: styleOf(action),
      assistedBy: helperOf(reading, made ? idOf(member(action.json, 'assistPersonId')) : null),
      blockedBy: helperOf(reading, reading.links.helperOf.get(action.index) ?? null),
      qualifiers,
    },
  ];
};

export const freeThrow: Make = (reading, action) => [
  {
    type: 'free-throw-attempted',
    teamId: teamOf(reading, action),
    by: playerOf(reading, action.personId),
    made: isMade(action),
    foulId: null,
    assistedBy: 'nobody',
    qualifiers: action.qualifiers.includes('fastbreak') ? ['fast-break'] : [],
  },
];

export const rebound: Make = (reading, action) => {
  const side = action.subType.startsWith('offensive')
    ? 'offensive'
    : action.subType.startsWith('defensive')
      ? 'defensive'
      : null;
  const deadBall =
    action.personId === null && [action.subType, ...action.qualifiers].some((word) => word.includes('deadball'));
  return [{ type: 'rebound-taken', teamId: teamOf(reading, action), by: doerOf(reading, action), side, deadBall }];
};

export const turnover: Make = (reading, action) => {
  if (reading.links.mergedTurnovers.has(action.index)) return [];
  const kinds = tables.turnoverKindsByWord;
  return [
    {
      type: 'turnover-committed',
      teamId: teamOf(reading, action),
      by: doerOf(reading, action),
      kind: lookUp(kinds, action.subType + action.descriptor) ?? lookUp(kinds, action.subType) ?? null,
      stolenBy: helperOf(reading, reading.links.helperOf.get(action.index) ?? null),
    },
  ];
};
