import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoggedEvent } from '@bball/engine';
import fc from 'fast-check';
import { begin, row, sources } from '../../testing/euroleague-rows.ts';
import { problemOf, readOf } from '../../testing/reading.ts';
import { readEuroleague } from '../euroleague/read.ts';
import { readJsonLog } from './read.ts';
import { writeJsonLog } from './write.ts';

const game = readOf(
  readEuroleague(sources([[begin, row('2FGM', 'PA1', '09:00'), row('AS', 'PA2', '09:00'), row('IN', 'PA6', '08:00')]])),
);
const log = writeJsonLog(game.events);

test('a log that is written and read is the same log', () => {
  assert.deepEqual(readOf(readJsonLog(log)), game.events);
});

test('whatever an event holds comes back, also what this version does not know', () => {
  const extra = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
  const event = fc.record({ index: fc.nat({ max: game.events.length - 1 }), extra, seq: fc.option(fc.nat()) });
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), (picks) => {
      const events = picks.map(({ index, extra: fields, seq }, n) => {
        const known = game.events[index] as LoggedEvent;
        const whole = { ...fields, ...known, id: `${n}`, seq };
        return JSON.parse(JSON.stringify(whole)) as LoggedEvent;
      });
      const text = writeJsonLog(events);
      assert.deepEqual(readOf(readJsonLog(text)), events);
      assert.equal(writeJsonLog(readOf(readJsonLog(text))), text, 'written again, the same bytes');
    }),
  );
});

test('repeated lines, blank lines and the line ends of Windows are no fault', () => {
  const lines = log.trim().split('\n');
  const shuffled = [...lines, '', ...lines].join('\r\n');
  assert.equal(readOf(readJsonLog(shuffled)).length, 2 * game.events.length);
});

const [first = '', second = ''] = log.split('\n');

const faults: readonly {
  readonly says: string;
  readonly text: string;
  readonly code: string;
  readonly place: string;
}[] = [
  { says: 'nothing in it', text: '\n', code: 'empty', place: 'line 1' },
  { says: 'a cut last line', text: `${first}\n${second.slice(0, 40)}`, code: 'not-json', place: 'line 2' },
  { says: 'a line that is no event', text: `${first}\n\n[]`, code: 'wrong-type', place: 'line 3' },
  {
    says: 'a play without a place',
    text: second.replace('"place":', '"spot":'),
    code: 'missing',
    place: 'line 1.place',
  },
  {
    says: 'a rank that is none',
    text: second.replace(/"rank":"[^"]+"/, '"rank":"x-0"'),
    code: 'wrong-type',
    place: 'line 1.place.rank',
  },
  {
    says: 'two games',
    text: `${first}\n${second.replace(/"gameId":"[^"]+"/, '"gameId":"another"')}`,
    code: 'files-disagree',
    place: 'line 2.gameId',
  },
  {
    says: 'one id for two bodies',
    text: `${second}\n${second.replace(/"clockMs":\d+/, '"clockMs":1')}`,
    code: 'duplicate-row',
    place: 'line 2',
  },
];

for (const { says, text, code, place } of faults) {
  test(`a log with ${says} is refused at its line`, () => {
    const problem = problemOf(readJsonLog(text));
    assert.deepEqual([problem.code, problem.place], [code, place]);
  });
}
