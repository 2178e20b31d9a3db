/** Fouls, violations, jump balls, stoppages, substitutions and periods. Source: events.md §7. */
import type { TeamId } from '@bball/engine';
import { member, refuseAt } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import type { DraftBody } from '../play-draft.ts';
import { idOf } from './action.ts';
import { foulWordOf, freeThrowsOf } from './foul-word.ts';
import { helperOf, type Make, offenderOf, playerOf, teamOf, teamOrNull } from './reading.ts';
import * as tables from './words-table.ts';

export const foul: Make = (reading, action) => {
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

export const violation: Make = (reading, action) => {
  const kind = lookUp(tables.violationKindsByWord, action.subType);
  if (kind === undefined || action.teamId === null) return [];
  return [{ type: 'violation-called', teamId: teamOf(reading, action), by: offenderOf(reading, action), kind }];
};

export const jumpBall: Make = (reading, action) => {
  const jumpers = ['jumpBallWonPersonId', 'jumpBallLostPersonId'].flatMap(
    (key) => reading.players.get(idOf(member(action.json, key)) ?? '') ?? [],
  );
  const jumperOf = (teamId: TeamId) => jumpers.find((jumper) => jumper.teamId === teamId)?.playerId ?? null;
  const teamId = teamOrNull(reading, action);
  const recoveredBy = idOf(member(action.json, 'jumpBallRecoverdPersonId')) ?? action.personId;
  return [
    {
      type: 'jump-ball-called',
      reason: lookUp(tables.jumpBallReasonsByWord, action.descriptor) ?? null,
      decidedBy: 'toss',
      teamId,
      by: recoveredBy === null ? (teamId === null ? null : 'team') : playerOf(reading, recoveredBy),
      jumpers: { home: jumperOf(reading.sheets.home.teamId), away: jumperOf(reading.sheets.away.teamId) },
    },
  ];
};

export const timeout: Make = (reading, action) => {
  const teamId = teamOrNull(reading, action);
  const call: DraftBody = {
    type: 'timeout-called',
    teamId,
    kind: lookUp(tables.timeoutKindsByWord, action.subType) ?? 'full',
  };
  return action.subType.includes('challenge') ? [call, { type: 'review-called', teamId, result: null }] : [call];
};

export const replay: Make = (reading, action) => {
  const said = [action.subType, action.descriptor, ...action.qualifiers];
  const result = said.some((word) => word.includes('overturn') || word === 'unsuccessful')
    ? 'changed'
    : said.some((word) => word.includes('support') || word.includes('stands'))
      ? 'stands'
      : null;
  return [{ type: 'review-called', teamId: teamOrNull(reading, action), result }];
};

export const ejection: Make = (reading, action) => {
  if (action.teamId === null) return [];
  return [
    { type: 'person-ejected', teamId: teamOf(reading, action), who: playerOf(reading, action.personId) ?? 'coach' },
  ];
};

export const substitution: Make = (reading, action) => {
  const player = playerOf(reading, action.personId);
  if (player === null) return refuseAt(member(action.json, 'personId'), 'missing', 'a substitution of nobody');
  const teamId = teamOf(reading, action);
  if (action.subType === 'in') return [{ type: 'substitution-made', teamId, playersIn: [player], playersOut: [] }];
  if (action.subType === 'out') return [{ type: 'substitution-made', teamId, playersIn: [], playersOut: [player] }];
  return refuseAt(member(action.json, 'subType'), 'unknown-word', `expected in or out, found "${action.subType}"`);
};

export const period: Make = (_, action) => {
  if (action.subType === 'start') return [{ type: 'period-started', lengthMs: null }];
  if (action.subType === 'end') return [{ type: 'period-ended' }];
  return refuseAt(member(action.json, 'subType'), 'unknown-word', `expected start or end, found "${action.subType}"`);
};
