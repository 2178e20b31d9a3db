import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog, writeLog } from '../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, freeThrowsDue, player, score, team } from '../testing/reading.ts';

test('SET-1: the entry said again changes what all its past plays show', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.roster('A', { playerId: 'A4', number: '00', spotId: 'spot-A4' });
  const result = fold(log);
  assert.deepEqual([player(result, 'A4').number, player(result, 'A4').pts], ['00', 2]);
});

test('SET-1: a late arrival is a new entry', () => {
  const log = startedLog();
  log.roster('A', { playerId: 'late', number: '51' });
  log.play('substitution-made', { teamId: 'A', playersIn: ['late'], playersOut: ['A4'] });
  log.made('A4', 2, { by: 'late' });
  const result = fold(log);
  assert.equal(player(result, 'late').pts, 2);
  assert.deepEqual(flagCodes(result), []);
});

test('SET-2: two that are each other’s end in one of them, and nothing is lost', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.roster('A', { playerId: 'A4', number: '4', sameAs: 'A5' });
  log.roster('A', { playerId: 'A5', number: '5', sameAs: 'A4' });
  log.made('A5', 3);
  const result = fold(log);
  assert.equal(team(result, 'A').totals.pts, 5);
  assert.equal(player(result, 'A4').pts, 5);
  assert.deepEqual(flagCodes(result, 'unknown-player'), []);
});

test('SET-2: who leads into a circle ends in it too', () => {
  const log = startedLog();
  log.made('A1', 2);
  log.roster('A', { playerId: 'A1', number: '1', sameAs: 'A5' });
  log.roster('A', { playerId: 'A4', number: '4', sameAs: 'A5' });
  log.roster('A', { playerId: 'A5', number: '5', sameAs: 'A4' });
  assert.equal(player(fold(log), 'A4').pts, 2);
});

test('SET-3: taken off the sheet, the plays stay and are flagged', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  log.roster('A', { playerId: 'A4', number: '4', listed: false });
  const result = fold(log);
  assert.deepEqual([player(result, 'A4').pts, player(result, 'A4').isListed], [2, false]);
  assert.deepEqual([...new Set(flagged(result, 'unlisted-player'))], [shot]);
});

test('SET-4: two set-ups unite their entries, for the rest the later stands', () => {
  const log = startedLog();
  const first = log.events[0];
  const entry = (playerId: string) => ({ playerId, spotId: null, number: '', sameAs: null, listed: true });
  log.fact('game-set-up', {
    ruleSet: 'nba-2025',
    rules: {},
    home: { teamId: 'A', roster: [entry('extra')], tracked: ['baskets'] },
    away: { teamId: 'B', roster: [], tracked: ['baskets'] },
  });
  const result = fold(log);
  assert.notEqual(first, undefined);
  assert.equal(result.game.ruleSet, 'nba-2025');
  assert.equal(player(result, 'extra').teamId, 'A');
  assert.equal(player(result, 'A4').teamId, 'A');
  assert.equal(flagCodes(result, 'set-up-twice').length > 0, true);
});

test('SET-4: without a set-up a log is folded all the same, and noted', () => {
  const log = writeLog('fiba-2024', { withSetUp: false });
  log.start(1);
  log.made('A4', 2);
  const result = fold(log);
  assert.equal(flagCodes(result, 'set-up-missing').length, 1);
  assert.equal(score(result), '0-0');
});

test('SET-6: rules changed hold from the beginning', () => {
  const log = startedLog();
  for (const number of [1, 2, 3, 4]) log.foul(`B${number}`, 'personal');
  assert.equal(freeThrowsDue(fold(log)), 'none');
  log.fact('rules-changed', {
    ruleSet: 'fiba-2024',
    rules: {
      bonus: {
        rows: [{ fromTeamFoul: 4, throws: 2, keepsBall: false }],
        late: null,
        overtimeFromTeamFoul: null,
        coversShooting: false,
      },
    },
  });
  assert.equal(freeThrowsDue(fold(log)), 'A 0/2');
});

test('FLG-4: an id on no sheet is credited on the side that was said, and flagged', () => {
  const log = startedLog();
  const shot = log.made('A4', 2, { by: 'nobody-knows' });
  const result = fold(log);
  assert.equal(score(result), '2-0');
  assert.equal(flagged(result, 'unknown-player').includes(shot), true);
});

test('FLG-4: a team that plays elsewhere is credited to nobody', () => {
  const log = startedLog();
  const shot = log.made('C4', 2);
  const result = fold(log);
  assert.equal(score(result), '0-0');
  assert.deepEqual(flagged(result, 'unknown-team'), [shot]);
});
