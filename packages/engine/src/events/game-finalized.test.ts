import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, score } from '../../testing/reading.ts';

test('GAM-1: after the final a play is folded all the same, and flagged', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.fact('game-finalized', { score: { home: 2, away: 0 } });
  assert.equal(fold(log).game.status, 'final');
  assert.deepEqual(flagCodes(fold(log)), []);
  const late = log.made('B4', 2);
  const result = fold(log);
  assert.equal(score(result), '2-2');
  assert.equal(flagged(result, 'play-after-final').includes(late), true);
});

test('GAM-1: of final and reopened the later stands', () => {
  const log = startedLog();
  log.fact('game-finalized', { score: null });
  log.fact('game-reopened', {});
  assert.equal(fold(log).game.status, 'live');
  log.fact('game-finalized', { score: null });
  assert.equal(fold(log).game.status, 'final');
});

test('GAM-3: a final score that is not ours is flagged until a play mends it', () => {
  const log = startedLog();
  log.made('A4', 2);
  const missed = log.missed('B4', 2);
  log.fact('game-finalized', { score: { home: 2, away: 2 } });
  assert.deepEqual(flagCodes(fold(log)), ['final-score-differs']);
  log.amend(missed, { made: true });
  assert.deepEqual(flagCodes(fold(log)), []);
});
