import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, type EventId, foldLog, isPlay, type LoggedEvent } from '@bball/engine';
import fc from 'fast-check';
import * as fiba from '../../testing/fiba-rows.ts';
import { type FibaRow, row } from '../../testing/fiba-rows.ts';
import { readOf } from '../../testing/reading.ts';
import { readFibaLivestats } from '../fiba-livestats/read.ts';
import { continueLog } from './continue-log.ts';

const numbered = (rows: readonly FibaRow[]): readonly FibaRow[] =>
  rows.map((fields, index) => ({ actionNumber: index + 1, ...fields }));

const read = (rows: readonly FibaRow[]): readonly LoggedEvent[] => readOf(readFibaLivestats(fiba.sources(rows))).events;

const rows = numbered([
  row('period', '', { subType: 'start', clock: '10:00:00' }),
  row('2pt', '1-1', { clock: '09:30:00' }),
  row('3pt', '2-1', { clock: '09:00:00', success: 0 }),
  row('rebound', '1-2', { subType: 'defensive', clock: '08:58:00' }),
  row('foul', '2-2', { subType: 'personal', qualifier: ['shooting', '2freethrow'], clock: '08:40:00' }),
  row('freethrow', '1-2', { subType: '1of2', clock: '08:40:00' }),
  row('freethrow', '1-2', { subType: '2of2', clock: '08:40:00' }),
  row('substitution', '2-2', { subType: 'out', clock: '08:40:00' }),
  row('substitution', '2-6', { subType: 'in', clock: '08:40:00' }),
  row('2pt', '2-6', { clock: '08:20:00' }),
  row('turnover', '1-3', { subType: 'badpass', clock: '08:00:00' }),
  row('period', '', { subType: 'end', clock: '00:00:00' }),
]);
const end = { ...row('game', '', { subType: 'end', clock: '00:00:00', s1: 4, s2: 2 }), actionNumber: 90 };

/** What a coach sees of a log; ranks and doubts apart. */
const seen = (events: readonly LoggedEvent[]): string => {
  const { game, teams, players } = foldLog(events[0]?.gameId as LoggedEvent['gameId'], events);
  return canonicalJson({ game, teams, players });
};

const typesOf = (events: readonly LoggedEvent[]): readonly string[] => events.map(({ type }) => type);

const change = (actionNumber: number, fields: FibaRow): readonly FibaRow[] =>
  rows.map((before) => (before.actionNumber === actionNumber ? { ...before, ...fields } : before));

test('the same feed again adds nothing', () => {
  assert.deepEqual(continueLog(read(rows), read(rows)), []);
  assert.deepEqual(continueLog(read([...rows, end]), read([...rows, end])), []);
});

test('a feed that has only grown adds the bytes that reading it whole gives', () => {
  const whole = read([...rows, end]);
  for (const length of [1, 5, 7, 9, 12]) {
    const earlier = read(rows.slice(0, length));
    assert.deepEqual([...earlier, ...continueLog(earlier, whole)], whole);
  }
});

test('a changed row is an amendment of its fields, the doer with his team', () => {
  const added = continueLog(read(rows), read(change(2, { pno: 4, clock: '09:31:00' })));
  const [amended] = added;
  assert.equal(added.length, 1);
  assert.deepEqual(amended?.type === 'play-amended' && Object.keys(amended.changes).sort(), [
    'by',
    'clockMs',
    'teamId',
  ]);
  assert.equal(seen([...read(rows), ...added]), seen(read(change(2, { pno: 4, clock: '09:31:00' }))));
});

test('a row that is gone is void, and restored when it is back', () => {
  const without = rows.filter(({ actionNumber }) => actionNumber !== 10);
  const [first, second] = [read(rows), read(without)];
  const voided = continueLog(first, second);
  assert.deepEqual(typesOf(voided), ['play-voided']);
  const restored = continueLog([...first, ...voided], first);
  assert.deepEqual(typesOf(restored), ['play-restored']);
  const again = continueLog([...first, ...voided, ...restored], second);
  assert.deepEqual(typesOf(again), ['play-voided']);
  assert.notEqual(again[0]?.id, voided[0]?.id);
});

test('a row put in between stands between its neighbours, and moves none of them', () => {
  const late = { ...row('2pt', '2-3', { clock: '08:50:00' }), actionNumber: 50 };
  const inserted = [...rows.slice(0, 4), late, ...rows.slice(4)];
  const added = continueLog(read(rows), read(inserted));
  assert.deepEqual(typesOf(added), ['field-goal-attempted']);
  assert.equal(seen([...read(rows), ...added]), seen(read(inserted)));
});

test('a row that has become another type is void, and a new play', () => {
  const changed = change(11, { actionType: '2pt', subType: 'layup', success: 0 });
  const added = continueLog(read(rows), read(changed));
  assert.deepEqual([...typesOf(added)].sort(), ['field-goal-attempted', 'play-voided']);
  assert.deepEqual(continueLog([...read(rows), ...added], read(changed)), []);
});

test('A-7: what comes after the end opens the game again and ends it anew', () => {
  const earlier = read([...rows, end]);
  const late = { ...row('2pt', '2-3', { clock: '00:01:00' }), actionNumber: 50 };
  const added = continueLog(earlier, read([...rows.slice(0, -1), late, ...rows.slice(-1), { ...end, s2: 4 }]));
  assert.deepEqual(typesOf(added), ['game-reopened', 'field-goal-attempted', 'game-finalized']);
  assert.equal(foldLog(earlier[0]?.gameId as never, [...earlier, ...added]).game.status, 'final');
});

test('what a person corrected stands, as long as the feed says what it said before', () => {
  const earlier = read(rows);
  const shot = earlier.find((event) => isPlay(event) && event.type === 'field-goal-attempted');
  const byHand = {
    ...(earlier[0] as LoggedEvent),
    type: 'play-voided',
    id: 'by-hand',
    deviceId: 'phone',
    deviceSeq: 1,
    afterSeq: earlier.length,
    seq: earlier.length + 1,
    playId: shot?.id,
  } as unknown as LoggedEvent;
  assert.deepEqual(continueLog([...earlier, byHand], earlier), []);
});

type Edit = {
  readonly at: number;
  readonly to: number;
  readonly how: 'remove' | 'move' | 'add' | 'other-player' | 'other-clock' | 'other-type';
};

const edited = (list: readonly FibaRow[], edits: readonly Edit[]): readonly FibaRow[] =>
  edits.reduce<readonly FibaRow[]>((before, { at, to, how }, index) => {
    const place = 1 + (at % (before.length - 2)); // the period keeps its beginning and end
    const other = 1 + (to % (before.length - 2));
    const fields = before[place] as FibaRow;
    if (how === 'remove') return before.length > 4 ? before.toSpliced(place, 1) : before;
    if (how === 'move') return before.toSpliced(place, 1).toSpliced(Math.min(other, before.length - 2), 0, fields);
    if (how === 'add')
      return before.toSpliced(place, 0, {
        ...row('2pt', `2-${1 + (to % 7)}`),
        actionNumber: 100 + index + at * 31 + to * 17,
      });
    if (how === 'other-player') return before.with(place, { ...fields, pno: 1 + (to % 7) });
    if (how === 'other-clock') return before.with(place, { ...fields, clock: `0${to % 10}:00:00` });
    return before.with(place, { ...fields, actionType: 'turnover', subType: 'travel', qualifier: [] });
  }, list);

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 40 }),
  to: fc.nat({ max: 40 }),
  how: fc.constantFrom('remove', 'move', 'add', 'other-player', 'other-clock', 'other-type'),
});

test('P5: however a feed changes, twice over, its log goes on to what the new feed folds to', () => {
  const edits = fc.array(edit, { maxLength: 5 });
  fc.assert(
    fc.property(edits, edits, (first, second) => {
      const once = edited(rows, first);
      const twice = edited(once, second);
      const log = read(rows);
      const longer = [...log, ...continueLog(log, read(once))];
      const longest = [...longer, ...continueLog(longer, read(twice))];
      assert.equal(seen(longer), seen(read(once)));
      assert.equal(seen(longest), seen(read(twice)));
      assert.equal(new Set(longest.map(({ id }) => id)).size, longest.length);
      assert.deepEqual(
        longest.map(({ seq }) => seq),
        longest.map((_, index) => index + 1),
      );
      assert.deepEqual(continueLog(longest, read(twice)), [], 'the same again adds nothing');
    }),
    { numRuns: 200 },
  );
});

test('events of one reading keep their ids in the next', () => {
  const ids = (events: readonly LoggedEvent[]): readonly EventId[] => events.map(({ id }) => id);
  assert.deepEqual(ids(read(change(2, { pno: 4 }))), ids(read(rows)));
});
