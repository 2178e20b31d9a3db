/**
 * The live feed's rows as our plays. One function per type of action; a row that changes nothing makes no play.
 * Source: events.md §7, games/NOTES.
 */
import type { Doer, Helper, Offender, PlayerId, ShotQualifier, ShotStyle, Spot, TeamId } from '@bball/engine';
import { type Json, member, numberOrNull, refuseAt, textOrEmpty } from '../json-value.ts';
import type { DraftBody, PlayDraft } from '../play-draft.ts';
import type { SheetPlayer, Sheets } from '../sheet.ts';
import { type Action, idOf } from './action.ts';
import { foulWordOf, freeThrowsOf } from './foul-word.ts';
import type { Links } from './links.ts';
import * as tables from './words-table.ts';

export type Reading = {
  readonly sheets: Sheets;
  readonly players: ReadonlyMap<string, SheetPlayer>;
  readonly links: Links;
};

type Bodies = readonly DraftBody[];

/** The row's team; a row that leaves it out is its person's. */
const teamOf = ({ sheets, players }: Reading, action: Action): TeamId => {
  for (const team of [sheets.home, sheets.away]) if (team.sourceId === action.teamId) return team.teamId;
  const person = action.teamId === null ? players.get(action.personId ?? '') : undefined;
  if (person !== undefined) return person.teamId;
  const said = action.teamId === null ? 'no team' : `team ${action.teamId}`;
  return refuseAt(member(action.json, 'teamId'), 'unknown-team', `${said}, expected one of the two that play`);
};

const teamOrNull = (reading: Reading, action: Action): TeamId | null =>
  action.teamId === null ? null : teamOf(reading, action);

const playerOf = ({ players }: Reading, personId: string | null): PlayerId | null =>
  personId === null ? null : (players.get(personId)?.playerId ?? null);

const doerOf = (reading: Reading, action: Action): Doer =>
  action.personId === null ? 'team' : playerOf(reading, action.personId);

/** Who is named and on no sheet sits on the bench as a coach. */
const offenderOf = (reading: Reading, action: Action): Offender =>
  action.personId === null ? 'team' : (playerOf(reading, action.personId) ?? 'coach');

const helperOf = (reading: Reading, personId: string | null): Helper =>
  personId === null ? 'nobody' : (playerOf(reading, personId) ?? 'someone');

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
  const base = tables.stylesBySubType[subType] ?? null;
  if (base === 'hook') return base;
  return tables.stylesByDescriptor.find(([word]) => descriptor.includes(word))?.[1] ?? base;
};

const shot = (reading: Reading, action: Action): Bodies => {
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

const freeThrow = (reading: Reading, action: Action): Bodies => [
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

const rebound = (reading: Reading, action: Action): Bodies => {
  const side = action.subType.startsWith('offensive')
    ? 'offensive'
    : action.subType.startsWith('defensive')
      ? 'defensive'
      : null;
  const deadBall =
    action.personId === null && [action.subType, ...action.qualifiers].some((word) => word.includes('deadball'));
  return [{ type: 'rebound-taken', teamId: teamOf(reading, action), by: doerOf(reading, action), side, deadBall }];
};

const turnover = (reading: Reading, action: Action): Bodies => {
  if (reading.links.mergedTurnovers.has(action.index)) return [];
  const kinds = tables.turnoverKindsByWord;
  return [
    {
      type: 'turnover-committed',
      teamId: teamOf(reading, action),
      by: doerOf(reading, action),
      kind: kinds[action.subType + action.descriptor] ?? kinds[action.subType] ?? null,
      stolenBy: helperOf(reading, reading.links.helperOf.get(action.index) ?? null),
    },
  ];
};

const foul = (reading: Reading, action: Action): Bodies => {
  const { kind, isDouble } = foulWordOf(action);
  return [
    {
      type: 'foul-committed',
      teamId: teamOf(reading, action),
      by: offenderOf(reading, action),
      kind,
      drawnBy: helperOf(reading, idOf(member(action.json, 'foulDrawnPersonId'))),
      freeThrows: freeThrowsOf(action),
      losesBall: reading.links.losesBall.has(action.index),
      qualifiers: isDouble ? ['double'] : [],
    },
  ];
};

const violation = (reading: Reading, action: Action): Bodies => {
  const kind = tables.violationKindsByWord[action.subType];
  if (kind === undefined || action.teamId === null) return [];
  return [{ type: 'violation-called', teamId: teamOf(reading, action), by: offenderOf(reading, action), kind }];
};

const jumpBall = (reading: Reading, action: Action): Bodies => {
  const jumpers = ['jumpBallWonPersonId', 'jumpBallLostPersonId'].flatMap(
    (key) => reading.players.get(idOf(member(action.json, key)) ?? '') ?? [],
  );
  const jumperOf = (teamId: TeamId) => jumpers.find((jumper) => jumper.teamId === teamId)?.playerId ?? null;
  const teamId = teamOrNull(reading, action);
  const recoveredBy = idOf(member(action.json, 'jumpBallRecoverdPersonId')) ?? action.personId;
  return [
    {
      type: 'jump-ball-called',
      reason: tables.jumpBallReasonsByWord[action.descriptor] ?? null,
      decidedBy: 'toss',
      teamId,
      by: recoveredBy === null ? (teamId === null ? null : 'team') : playerOf(reading, recoveredBy),
      jumpers: { home: jumperOf(reading.sheets.home.teamId), away: jumperOf(reading.sheets.away.teamId) },
    },
  ];
};

const timeout = (reading: Reading, action: Action): Bodies => {
  const teamId = teamOrNull(reading, action);
  const call: DraftBody = { type: 'timeout-called', teamId, kind: tables.timeoutKindsByWord[action.subType] ?? 'full' };
  return action.subType.includes('challenge') ? [call, { type: 'review-called', teamId, result: null }] : [call];
};

const replay = (reading: Reading, action: Action): Bodies => {
  const said = [action.subType, action.descriptor, ...action.qualifiers];
  const result = said.some((word) => word.includes('overturn') || word === 'unsuccessful')
    ? 'changed'
    : said.some((word) => word.includes('support') || word.includes('stands'))
      ? 'stands'
      : null;
  return [{ type: 'review-called', teamId: teamOrNull(reading, action), result }];
};

const ejection = (reading: Reading, action: Action): Bodies => {
  if (action.teamId === null) return [];
  return [
    { type: 'person-ejected', teamId: teamOf(reading, action), who: playerOf(reading, action.personId) ?? 'coach' },
  ];
};

const substitution = (reading: Reading, action: Action): Bodies => {
  const player = playerOf(reading, action.personId);
  if (player === null) return refuseAt(member(action.json, 'personId'), 'missing', 'a substitution of nobody');
  const teamId = teamOf(reading, action);
  if (action.subType === 'in') return [{ type: 'substitution-made', teamId, playersIn: [player], playersOut: [] }];
  if (action.subType === 'out') return [{ type: 'substitution-made', teamId, playersIn: [], playersOut: [player] }];
  return refuseAt(member(action.json, 'subType'), 'unknown-word', `expected in or out, found "${action.subType}"`);
};

const period = (_: Reading, action: Action): Bodies => {
  if (action.subType === 'start') return [{ type: 'period-started', lengthMs: null }];
  if (action.subType === 'end') return [{ type: 'period-ended' }];
  return refuseAt(member(action.json, 'subType'), 'unknown-word', `expected start or end, found "${action.subType}"`);
};

const nothing = (): Bodies => [];

const playsByType: Readonly<Record<string, (reading: Reading, action: Action) => Bodies>> = {
  '2pt': shot,
  '3pt': shot,
  heave: shot,
  freethrow: freeThrow,
  rebound,
  turnover,
  foul,
  violation,
  jumpball: jumpBall,
  timeout,
  instantreplay: replay,
  replay,
  ejection,
  substitution,
  period,
  game: nothing,
  block: nothing,
  steal: nothing,
  stoppage: nothing,
  memo: nothing,
  comment: nothing,
};

export const playsOf = (reading: Reading, action: Action): readonly PlayDraft[] => {
  const make = playsByType[action.type];
  if (make === undefined) {
    return refuseAt(member(action.json, 'actionType'), 'unknown-word', `no such type of action: "${action.type}"`);
  }
  return make(reading, action).map((body, n) => ({
    key: n === 0 ? action.key : `${action.key}+${n}`,
    row: action.number,
    period: action.period,
    clockMs: action.clockMs,
    recordedAt: action.recordedAt,
    body,
    foulKey: reading.links.foulOf.get(action.index) ?? null,
  }));
};
