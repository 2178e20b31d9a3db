import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, team } from '../../testing/reading.ts';

test('FLG-5: an assist by an opponent or by oneself credits nobody, and is flagged', () => {
  const log = startedLog();
  const opponent = log.made('A4', 2, { assistedBy: 'B1' });
  const oneself = log.made('B4', 2, { assistedBy: 'B4' });
  const result = fold(log);
  assert.deepEqual([team(result, 'A').totals.ast, team(result, 'B').totals.ast], [0, 0]);
  assert.deepEqual([...new Set(flagged(result, 'own-helper'))], [opponent, oneself]);
});

test('FLG-5: so does a steal or a block by a team-mate', () => {
  const log = startedLog();
  log.turnover('A4', 'bad-pass', { stolenBy: 'A1' });
  log.missed('B4', 2, { blockedBy: 'B1' });
  const result = fold(log);
  assert.deepEqual([player(result, 'A1').stl, player(result, 'B1').blk], [0, 0]);
  assert.equal(flagCodes(result, 'own-helper').length, 2);
});

test('FLG-11: the same basket keyed by two who did not know of each other', () => {
  const log = startedLog();
  log.at(1, '5:00');
  const seen = log.events.length;
  const first = log.made('A4', 2);
  const second = log.made('A4', 2, { device: 'phone-2', afterSeq: seen, clockMs: 298_000 });
  const named = flagged(fold(log), 'possible-duplicate');
  assert.deepEqual([...named].sort(), [first, second]);
  log.void(second);
  assert.deepEqual(flagCodes(fold(log), 'possible-duplicate'), []);
});

test('FLG-11: two baskets that knew of each other, or of two players, are two baskets', () => {
  const knew = startedLog();
  knew.made('A4', 2);
  knew.made('A4', 2, { device: 'phone-2' });
  assert.deepEqual(flagCodes(fold(knew), 'possible-duplicate'), []);
  const others = startedLog();
  const seen = others.events.length;
  others.made('A4', 2);
  others.made('A5', 2, { device: 'phone-2', afterSeq: seen });
  assert.deepEqual(flagCodes(fold(others), 'possible-duplicate'), []);
});

test('FLG-12: a basket without its shooter is an open question, a helper that was not said is none', () => {
  const log = startedLog();
  const shot = log.made('A?', 2, { assistedBy: null });
  log.made('B4', 2, { assistedBy: null });
  assert.deepEqual(flagged(fold(log), 'unassigned'), [shot]);
  log.amend(shot, { by: 'A4' });
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('FLG-12: where scorers are not kept nobody asks for them', () => {
  const log = startedLog('fiba-2024', { tracked: ['baskets'] });
  log.made('A?', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('FLG-13: an event of a newer app is kept and noted', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.fact('deflection-recorded' as never, { teamId: 'A', by: 'A4' });
  const result = fold(log);
  assert.deepEqual(flagCodes(result), ['event-type-unknown']);
  assert.equal(result.revision, log.events.length);
  assert.equal(result.game.isDegraded, false);
});

test('FLG-14: where bytes could not be read the game is degraded, and everything else counts', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.fact('event-unreadable' as never, {});
  log.made('B4', 3);
  const result = fold(log);
  assert.deepEqual(flagCodes(result), ['event-unreadable']);
  assert.deepEqual(result.game.score, { home: 2, away: 3 });
  assert.equal(result.game.isDegraded, true);
});
