import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlay } from '@bball/engine';
import * as fiba from '../../testing/fiba-rows.ts';
import { row } from '../../testing/fiba-rows.ts';
import { idOf, playsOf, problemOf, readOf } from '../../testing/reading.ts';
import { readFibaLivestats } from './read.ts';

const read = (rows: readonly fiba.FibaRow[], extras: fiba.Extras = {}) =>
  readOf(readFibaLivestats(fiba.sources(rows, extras)));

test('the newest row stands first in the file and last in the log; a file the other way round is told by how it begins', () => {
  const rows = [row('game', '', { subType: 'start' }), row('2pt', '1-1'), row('3pt', '2-1')];
  const backwards = readOf(readFibaLivestats(fiba.sources([...rows].reverse())));
  const game = read(rows);
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ points }) => points),
    [2, 3],
  );
  assert.deepEqual(
    playsOf(backwards.events, 'field-goal-attempted').map(({ points }) => points),
    [2, 3],
  );
});

test('details are carried by the play their row points to, also when another stands nearer', () => {
  const game = read([
    row('2pt', '1-1'),
    row('2pt', '1-2'),
    row('assist', '1-3', { previousAction: 1 }),
    row('2pt', '2-1', { success: 0, qualifier: ['blocked'] }),
    row('block', '1-4', { previousAction: 4 }),
    row('turnover', '2-2', { subType: 'badpass' }),
    row('steal', '1-5', { previousAction: 6 }),
    row('foul', '2-3', { subType: 'personal', qualifier: ['shooting', '2freethrow'] }),
    row('foulon', '1-1', { previousAction: 8 }),
  ]);
  const shots = playsOf(game.events, 'field-goal-attempted');
  assert.deepEqual(
    shots.map(({ assistedBy, blockedBy }) => [assistedBy, blockedBy]),
    [
      [idOf(game, '1-3'), 'nobody'],
      ['nobody', 'nobody'],
      ['nobody', idOf(game, '1-4')],
    ],
  );
  assert.equal(playsOf(game.events, 'turnover-committed')[0]?.stolenBy, idOf(game, '1-5'));
  const [foul] = playsOf(game.events, 'foul-committed');
  assert.deepEqual([foul?.kind, foul?.freeThrows, foul?.drawnBy], ['shooting', 2, idOf(game, '1-1')]);
});

test('a detail that points nowhere goes to the nearest play that can bear it', () => {
  const game = read([
    row('2pt', '1-1'),
    row('assist', '1-3'),
    row('3pt', '1-1'),
    row('assist', '1-4', { previousAction: 99 }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ assistedBy }) => assistedBy),
    [idOf(game, '1-3'), idOf(game, '1-4')],
  );
});

test('FOU-3: the turnover that points to a foul is that foul’s, be it a player’s or the coach’s', () => {
  const game = read([
    row('foul', '1-1', { subType: 'offensive' }),
    row('turnover', '1-1', { subType: 'offensive', previousAction: 1 }),
    row('foul', '1-0', { subType: 'coachTechnical', qualifier: ['1freethrow'] }),
    row('turnover', '1-0', { subType: 'offensive', previousAction: 3 }),
    row('turnover', '1-2', { subType: 'offensive' }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'foul-committed').map(({ by, kind, losesBall }) => [by, kind, losesBall]),
    [
      [idOf(game, '1-1'), 'offensive', true],
      ['coach', 'technical', true],
    ],
  );
  assert.deepEqual(
    playsOf(game.events, 'turnover-committed').map(({ kind }) => kind),
    ['offensive-foul'],
  );
});

test('every foul of the public vocabulary has ours', () => {
  const words: readonly (readonly [string, string, readonly string[], string, string | null])[] = [
    ['personal', '1-1', ['double'], 'personal', 'player'],
    ['personal', '1-1', ['flagrant1', '2freethrow'], 'unsportsmanlike', 'player'],
    ['personal', '1-1', ['flagrant2'], 'disqualifying', 'player'],
    ['personal', '1-1', ['looseball'], 'loose-ball', 'player'],
    ['personal', '1-1', ['offtheball'], 'away-from-play', 'player'],
    ['personal', '1-1', ['clearpath'], 'clear-path', 'player'],
    ['personal', '1-1', ['oneandone'], 'personal', 'player'],
    ['technical', '1-1', ['classb'], 'technical-minor', 'player'],
    ['technical', '1-1', [], 'technical', 'player'],
    ['technical', '1-0', [], 'technical', 'bench'],
    ['adminTechnical', '1-0', [], 'technical-minor', 'team'],
    ['benchTechnical', '1-0', [], 'technical', 'bench'],
    ['coachDisqualifying', '1-0', [], 'disqualifying', 'coach'],
    ['unsportsmanlike', '1-1', [], 'unsportsmanlike', 'player'],
    ['disqualifying', '1-1', [], 'disqualifying', 'player'],
  ];
  const game = read(words.map(([subType, who, qualifier]) => row('foul', who, { subType, qualifier })));
  const player = idOf(game, '1-1');
  assert.deepEqual(
    playsOf(game.events, 'foul-committed').map(({ by, kind }) => [kind, by === player ? 'player' : by]),
    words.map(([, , , kind, by]) => [kind, by]),
  );
  const fouls = playsOf(game.events, 'foul-committed');
  assert.deepEqual(fouls[0]?.qualifiers, ['double']);
  assert.equal(fouls[6]?.freeThrows, 'one-and-one');
});

test('a trip keeps its foul, and goes to the one that brings as many throws', () => {
  const game = read([
    row('foul', '2-1', { subType: 'personal', qualifier: ['2freethrow'] }),
    row('foul', '2-0', { subType: 'benchTechnical', qualifier: ['1freethrow'] }),
    row('freethrow', '1-1', { subType: '1of1' }),
    row('freethrow', '1-2', { subType: '1of2' }),
    row('freethrow', '1-2', { subType: '2of2', success: 0 }),
  ]);
  const [personal, technical] = playsOf(game.events, 'foul-committed');
  assert.deepEqual(
    playsOf(game.events, 'free-throw-attempted').map(({ foulId, made }) => [foulId, made]),
    [
      [technical?.id, true],
      [personal?.id, true],
      [personal?.id, false],
    ],
  );
});

test('rebounds and turnovers of player 0 are the team’s, dead-ball rebounds said as such', () => {
  const game = read([
    row('rebound', '1-0', { subType: 'offensivedeadball' }),
    row('rebound', '2-0', { subType: 'defensive', qualifier: ['team'] }),
    row('turnover', '1-0', { subType: '24sec', qualifier: ['team'] }),
    row('turnover', '1-1', { subType: 'overandback' }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'rebound-taken').map(({ by, side, deadBall }) => [by, side, deadBall]),
    [
      ['team', 'offensive', true],
      ['team', 'defensive', false],
    ],
  );
  assert.deepEqual(
    playsOf(game.events, 'turnover-committed').map(({ by, kind }) => [by === 'team', kind]),
    [
      [true, 'shot-clock'],
      [false, 'backcourt'],
    ],
  );
});

test('the opening toss is one play with both jumpers, a held ball goes by the arrow', () => {
  const game = read([
    row('jumpball', '', { subType: 'startperiod' }),
    row('jumpball', '2-4', { subType: 'won', previousAction: 1 }),
    row('jumpball', '1-5', { subType: 'lost', previousAction: 1 }),
    row('jumpball', '1-0', { subType: 'heldball' }),
  ]);
  const [toss, held] = playsOf(game.events, 'jump-ball-called');
  assert.deepEqual([toss?.reason, toss?.decidedBy, toss?.teamId], ['period-start', 'toss', game.people.away.teamId]);
  assert.deepEqual(toss?.jumpers, { home: idOf(game, '1-5'), away: idOf(game, '2-4') });
  assert.deepEqual([held?.reason, held?.decidedBy, held?.teamId], ['held-ball', 'arrow', game.people.home.teamId]);
});

test('overtimes go on counting, and clocks keep their hundredths', () => {
  const game = read([
    row('2pt', '1-1', { period: 4, clock: '00:53:90' }),
    row('2pt', '1-1', { period: 1, periodType: 'OVERTIME' }),
    row('2pt', '1-1', { period: 2, periodType: 'OVERTIME' }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ place, clockMs }) => [place.period, clockMs]),
    [
      [4, 53_900],
      [5, 540_000],
      [6, 540_000],
    ],
  );
});

test('SET-5: a file that says another length of the game patches the rules', () => {
  const game = read([row('2pt', '1-1', { period: 1, periodType: 'OVERTIME' })], {
    game: { periodsMax: 2, periodLengthREGULAR: 20, periodLengthOVERTIME: '5' },
  });
  assert.deepEqual(game.events[0]?.type === 'game-set-up' && game.events[0].rules, {
    periods: { count: 2, lengthMs: 1_200_000 },
  });
  assert.equal(playsOf(game.events, 'field-goal-attempted')[0]?.place.period, 3);
});

test('spots are turned to the ring the team attacks in that period, a heave from afar included', () => {
  const shot = (actionNumber: number, x: number, y: number, per = 1) => ({
    actionNumber,
    x,
    y,
    per,
    perType: 'REGULAR',
  });
  const game = read(
    [1, 2, 3, 4].map((actionNumber) => row('3pt', '1-1', { actionNumber })),
    { home: { shot: [shot(1, 20, 30), shot(2, 5.625, 50), shot(3, 95, 50), shot(4, 80, 70, 2)] } },
  );
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ spot }) => spot),
    [
      { xCm: 300, yCm: 403 },
      { xCm: 0, yCm: 0 },
      { xCm: 0, yCm: 2503 },
      { xCm: 300, yCm: 403 },
    ],
  );
});

test('a file without shots records no spots, and the word for the paint stays', () => {
  const game = read([row('2pt', '1-1', { qualifier: ['pointsinthepaint', 'fastbreak'] })]);
  assert.ok(!game.records.includes('spots'));
  assert.deepEqual(playsOf(game.events, 'field-goal-attempted')[0]?.qualifiers, ['fast-break', 'paint']);
});

test('SCO-2: what the table confirmed is confirmed, and the end of the game is the end of the log', () => {
  const game = read([
    row('period', '', { subType: 'end', clock: '00:00:00', qualifier: ['confirmed'], s1: 20, s2: 18 }),
    row('game', '', { subType: 'end', clock: '00:00:00', qualifier: ['confirmed'], s1: 20, s2: 18 }),
    row('timeout', '1-0', { subType: 'commercial' }),
  ]);
  assert.deepEqual(game.events.map(({ type }) => type).slice(3), [
    'period-ended',
    'score-confirmed',
    'score-confirmed',
    'timeout-called',
    'game-finalized',
  ]);
  const last = game.events.at(-1);
  assert.deepEqual(last?.type === 'game-finalized' && last.score, { home: 20, away: 18 });
});

test('own baskets, challenges and rows without meaning for the numbers', () => {
  const game = read([
    row('2pt', '1-1', { subType: 'wrongbasket' }),
    row('headcoachchallenge', '1-0', { qualifier: ['accepted'] }),
    row('headcoachchallenge', '2-0', { qualifier: ['rejected'] }),
    row('possessionarrow', '1-0'),
  ]);
  assert.deepEqual(playsOf(game.events, 'field-goal-attempted')[0]?.qualifiers, ['own-basket']);
  assert.deepEqual(
    playsOf(game.events, 'review-called').map(({ result }) => result),
    ['changed', 'stands'],
  );
  assert.equal(game.events.filter(isPlay).length, 5);
});

test('numbers written as text are numbers', () => {
  const game = read([
    row('2pt', '1-1', { tno: '1', pno: '1', period: '2', success: '1', actionNumber: '9' }),
    row('assist', '1-2', { tno: '1', pno: '2', previousAction: '9', period: '2' }),
  ]);
  const [shot] = playsOf(game.events, 'field-goal-attempted');
  assert.deepEqual([shot?.made, shot?.place.period, shot?.assistedBy], [true, 2, idOf(game, '1-2')]);
});

test('people have their names, teams their codes, and ids are of this game alone', () => {
  const one = read([row('2pt', '1-1')]);
  const other = readOf(readFibaLivestats({ ...fiba.sources([row('2pt', '1-1')]), gameName: 'other' }));
  assert.deepEqual(
    [one.people.home.shortName, one.people.away.shortName, one.people.away.sourceId],
    ['DEV', 'ANGE', '2'],
  );
  assert.equal(one.people.players[idOf(one, '2-3')]?.name, 'First3 Last2');
  assert.notEqual(one.people.home.teamId, other.people.home.teamId);
});

const faults: readonly {
  readonly says: string;
  readonly text: string;
  readonly code: string;
  readonly place: string;
}[] = [
  { says: 'no teams', text: '{"pbp":[]}', code: 'empty', place: 'pbp' },
  { says: 'no plays', text: '{"tm":{}}', code: 'missing', place: 'pbp' },
  {
    says: 'one team only',
    text: JSON.stringify({ tm: { 1: { pl: {} } }, pbp: [row('2pt', '1-1', { actionNumber: 1 })] }),
    code: 'missing',
    place: 'tm.2',
  },
  {
    says: 'a type nobody knows',
    text: fiba.file([row('juggling', '1-1')]),
    code: 'unknown-word',
    place: 'pbp[0].actionType',
  },
  {
    says: 'a foul nobody knows',
    text: fiba.file([row('foul', '1-1', { subType: 'odd' })]),
    code: 'unknown-word',
    place: 'pbp[0].subType',
  },
  { says: 'a third team', text: fiba.file([row('2pt', '3-1')]), code: 'unknown-team', place: 'pbp[0].tno' },
  {
    says: 'a clock that is none',
    text: fiba.file([row('2pt', '1-1', { clock: '?' })]),
    code: 'wrong-type',
    place: 'pbp[0].clock',
  },
  {
    says: 'a row twice',
    text: fiba.file([row('2pt', '1-1', { actionNumber: 5 }), row('2pt', '1-1', { actionNumber: 5 })]),
    code: 'duplicate-row',
    place: 'pbp[0]',
  },
  {
    says: 'a length nobody plays',
    text: fiba.file([row('2pt', '1-1')], { game: { periodLengthREGULAR: 600 } }),
    code: 'wrong-type',
    place: 'periodLengthREGULAR',
  },
];

for (const { says, text, code, place } of faults) {
  test(`a file with ${says} is refused at its place`, () => {
    const problem = problemOf(readFibaLivestats({ ...fiba.sources([]), playByPlay: text }));
    assert.deepEqual([problem.code, problem.place], [code, place]);
  });
}
