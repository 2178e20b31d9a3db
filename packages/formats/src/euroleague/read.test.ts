import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLog, isPlay } from '@bball/engine';
import * as euroleague from '../../testing/euroleague-rows.ts';
import { begin, end, gameEnd, row } from '../../testing/euroleague-rows.ts';
import { idOf, playsOf, problemOf, readOf } from '../../testing/reading.ts';
import { readEuroleague } from './read.ts';

const read = (quarters: euroleague.Quarters, changes = {}) =>
  readOf(readEuroleague(euroleague.sources(quarters, changes)));

test('details are carried by the nearest play that can bear them, before or after it', () => {
  const game = read([
    [
      begin,
      row('AG', 'PA1', '09:40'),
      row('2FGA', 'PA1', '09:40'),
      row('FV', 'PB1', '09:40'),
      row('2FGM', 'PA2', '09:20'),
      row('AS', 'PA3', '09:18'),
      row('TO', 'PB2', '09:00'),
      row('ST', 'PA4', '08:58'),
      row('CM', 'PB3', '08:40'),
      row('RV', 'PA5', '08:40'),
    ],
  ]);
  const [missed, made] = playsOf(game.events, 'field-goal-attempted');
  assert.deepEqual([missed?.blockedBy, made?.assistedBy], [idOf(game, 'PB1'), idOf(game, 'PA3')]);
  assert.equal(playsOf(game.events, 'turnover-committed')[0]?.stolenBy, idOf(game, 'PA4'));
  assert.equal(playsOf(game.events, 'foul-committed')[0]?.drawnBy, idOf(game, 'PA5'));
  assert.deepEqual(game.orphans, []);
});

test('a detail keyed many seconds late still finds its play; one without any is told apart', () => {
  const game = read([[begin, row('TO', 'PB2', '09:48'), row('ST', 'PA4', '09:32'), row('AS', 'PA1', '09:00')]]);
  assert.equal(playsOf(game.events, 'turnover-committed')[0]?.stolenBy, idOf(game, 'PA4'));
  assert.deepEqual(game.orphans, [{ place: 'FirstQuarter[3]', word: 'AS' }]);
});

test('a shot that was blocked by nobody in the feed was blocked by someone', () => {
  const game = read([[begin, row('2FGA', 'PA1', '09:40'), row('AG', 'PA1', '09:40')]]);
  assert.equal(playsOf(game.events, 'field-goal-attempted')[0]?.blockedBy, 'someone');
});

test('FTH-1: an assist may belong to a throw', () => {
  const game = read([
    [
      begin,
      row('CM', 'PB1', '09:40'),
      row('RV', 'PA1', '09:40'),
      row('FTM', 'PA1', '09:40'),
      row('AS', 'PA2', '09:40'),
    ],
  ]);
  const [foul] = playsOf(game.events, 'foul-committed');
  const [thrown] = playsOf(game.events, 'free-throw-attempted');
  assert.deepEqual([thrown?.assistedBy, thrown?.foulId], [idOf(game, 'PA2'), foul?.id]);
});

test('an offensive foul takes its turnover along, another turnover of the player stays', () => {
  const game = read([
    [begin, row('TO', 'PA1', '09:50'), row('OF', 'PA1', '09:00'), row('TO', 'PA1', '09:00'), row('RV', 'PB1', '09:00')],
  ]);
  assert.equal(playsOf(game.events, 'turnover-committed').length, 1);
  assert.deepEqual(
    playsOf(game.events, 'foul-committed').map(({ kind, losesBall }) => [kind, losesBall]),
    [['offensive', true]],
  );
});

test('coach and bench have ids that are nobody’s, and every kind of foul has ours', () => {
  const game = read([
    [
      begin,
      row('C', 'CO_A', '09:50'),
      row('B', 'CO_A', '09:40'),
      row('CMD', 'AC_A', '09:30'),
      row('CMT', 'CO_B', '09:25'),
      row('CMU', 'PA1', '09:20'),
      row('CMTI', 'PA1', '09:10'),
      row('CMT', 'PA1', '09:00'),
    ],
  ]);
  assert.deepEqual(
    playsOf(game.events, 'foul-committed').map(({ by, kind }) => [by === idOf(game, 'PA1') ? 'PA1' : by, kind]),
    [
      ['coach', 'technical'],
      ['bench', 'technical'],
      ['bench', 'disqualifying'],
      ['coach', 'technical'],
      ['PA1', 'unsportsmanlike'],
      ['PA1', 'throw-in'],
      ['PA1', 'technical'],
    ],
  );
  assert.equal(Object.keys(game.people.players).length, 14);
});

test('a blank player on a rebound or a turnover is the team', () => {
  const game = read([[begin, row('O', 'A', '09:50'), row('D', 'B', '09:40'), row('TO', 'A', '09:30')]]);
  assert.deepEqual(
    playsOf(game.events, 'rebound-taken').map(({ by, side }) => [by, side]),
    [
      ['team', 'offensive'],
      ['team', 'defensive'],
    ],
  );
  assert.equal(playsOf(game.events, 'turnover-committed')[0]?.by, 'team');
});

test('words of older seasons are shots too', () => {
  const game = read([
    [
      begin,
      row('LAYUPMD', 'PA1', '09:50'),
      row('DUNK', 'PA1', '09:40'),
      row('2FGAB', 'PA1', '09:30'),
      row('LAYUPATT', 'PA1', '09:20'),
    ],
  ]);
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ made, style, blockedBy }) => [made, style, blockedBy]),
    [
      [true, 'layup', 'nobody'],
      [true, 'dunk', 'nobody'],
      [false, null, 'someone'],
      [false, 'layup', 'nobody'],
    ],
  );
});

const periodsAndClocks = (game: ReturnType<typeof read>) =>
  game.events.flatMap((event) =>
    isPlay(event) && event.type !== 'lineup-set' ? [[event.type, event.place.period, event.clockMs]] : [],
  );

test('overtimes share one list and are told apart by their beginnings and ends; what is keyed in a break belongs to the coming one', () => {
  const game = read([
    [begin, end],
    [begin, end],
    [begin, end],
    [begin, row('2FGM', 'PA1', '00:01'), end, row('IN', 'PA6', '05:00'), row('D', 'PB1', '00:00')],
    [
      row('OUT', 'PA1', '05:00'),
      begin,
      row('2FGM', 'PA1', '02:00'),
      end,
      row('IN', 'PB6', '05:00'),
      begin,
      row('2FGM', 'PB1', '00:30'),
      end,
      gameEnd,
      row('AS', 'PB2', '00:30'),
    ],
  ]);
  assert.deepEqual(periodsAndClocks(game).slice(6), [
    ['period-started', 4, 600_000],
    ['field-goal-attempted', 4, 1_000],
    ['period-ended', 4, 0],
    ['substitution-made', 5, 300_000],
    ['rebound-taken', 4, 0],
    ['substitution-made', 5, 300_000],
    ['period-started', 5, 300_000],
    ['field-goal-attempted', 5, 120_000],
    ['period-ended', 5, 0],
    ['substitution-made', 6, 300_000],
    ['period-started', 6, 300_000],
    ['field-goal-attempted', 6, 30_000],
    ['period-ended', 6, 0],
  ]);
  assert.equal(game.events.at(-1)?.type, 'game-finalized');
  assert.deepEqual(
    foldLog(game.gameId, game.events).game.periods.map(({ home, away }) => [home, away]),
    [
      [0, 0],
      [0, 0],
      [0, 0],
      [2, 0],
      [2, 0],
      [0, 2],
    ],
  );
});

test('PER-2: a late row of the last quarter keeps its period and clock, though it shows five minutes', () => {
  const game = read([
    [begin, end],
    [begin, end],
    [begin, end],
    [begin, gameEnd, row('2FGM', 'PA1', '05:00')],
  ]);
  assert.deepEqual(periodsAndClocks(game).at(-1), ['field-goal-attempted', 4, 300_000]);
});

test('a buzzer that some tables write as one second less than nothing is nothing', () => {
  const game = read([[begin, row('3FGA', 'PA1', '00:-1')]]);
  assert.equal(playsOf(game.events, 'field-goal-attempted')[0]?.clockMs, 0);
});

test('spots and fast breaks come from the file of shots, where number, type and player agree', () => {
  const shots = JSON.stringify({
    Rows: [
      { NUM_ANOT: 2, ID_ACTION: '2FGM', ID_PLAYER: 'PA1       ', COORD_X: -12, COORD_Y: 112, FASTBREAK: '1' },
      { NUM_ANOT: 3, ID_ACTION: 'FTM', ID_PLAYER: 'PA1       ', COORD_X: -1, COORD_Y: -1, FASTBREAK: '1' },
      { NUM_ANOT: 4, ID_ACTION: '3FGA', ID_PLAYER: 'PB1       ', COORD_X: 500, COORD_Y: 500, FASTBREAK: '0' },
    ],
  });
  const quarters = [[begin, row('2FGM', 'PA1', '09:00'), row('FTM', 'PA1', '09:00'), row('3FGA', 'PA2', '08:00')]];
  const game = read(quarters, { shots });
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ spot, qualifiers }) => [spot, qualifiers]),
    [
      [{ xCm: -12, yCm: 112 }, ['fast-break']],
      [null, []],
    ],
  );
  assert.deepEqual(playsOf(game.events, 'free-throw-attempted')[0]?.qualifiers, ['fast-break']);
  assert.ok(game.records.includes('spots'));
  assert.ok(!read(quarters).records.includes('spots'), 'without the file nothing is known of spots');
});

test('the roster is found by the code its players carry, whatever the order of the teams', () => {
  const game = read([[begin, row('2FGM', 'PB1', '09:00')]], { roster: euroleague.roster(['B', 'A']) });
  assert.deepEqual([game.people.home.name, game.people.away.name], ['Alpha', 'Beta']);
  const [home] = playsOf(game.events, 'lineup-set');
  assert.deepEqual(
    home?.players,
    [1, 2, 3, 4, 5].map((n) => idOf(game, `PA${n}`)),
  );
});

test('a roster that calls a team by another code is taken by its place, one of other teams only is refused', () => {
  const rows = [[begin, row('2FGM', 'PB1', '09:00')]];
  const renamed = euroleague.roster().replaceAll('"Team":"BBB"', '"Team":"BET"');
  assert.equal(Object.keys(read(rows, { roster: renamed }).people.players).length, 14);
  const twice = euroleague.roster(['A', 'A']);
  assert.deepEqual(problemOf(readEuroleague(euroleague.sources(rows, { roster: twice }))).code, 'files-disagree');
});

test('a season that leaves the list of extra time out is read all the same', () => {
  const { ExtraTime: _, ...rest } = JSON.parse(euroleague.playByPlay([[begin], [], [], []]));
  assert.equal(read([], { playByPlay: JSON.stringify(rest) }).events.length, 4);
});

test('two different rows may share a number, and get two ids', () => {
  const game = read([
    [begin, row('2FGM', 'PA1', '09:00', { NUMBEROFPLAY: 7 }), row('2FGM', 'PA2', '08:00', { NUMBEROFPLAY: 7 })],
  ]);
  assert.equal(new Set(game.events.map(({ id }) => id)).size, game.events.length);
});

test('a game without a name has ids made from how it begins, so that they stay as it grows', () => {
  const plays = Array.from({ length: 14 }, (_, n) => row('2FGA', 'PA1', `09:${40 - n}`));
  const [short, long] = [12, 14].map((n) => read([[begin, ...plays.slice(0, n)]], { gameName: null }));
  assert.equal(short?.gameId, long?.gameId);
  assert.deepEqual(long?.events.slice(0, short?.events.length), short?.events);
});

const faults: readonly {
  readonly says: string;
  readonly quarters: euroleague.Quarters;
  readonly code: string;
  readonly place: string;
}[] = [
  { says: 'no plays', quarters: [], code: 'empty', place: 'FirstQuarter' },
  {
    says: 'a type nobody knows',
    quarters: [[row('XYZ', 'PA1', '09:00')]],
    code: 'unknown-word',
    place: 'FirstQuarter[0].PLAYTYPE',
  },
  {
    says: 'a clock that is none',
    quarters: [[], [row('O', 'PA1', 'noon')]],
    code: 'wrong-type',
    place: 'SecondQuarter[0].MARKERTIME',
  },
  {
    says: 'a substitution of nobody',
    quarters: [[row('IN', 'A', '09:00')]],
    code: 'missing',
    place: 'FirstQuarter[0].PLAYER_ID',
  },
  {
    says: 'a foul of no team',
    quarters: [[row('CM', '', '09:00')]],
    code: 'unknown-team',
    place: 'FirstQuarter[0].CODETEAM',
  },
  {
    says: 'a row twice',
    quarters: [[row('O', 'PA1', '09:00', { NUMBEROFPLAY: 3 }), row('O', 'PA1', '09:00', { NUMBEROFPLAY: 3 })]],
    code: 'duplicate-row',
    place: 'FirstQuarter[1]',
  },
];

for (const { says, quarters, code, place } of faults) {
  test(`a file with ${says} is refused at its place`, () => {
    const problem = problemOf(readEuroleague(euroleague.sources(quarters)));
    assert.deepEqual([problem.code, problem.place], [code, place]);
  });
}

test('a missing quarter is a fault of the file, not an empty one', () => {
  const { ThirdQuarter: _, ...rest } = JSON.parse(euroleague.playByPlay([[begin]]));
  const problem = problemOf(readEuroleague(euroleague.sources([], { playByPlay: JSON.stringify(rest) })));
  assert.deepEqual([problem.code, problem.place], ['missing', 'ThirdQuarter']);
});
