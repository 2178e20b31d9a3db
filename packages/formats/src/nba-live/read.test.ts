import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLog } from '@bball/engine';
import * as nba from '../../testing/nba-rows.ts';
import { away, foul, freeThrow, home, period, row, shot, substitution } from '../../testing/nba-rows.ts';
import { idOf, playsOf, problemOf, readOf } from '../../testing/reading.ts';
import { readNbaLive } from './read.ts';

const read = (rows: readonly nba.NbaRow[], changes = {}) => readOf(readNbaLive(nba.sources(rows, changes)));

test('a basket carries its assist, its style and its spot in centimetres from the ring', () => {
  const game = read([
    shot(home, 11, {
      actionType: '3pt',
      shotResult: 'Made',
      assistPersonId: 12,
      descriptor: 'step back',
      xLegacy: -100,
      yLegacy: 230,
    }),
  ]);
  const [play] = playsOf(game.events, 'field-goal-attempted');
  assert.equal(play?.by, idOf(game, 11));
  assert.equal(play?.assistedBy, idOf(game, 12));
  assert.deepEqual([play?.points, play?.made, play?.style], [3, true, 'step-back']);
  assert.deepEqual(play?.spot, { xCm: -305, yCm: 701 });
  assert.equal(play?.blockedBy, 'nobody');
});

test('a block is counted once, whether the shot names the blocker or only the row beside it does', () => {
  const game = read([
    shot(home, 11, { blockPersonId: 21 }),
    row('block', { teamId: away, personId: 21 }),
    shot(home, 12),
    row('block', { teamId: away, personId: 22 }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ blockedBy }) => blockedBy),
    [idOf(game, 21), idOf(game, 22)],
  );
  assert.deepEqual(game.orphans, []);
});

test('a steal that no turnover can bear is told apart, not invented', () => {
  const game = read([row('steal', { teamId: away, personId: 21 })]);
  assert.deepEqual(game.orphans, [{ place: 'game.actions[0]', word: 'steal' }]);
});

test('an offensive foul and its turnover are one foul that loses the ball', () => {
  const game = read([
    foul(home, 11, { subType: 'offensive', descriptor: 'charge', foulDrawnPersonId: 21 }),
    row('turnover', { subType: 'offensive foul', teamId: home, personId: 11 }),
  ]);
  const [play] = playsOf(game.events, 'foul-committed');
  assert.deepEqual([play?.kind, play?.losesBall, play?.freeThrows], ['offensive', true, 0]);
  assert.equal(play?.drawnBy, idOf(game, 21));
  assert.equal(playsOf(game.events, 'turnover-committed').length, 0);
});

test('the throw of a technical goes to the technical, those around it to the foul before', () => {
  const game = read([
    foul(away, 21, { descriptor: 'shooting', qualifiers: ['2freethrow'] }),
    foul(away, 99, { subType: 'technical', qualifiers: ['1freethrow'] }),
    freeThrow(home, 12, { descriptor: 'technical' }),
    freeThrow(home, 11, { subType: '1 of 2' }),
    freeThrow(home, 11, { subType: '2 of 2', shotResult: 'Missed' }),
  ]);
  const [shooting, technical] = playsOf(game.events, 'foul-committed');
  assert.deepEqual(
    playsOf(game.events, 'free-throw-attempted').map(({ foulId }) => foulId),
    [technical?.id, shooting?.id, shooting?.id],
  );
  assert.equal(technical?.by, 'coach', 'somebody on no sheet sits on the bench');
});

test('throws that stand before their foul in the feed find it at the same clock', () => {
  const game = read([
    freeThrow(home, 11, { subType: '1 of 2' }),
    freeThrow(home, 11, { subType: '2 of 2' }),
    foul(away, 21, { descriptor: 'shooting', qualifiers: ['2freethrow'] }),
  ]);
  const [late] = playsOf(game.events, 'foul-committed');
  assert.deepEqual(
    playsOf(game.events, 'free-throw-attempted').map(({ foulId }) => foulId),
    [late?.id, late?.id],
  );
});

test('FGA-6: a missed heave is nobody’s shot and no attempt of a player', () => {
  const game = read([row('heave', { shotResult: 'Missed', teamId: home })]);
  const [play] = playsOf(game.events, 'field-goal-attempted');
  assert.deepEqual([play?.by, play?.points, play?.qualifiers], [null, 3, ['heave']]);
});

test('REB-3: a rebound of nobody is the team’s, dead ball or not', () => {
  const game = read([
    row('rebound', { subType: 'offensive', teamId: home, qualifiers: ['team', 'deadball'] }),
    row('rebound', { subType: 'defensive', teamId: away, personId: 'team' }),
    row('rebound', { subType: 'defensive', teamId: away, personId: '21' }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'rebound-taken').map(({ by, side, deadBall }) => [by, side, deadBall]),
    [
      ['team', 'offensive', true],
      ['team', 'defensive', false],
      [idOf(game, 21), 'defensive', false],
    ],
  );
});

test('words are read however a season spells them', () => {
  const game = read([
    row('turnover', { subType: 'outofbounds', descriptor: 'lostball', teamId: home, personId: 11 }),
    row('turnover', { subType: 'out-of-bounds', descriptor: 'bad pass', teamId: home, personId: 11 }),
    row('turnover', { subType: 'LaneViolation', teamId: home, personId: 11 }),
    row('turnover', { subType: '5-second-violation', teamId: home }),
    row('turnover', { subType: 'something new', teamId: home, personId: 11 }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'turnover-committed').map(({ kind, by }) => [kind, by === 'team']),
    [
      ['ball-handling', false],
      ['bad-pass', false],
      ['lane', false],
      ['five-seconds', true],
      [null, false],
    ],
  );
});

test('every kind of foul of the public vocabulary has ours', () => {
  const words: readonly (readonly [string, string, string])[] = [
    ['personal', 'flagrant-type-1', 'unsportsmanlike'],
    ['personal', 'flagrant-type-2', 'disqualifying'],
    ['personal', 'clear-path', 'clear-path'],
    ['personal', 'away-from-play', 'away-from-play'],
    ['personal', 'take', 'take'],
    ['personal', 'transition take', 'take'],
    ['personal', 'inbound', 'throw-in'],
    ['personal', 'loose ball', 'loose-ball'],
    ['personal', 'block', 'personal'],
    ['technical', 'taunting', 'technical'],
    ['technical', 'hanging', 'technical-minor'],
    ['technical', 'excess-timeout', 'technical-minor'],
    ['technical', 'delay', 'technical-minor'],
    ['technical', 'defensive-3-second', 'technical-minor'],
  ];
  const game = read(words.map(([subType, descriptor]) => foul(home, 11, { subType, descriptor })));
  assert.deepEqual(
    playsOf(game.events, 'foul-committed').map(({ kind }) => kind),
    words.map(([, , kind]) => kind),
  );
});

test('double fouls, challenges, ejections and replays are said as such', () => {
  const game = read([
    foul(home, 11, { descriptor: 'double' }),
    row('timeout', { subType: 'challenge', teamId: home }),
    row('ejection', { subType: 'second technical', teamId: away, personId: 99 }),
    row('instantreplay', { subType: 'overturned' }),
    row('stoppage', { subType: 'blood rule' }),
    row('memo', {}),
  ]);
  assert.deepEqual(playsOf(game.events, 'foul-committed')[0]?.qualifiers, ['double']);
  assert.equal(playsOf(game.events, 'timeout-called')[0]?.kind, 'full');
  assert.deepEqual(
    playsOf(game.events, 'review-called').map(({ teamId, result }) => [teamId !== null, result]),
    [
      [true, null],
      [false, 'changed'],
    ],
  );
  assert.equal(playsOf(game.events, 'person-ejected')[0]?.who, 'coach');
});

test('adjacent rows of one team at one clock are one substitution', () => {
  const game = read([
    substitution(home, 'out', 11),
    substitution(home, 'in', 16),
    substitution(away, 'out', 21),
    substitution(home, 'out', 12),
    substitution(home, 'in', 17, { clock: 'PT09M00.00S' }),
  ]);
  assert.deepEqual(
    playsOf(game.events, 'substitution-made').map(({ playersIn, playersOut }) => [playersIn.length, playersOut.length]),
    [
      [1, 1],
      [0, 1],
      [0, 1],
      [1, 0],
    ],
  );
});

test('rows are taken in the feed’s own order, not in that of their entry', () => {
  const game = read([shot(home, 11, { orderNumber: 20_000 }), shot(home, 12, { orderNumber: 10_000 })]);
  assert.deepEqual(
    playsOf(game.events, 'field-goal-attempted').map(({ by }) => by),
    [idOf(game, 12), idOf(game, 11)],
  );
});

test('the roster says who starts and what people are called, and its statistics are not even looked at', () => {
  const game = read([period('start')], {
    roster: nba.roster().replaceAll('"played":"1"', '"statistics":"none of these"'),
  });
  assert.deepEqual([game.people.home.name, game.people.away.shortName], ['Brooklyn Nets', 'GSW']);
  assert.equal(game.startsAt, '2026-01-01T00:00:00.000Z');
  const [fives] = playsOf(game.events, 'lineup-set');
  assert.deepEqual(
    fives?.players,
    [11, 12, 13, 14, 15].map((id) => idOf(game, id)),
  );
  assert.equal(Object.keys(game.people.players).length, 14);
});

test('without a roster, sides and starters are read off the plays', () => {
  const rows = [
    period('start'),
    ...[21, 22, 23, 24, 25].map((id) => shot(away, id, { shotResult: 'Made', scoreHome: '0', scoreAway: '2' })),
    ...[11, 12, 13, 14, 15].map((id) => shot(home, id)),
    substitution(home, 'out', 11),
    substitution(home, 'in', 16),
    shot(home, 16),
  ];
  const game = read(rows, { roster: null });
  assert.deepEqual([game.people.home.name, game.people.away.name], ['BKN', 'GSW']);
  const fives = playsOf(game.events, 'lineup-set').map(({ players }) => players);
  assert.deepEqual(fives, [
    [11, 12, 13, 14, 15].map((id) => idOf(game, id)),
    [21, 22, 23, 24, 25].map((id) => idOf(game, id)),
  ]);
  assert.equal(foldLog(game.gameId, game.events).players[idOf(game, 16)]?.isStarter, false);
});

test('a game numbered 10… is played by the rules of the WNBA, and by the clock it starts with', () => {
  const rows = [period('start', { clock: 'PT08M00.00S' })];
  const game = read(rows, { playByPlay: nba.playByPlay(rows, '1022500001'), roster: nba.roster('1022500001') });
  assert.equal(game.ruleSet, 'wnba-2025');
  assert.deepEqual(game.events[0]?.type === 'game-set-up' && game.events[0].rules, {
    periods: { count: 4, lengthMs: 480_000 },
  });
});

test('somebody in the plays who is not on the roster is added unlisted, with every number', () => {
  const game = read([shot(home, 88, { shotResult: 'Made' })]);
  const line = foldLog(game.gameId, game.events).players[idOf(game, 88)];
  assert.deepEqual([line?.pts, line?.isListed], [2, false]);
});

test('reading twice repeats: the same bytes, and a longer feed keeps the ids of its earlier rows', () => {
  const rows = [period('start'), shot(home, 11), shot(away, 21)];
  const [first, again] = [read(rows), read(rows)];
  const longer = read([...rows, shot(home, 12)]);
  assert.deepEqual(first, again);
  assert.deepEqual(longer.events.slice(0, first.events.length), first.events);
});

const faults: readonly {
  readonly says: string;
  readonly text: string;
  readonly code: string;
  readonly place: string;
}[] = [
  { says: 'cut off', text: nba.playByPlay([shot(home, 11)]).slice(0, -20), code: 'not-json', place: '$' },
  { says: 'another kind of file', text: '{"meta":{}}', code: 'missing', place: 'game' },
  { says: 'no list of actions', text: '{"game":{"gameId":"1"}}', code: 'missing', place: 'game.actions' },
  { says: 'an empty list', text: nba.playByPlay([]), code: 'empty', place: 'game.actions' },
  {
    says: 'a period in words',
    text: nba.playByPlay([shot(home, 11, { period: 'first' })]),
    code: 'wrong-type',
    place: 'game.actions[0].period',
  },
  {
    says: 'a clock that is none',
    text: nba.playByPlay([shot(home, 11, { clock: 'half past' })]),
    code: 'wrong-type',
    place: 'game.actions[0].clock',
  },
  {
    says: 'a type nobody knows',
    text: nba.playByPlay([row('halfcourt-dance')]),
    code: 'unknown-word',
    place: 'game.actions[0].actionType',
  },
  {
    says: 'a kind of foul nobody knows',
    text: nba.playByPlay([foul(home, 11, { subType: 'impolite' })]),
    code: 'unknown-word',
    place: 'game.actions[0].subType',
  },
  { says: 'a third team', text: nba.playByPlay([shot(3, 31)]), code: 'unknown-team', place: 'game.actions[0].teamId' },
  {
    says: 'a row twice',
    text: nba.playByPlay([shot(home, 11), shot(home, 11, { actionNumber: 1, orderNumber: 10_000 })]),
    code: 'duplicate-row',
    place: 'game.actions[1]',
  },
  {
    says: 'a shot that neither fell nor missed',
    text: nba.playByPlay([shot(home, 11, { shotResult: 'Maybe' })]),
    code: 'unknown-word',
    place: 'game.actions[0].shotResult',
  },
];

for (const { says, text, code, place } of faults) {
  test(`a file with ${says} is refused at its place`, () => {
    const problem = problemOf(readNbaLive(nba.sources([], { playByPlay: text })));
    assert.deepEqual([problem.code, problem.place], [code, place]);
  });
}

test('a roster of another game is refused', () => {
  const problem = problemOf(readNbaLive(nba.sources([shot(home, 11)], { roster: nba.roster('0022500001') })));
  assert.deepEqual([problem.code, problem.file], ['files-disagree', 'roster']);
});
