/**
 * EuroLeague rows as our plays. A made row is also an attempt; a row of a detail (assist, steal …) is carried by its play.
 * Source: events.md §7, games/NOTES.
 */
import type { Doer, Helper, PlayerId, TeamId } from '@bball/engine';
import { member, refuseAt } from '../json-value.ts';
import type { DraftBody, PlayDraft } from '../play-draft.ts';
import type { SheetPlayer, Sheets } from '../sheet.ts';
import type { Links } from './links.ts';
import { isStaffRow } from './roster.ts';
import type { Row } from './row.ts';
import type { ShotNote } from './shots.ts';
import { detailWords, foulWords, jumpBallWords, shotWords, timeoutWords } from './words-table.ts';

export type Reading = {
  readonly sheets: Sheets;
  readonly players: ReadonlyMap<string, SheetPlayer>;
  readonly links: Links;
  readonly noteOf: (row: Row) => ShotNote | null;
};

type Make = (reading: Reading, row: Row) => DraftBody | null;

const teamOrNull = ({ sheets, players }: Reading, row: Row): TeamId | null => {
  for (const team of [sheets.home, sheets.away]) if (team.sourceId === row.teamCode) return team.teamId;
  const player = players.get(row.personId);
  if (player !== undefined) return player.teamId;
  if (row.teamCode === '') return null;
  return refuseAt(
    member(row.json, 'CODETEAM'),
    'unknown-team',
    `team ${row.teamCode}, expected one of the two that play`,
  );
};

const teamOf = (reading: Reading, row: Row): TeamId =>
  teamOrNull(reading, row) ?? refuseAt(member(row.json, 'CODETEAM'), 'unknown-team', `${row.word} of no team`);

const playerOf = ({ players }: Reading, personId: string): PlayerId | null => players.get(personId)?.playerId ?? null;

const doerOf = (reading: Reading, row: Row): Doer => (row.personId === '' ? 'team' : playerOf(reading, row.personId));

const helperOf = ({ players, links }: Reading, row: Row): Helper => {
  const personId = links.helperOf.get(row.index);
  return personId === undefined ? 'nobody' : (players.get(personId)?.playerId ?? 'someone');
};

const shot: Make = (reading, row) => {
  const word = shotWords[row.word];
  if (word === undefined) return null;
  const note = reading.noteOf(row);
  const blocker = helperOf(reading, row);
  const isBlocked = reading.links.blocked.has(row.index) || row.word.endsWith('AB');
  return {
    type: 'field-goal-attempted',
    teamId: teamOf(reading, row),
    by: row.personId === '' ? null : playerOf(reading, row.personId),
    points: word.points,
    made: word.made,
    spot: note?.spot ?? null,
    style: word.style,
    assistedBy: word.made ? helperOf(reading, row) : 'nobody',
    blockedBy: word.made ? 'nobody' : blocker === 'nobody' && isBlocked ? 'someone' : blocker,
    qualifiers: note?.isFastBreak === true ? ['fast-break'] : [],
  };
};

const freeThrow: Make = (reading, row) => ({
  type: 'free-throw-attempted',
  teamId: teamOf(reading, row),
  by: playerOf(reading, row.personId),
  made: row.word === 'FTM',
  foulId: null,
  assistedBy: row.word === 'FTM' ? helperOf(reading, row) : 'nobody',
  qualifiers: reading.noteOf(row)?.isFastBreak === true ? ['fast-break'] : [],
});

const rebound: Make = (reading, row) => ({
  type: 'rebound-taken',
  teamId: teamOf(reading, row),
  by: doerOf(reading, row),
  side: row.word === 'O' ? 'offensive' : 'defensive',
  deadBall: false,
});

const turnover: Make = (reading, row) =>
  reading.links.mergedTurnovers.has(row.index)
    ? null
    : {
        type: 'turnover-committed',
        teamId: teamOf(reading, row),
        by: doerOf(reading, row),
        kind: null,
        stolenBy: helperOf(reading, row),
      };

const foul: Make = (reading, row) => {
  const word = foulWords[row.word];
  if (word === undefined) return null;
  const staff = word.bench ?? (row.personId.startsWith('AC_') ? 'bench' : 'coach');
  return {
    type: 'foul-committed',
    teamId: teamOf(reading, row),
    by: isStaffRow(row) ? staff : doerOf(reading, row),
    kind: word.kind,
    drawnBy: helperOf(reading, row),
    freeThrows: null,
    losesBall: reading.links.losesBall.has(row.index),
    qualifiers: [],
  };
};

const substitution: Make = (reading, row) => {
  const player = playerOf(reading, row.personId);
  if (player === null) return refuseAt(member(row.json, 'PLAYER_ID'), 'missing', 'a substitution of nobody');
  const isIn = row.word === 'IN';
  return {
    type: 'substitution-made',
    teamId: teamOf(reading, row),
    playersIn: isIn ? [player] : [],
    playersOut: isIn ? [] : [player],
  };
};

/** One toss a game: the first period's; later ones say nothing of what they were for. */
const jumpBall: Make = (reading, row) => {
  const isOpening = row.period === 1 && row.index <= 3;
  return {
    type: 'jump-ball-called',
    reason: isOpening ? 'period-start' : null,
    decidedBy: isOpening ? 'toss' : null,
    teamId: teamOrNull(reading, row),
    by: row.personId === '' ? null : playerOf(reading, row.personId),
    jumpers: { home: null, away: null },
  };
};

const timeout: Make = (reading, row) => ({
  type: 'timeout-called',
  teamId: teamOrNull(reading, row),
  kind: timeoutWords[row.word] ?? 'full',
});

const challenge: Make = (reading, row) => ({ type: 'review-called', teamId: teamOrNull(reading, row), result: null });

const nothing: Make = () => null;

const all = (keys: Iterable<string>, make: Make): readonly (readonly [string, Make])[] =>
  [...keys].map((key) => [key, make] as const);

const makers: ReadonlyMap<string, Make> = new Map([
  ...all(Object.keys(shotWords), shot),
  ...all(['FTM', 'FTA'], freeThrow),
  ...all(['O', 'D'], rebound),
  ...all(['TO'], turnover),
  ...all(Object.keys(foulWords), foul),
  ...all(['IN', 'OUT'], substitution),
  ...all(jumpBallWords, jumpBall),
  ...all(Object.keys(timeoutWords), timeout),
  ...all(['CCH'], challenge),
  ...all(['BP'], () => ({ type: 'period-started', lengthMs: null })),
  ...all(['EP', 'EG'], () => ({ type: 'period-ended' })),
  ...all(detailWords, nothing),
]);

export const playOf = (reading: Reading, row: Row): readonly PlayDraft[] => {
  const make = makers.get(row.word);
  if (make === undefined) {
    return refuseAt(member(row.json, 'PLAYTYPE'), 'unknown-word', `no such type of play: "${row.word}"`);
  }
  const body = make(reading, row);
  if (body === null) return [];
  const { key, number, period, clockMs } = row;
  const foulKey = reading.links.foulOf.get(row.index) ?? null;
  return [{ key, row: number, period, clockMs, recordedAt: null, body, foulKey }];
};
