/**
 * FIBA LiveStats rows as our plays. Details are carried by the play their row points to.
 * Source: events.md §7, games/NOTES.
 */
import type { Doer, Helper, PlayerId, ShotQualifier, Spot, TeamId } from '@bball/engine';
import { member, numberOrNull, refuseAt } from '../json-value.ts';
import type { DraftBody, PlayDraft } from '../play-draft.ts';
import type { SheetPlayer, Sheets } from '../sheet.ts';
import { foulWordOf, freeThrowsOf } from './foul-word.ts';
import type { Links } from './links.ts';
import { personKey } from './roster.ts';
import type { Row } from './row.ts';
import { jumpBallWords, shotStyles, silentTypes, timeoutWords, turnoverKinds } from './words-table.ts';

export type Reading = {
  readonly sheets: Sheets;
  readonly players: ReadonlyMap<string, SheetPlayer>;
  readonly links: Links;
  readonly spots: ReadonlyMap<number, Spot> | null;
};

type Make = (reading: Reading, row: Row) => readonly DraftBody[];

const teamOrNull = ({ sheets }: Reading, row: Row): TeamId | null => {
  if (row.teamNumber === '') return null;
  for (const team of [sheets.home, sheets.away]) if (team.sourceId === row.teamNumber) return team.teamId;
  return refuseAt(member(row.json, 'tno'), 'unknown-team', `team ${row.teamNumber}, expected 1 or 2`);
};

const teamOf = (reading: Reading, row: Row): TeamId =>
  teamOrNull(reading, row) ?? refuseAt(member(row.json, 'tno'), 'unknown-team', `${row.type} of no team`);

const playerOf = ({ players }: Reading, { teamNumber, playerNumber }: Row): PlayerId | null =>
  players.get(personKey(teamNumber, playerNumber))?.playerId ?? null;

const doerOf = (reading: Reading, row: Row): Doer => playerOf(reading, row) ?? 'team';

const helperOf = (reading: Reading, row: Row): Helper => {
  const detail = reading.links.helperOf.get(row.index);
  return detail === undefined ? 'nobody' : (playerOf(reading, detail) ?? 'someone');
};

const has = ({ qualifiers }: Row, word: string): boolean => qualifiers.includes(word);

const shot: Make = (reading, row) => {
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
      style: shotStyles[row.subType] ?? null,
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

const freeThrow: Make = (reading, row) => [
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

const rebound: Make = (reading, row) => [
  {
    type: 'rebound-taken',
    teamId: teamOf(reading, row),
    by: doerOf(reading, row),
    side: row.subType.startsWith('offensive') ? 'offensive' : row.subType.startsWith('defensive') ? 'defensive' : null,
    deadBall: row.subType.endsWith('deadball'),
  },
];

const turnover: Make = (reading, row) => {
  if (reading.links.mergedTurnovers.has(row.index)) return [];
  const kind = turnoverKinds[row.subType] ?? null;
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

const foul: Make = (reading, row) => {
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

const substitution: Make = (reading, row) => {
  const player = playerOf(reading, row);
  if (player === null) return refuseAt(member(row.json, 'pno'), 'missing', 'a substitution of nobody');
  const teamId = teamOf(reading, row);
  if (row.subType === 'in') return [{ type: 'substitution-made', teamId, playersIn: [player], playersOut: [] }];
  if (row.subType === 'out') return [{ type: 'substitution-made', teamId, playersIn: [], playersOut: [player] }];
  return refuseAt(member(row.json, 'subType'), 'unknown-word', `expected in or out, found "${row.subType}"`);
};

const jumpBall: Make = (reading, row) => {
  if (reading.links.mergedTosses.has(row.index)) return [];
  const tosses = reading.links.tossOf.get(row.index) ?? [];
  const isAlone = row.subType === 'won' || row.subType === 'lost';
  const word = jumpBallWords[row.subType] ?? { reason: null, decidedBy: isAlone ? ('toss' as const) : null };
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

const timeout: Make = (reading, row) => [
  { type: 'timeout-called', teamId: teamOrNull(reading, row), kind: timeoutWords[row.subType] ?? 'full' },
];

const challenge: Make = (reading, row) => {
  const said = [row.subType, ...row.qualifiers];
  const result = said.includes('accepted') ? 'changed' : said.includes('rejected') ? 'stands' : null;
  return [{ type: 'review-called', teamId: teamOrNull(reading, row), result }];
};

const confirmed = (row: Row): readonly DraftBody[] => {
  const home = numberOrNull(member(row.json, 's1'));
  const away = numberOrNull(member(row.json, 's2'));
  return has(row, 'confirmed') && home !== null && away !== null ? [{ type: 'score-confirmed', home, away }] : [];
};

const period: Make = (_, row) => {
  if (row.subType === 'start') return [{ type: 'period-started', lengthMs: null }];
  if (row.subType === 'end') return [{ type: 'period-ended' }, ...confirmed(row)];
  return refuseAt(member(row.json, 'subType'), 'unknown-word', `expected start or end, found "${row.subType}"`);
};

const game: Make = (_, row) => (row.subType === 'end' ? confirmed(row) : []);

const nothing: Make = () => [];

const makers: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(silentTypes.map((type) => [type, nothing])),
  '2pt': shot,
  '3pt': shot,
  freethrow: freeThrow,
  rebound,
  turnover,
  foul,
  substitution,
  jumpball: jumpBall,
  timeout,
  headcoachchallenge: challenge,
  challenge,
  period,
  game,
};

export const playsOf = (reading: Reading, row: Row): readonly PlayDraft[] => {
  const make = makers[row.type];
  if (make === undefined) {
    return refuseAt(member(row.json, 'actionType'), 'unknown-word', `no such type of action: "${row.type}"`);
  }
  return make(reading, row).map((body, n) => ({
    key: n === 0 ? row.key : `${row.key}+${n}`,
    row: row.number,
    period: row.period,
    clockMs: row.clockMs,
    recordedAt: null,
    body,
    foulKey: reading.links.foulOf.get(row.index) ?? null,
  }));
};
