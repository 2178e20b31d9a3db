/** Whatever is done to a file, a reader gives a game or a problem with a place: it never throws, and the game it gives can be folded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLog } from '@bball/engine';
import fc from 'fast-check';
import * as euroleague from '../testing/euroleague-rows.ts';
import * as fiba from '../testing/fiba-rows.ts';
import * as nba from '../testing/nba-rows.ts';
import { type FormatId, formatIds, type Sources } from './game-read.ts';
import { readGame } from './read-game.ts';

const { row } = euroleague;

const whole: Readonly<Record<FormatId, Sources>> = {
  'nba-live': nba.sources([
    nba.period('start'),
    nba.row('jumpball', {
      subType: 'recovered',
      descriptor: 'startperiod',
      teamId: 1,
      personId: 11,
      jumpBallWonPersonId: 12,
    }),
    nba.shot(1, 11, { shotResult: 'Made', assistPersonId: 12, xLegacy: 1, yLegacy: 2, scoreHome: '2', scoreAway: '0' }),
    nba.shot(2, 21, { blockPersonId: 13 }),
    nba.row('block', { teamId: 1, personId: 13 }),
    nba.row('rebound', { subType: 'defensive', teamId: 1 }),
    nba.foul(2, 22, { descriptor: 'shooting', qualifiers: ['2freethrow'], foulDrawnPersonId: 11 }),
    nba.freeThrow(1, 11, { subType: '1 of 2' }),
    nba.substitution(2, 'out', 22),
    nba.substitution(2, 'in', 26),
    nba.freeThrow(1, 11, { subType: '2 of 2', shotResult: 'Missed' }),
    nba.row('turnover', { subType: 'bad pass', teamId: 2, personId: 26, stealPersonId: 14 }),
    nba.row('timeout', { subType: 'challenge', teamId: 2 }),
    nba.period('end'),
    nba.row('game', { subType: 'end', scoreHome: '3', scoreAway: '0' }),
  ]),
  euroleague: euroleague.sources([
    [euroleague.begin, row('JB', 'A', '09:59'), row('2FGM', 'PA1', '09:30'), row('AS', 'PA2', '09:30'), euroleague.end],
    [
      row('IN', 'PA6', '10:00'),
      euroleague.begin,
      row('CM', 'PB1', '09:00'),
      row('RV', 'PA1', '09:00'),
      row('FTM', 'PA1', '09:00'),
    ],
    [euroleague.begin, row('OF', 'PA1', '05:00'), row('TO', 'PA1', '05:00'), row('C', 'CO_B', '05:00')],
    [euroleague.begin, row('3FGA', 'PB2', '00:01'), row('O', 'B', '00:00'), euroleague.end],
    [
      euroleague.begin,
      row('2FGA', 'PB2', '01:00'),
      row('AG', 'PB2', '01:00'),
      row('FV', 'PA3', '01:00'),
      euroleague.gameEnd,
    ],
  ]),
  'fiba-livestats': fiba.sources(
    [
      fiba.row('period', '', { subType: 'start', clock: '10:00:00' }),
      fiba.row('jumpball', '', { subType: 'startperiod' }),
      fiba.row('jumpball', '1-1', { subType: 'won', previousAction: 2 }),
      fiba.row('2pt', '1-1'),
      fiba.row('assist', '1-2', { previousAction: 4 }),
      fiba.row('foul', '2-1', { subType: 'personal', qualifier: ['2freethrow'] }),
      fiba.row('foulon', '1-1', { previousAction: 6 }),
      fiba.row('freethrow', '1-1', { subType: '1of2' }),
      fiba.row('substitution', '2-1', { subType: 'out' }),
      fiba.row('substitution', '2-6', { subType: 'in' }),
      fiba.row('freethrow', '1-1', { subType: '2of2', success: 0 }),
      fiba.row('rebound', '2-0', { subType: 'defensive' }),
      fiba.row('game', '', { subType: 'end', qualifier: ['confirmed'] }),
    ],
    { home: { shot: [{ actionNumber: 4, x: 20, y: 40, per: 1, perType: 'REGULAR' }] } },
  ),
};

type Spot = readonly [container: Record<string, unknown> | unknown[], key: string];

const spotsIn = (value: unknown): readonly Spot[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.keys(value).flatMap((key): readonly Spot[] => [
        [value as Record<string, unknown>, key],
        ...spotsIn((value as Record<string, unknown>)[key]),
      ]);

const nonsense = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'x',
  '0',
  'PT',
  0,
  -1,
  1.5,
  1e99,
  true,
  [],
  {},
  ['x'],
  '\u0000',
);
const blow = fc.record({ at: fc.nat(), what: nonsense, how: fc.constantFrom('replace', 'repeat', 'remove') });

/** A copy of the file with one place changed. */
const struck = (
  text: string,
  { at, what, how }: { readonly at: number; readonly what: unknown; readonly how: string },
): string => {
  const file: unknown = JSON.parse(text);
  const spots = spotsIn(file);
  const spot = spots[at % spots.length];
  if (spot === undefined) return text;
  const [container, key] = spot;
  if (Array.isArray(container) && how !== 'replace')
    container.splice(Number(key), how === 'remove' ? 1 : 0, ...(how === 'remove' ? [] : [container[Number(key)]]));
  else (container as Record<string, unknown>)[key] = what;
  return JSON.stringify(file);
};

for (const format of formatIds) {
  test(`${format}: the whole file is read, with every detail at its play`, () => {
    const read = readGame(format, whole[format]);
    assert.ok(read.ok);
    assert.deepEqual(read.value.orphans, []);
    assert.ok(Object.values(foldLog(read.value.gameId, read.value.events).players).some(({ pts }) => (pts ?? 0) > 0));
  });

  test(`${format}: a file struck anywhere is a game or a problem with a place, never a throw`, () => {
    fc.assert(
      fc.property(fc.array(blow, { minLength: 1, maxLength: 3 }), (blows) => {
        const playByPlay = blows.reduce(struck, whole[format].playByPlay);
        const read = readGame(format, { ...whole[format], playByPlay });
        if (!read.ok) return assert.ok(read.problem.place !== '' && read.problem.message !== '');
        const { events, gameId } = read.value;
        assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
        assert.deepEqual(
          events.map(({ seq }) => seq),
          events.map((_, index) => index + 1),
        );
        assert.equal(foldLog(gameId, events).revision, events.length);
      }),
      { numRuns: 300 },
    );
  });

  test(`${format}: a file cut off anywhere is no game`, () => {
    const { playByPlay } = whole[format];
    fc.assert(
      fc.property(fc.nat({ max: playByPlay.length - 1 }), (length) => {
        const read = readGame(format, { ...whole[format], playByPlay: playByPlay.slice(0, length) });
        assert.ok(!read.ok && read.problem.code === 'not-json');
      }),
    );
  });
}
