import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog, writeLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, values } from '../../testing/reading.ts';

test('LIN-1: on court are the last line-up and every change after it, over a break too', () => {
  const log = startedLog();
  log.substitution('A', [6], [5]);
  log.end();
  log.start(2);
  assert.deepEqual(fold(log).game.onCourt.home, ['A1', 'A2', 'A3', 'A4', 'A6']);
  log.lineup('A', [7, 8, 9, 10, 11]);
  assert.deepEqual(fold(log).game.onCourt.home, ['A10', 'A11', 'A7', 'A8', 'A9']);
});

test('LIN-2: starters are the first line-up of the first period', () => {
  const log = startedLog();
  log.lineup('A', [6, 7, 8, 9, 10]);
  const result = fold(log);
  assert.deepEqual([player(result, 'A1').isStarter, player(result, 'A6').isStarter], [true, false]);
});

test('LIN-2: where no line-up was said, time and plus/minus are unknown', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A4', 2);
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A4'), 'pts', 'playedMs', 'plusMinus'), [2, null, null]);
  assert.equal(player(result, 'A4').isStarter, null);
  assert.equal(result.game.onCourt.home, null);
});

test('LIN-3: in and out may come apart as long as nobody plays', () => {
  const log = startedLog();
  log.substitution('A', [6], []);
  log.substitution('A', [], [5]);
  log.made('A6', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('LIN-5: whoever went out may come back', () => {
  const log = startedLog();
  log.substitution('A', [6], [5]);
  log.substitution('A', [5], [6]);
  log.made('A5', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('LIN-6: played is who was on court, or has a credit', () => {
  const log = startedLog();
  log.made('A7', 2);
  const result = fold(log);
  assert.deepEqual(
    ['A1', 'A7', 'A8'].map((id) => player(result, id).hasPlayed),
    [true, true, false],
  );
});

test('LIN-4: time runs between the clocks of changes; a change without one takes the clock before it', () => {
  const log = startedLog();
  log.at(1, '7:00');
  log.made('B4', 2);
  log.substitution('A', [6], [5], { clockMs: null });
  log.end();
  const result = fold(log);
  assert.deepEqual([player(result, 'A5').playedMs, player(result, 'A6').playedMs], [180_000, 420_000]);
});

test('FLG-1: acting from the bench is flagged and credited', () => {
  const log = startedLog();
  const shot = log.made('A7', 2, { assistedBy: 'A8' });
  const result = fold(log);
  assert.deepEqual([player(result, 'A7').pts, player(result, 'A8').ast], [2, 1]);
  assert.deepEqual(flagged(result, 'not-on-court'), [shot, shot]);
});

test('FLG-1: where no line-up was said nobody is missed', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A7', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('FLG-2: four on court when a shot needs five', () => {
  const log = startedLog();
  log.substitution('A', [], [5]);
  assert.deepEqual(flagCodes(fold(log)), []);
  const shot = log.made('A4', 2);
  assert.deepEqual(flagged(fold(log), 'wrong-number-on-court'), [shot]);
});

test('FLG-2: three are right in 3x3', () => {
  const log = startedLog('fiba-3x3-2024', { rosterSize: 4 });
  log.made('A3', 1);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('FLG-3: in who is in, and out who is out', () => {
  const log = startedLog();
  const mismatch = log.substitution('A', [1], [9]);
  const result = fold(log);
  assert.deepEqual([...new Set(flagged(result, 'substitution-mismatch'))], [mismatch]);
});
