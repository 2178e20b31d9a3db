import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, playOf, score } from '../testing/reading.ts';
import { resultHash } from './snapshot.ts';

test('COR-1: team and doer are one group, every other field its own', () => {
  const log = startedLog();
  const shot = log.made('A4', 2, { assistedBy: 'A1' });
  log.amend(shot, { teamId: 'B', by: 'B4', assistedBy: 'nobody' });
  log.amend(shot, { points: 3 });
  const result = fold(log);
  assert.equal(score(result), '0-3');
  assert.deepEqual(playOf(result, shot).firstSaid, { teamId: 'A', by: 'A4', assistedBy: 'A1', points: 2 });
});

test('COR-1: a play moves to another place by its period and rank', () => {
  const log = startedLog();
  const early = log.made('A4', 2);
  const late = log.made('B4', 2);
  const { place } = playOf(fold(log), late);
  log.amend(early, { period: 1, rank: `${place.rank}V` });
  const result = fold(log);
  assert.deepEqual(
    [playOf(result, late).score, playOf(result, early).score],
    [
      { home: 0, away: 2 },
      { home: 2, away: 2 },
    ],
  );
});

test('COR-1: an amendment that is not acknowledged yet stands over those that are', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  log.amend(shot, { by: 'A2' }, { acknowledged: false });
  log.amend(shot, { by: 'A3' }, { device: 'phone-2', afterSeq: 5 });
  assert.equal(player(fold(log), 'A2').pts, 2);
});

test('COR-2: amendments made while a play is voided show when it is restored', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  log.void(shot);
  log.amend(shot, { by: 'A2' });
  assert.equal(score(fold(log)), '0-0');
  log.restore(shot);
  assert.equal(player(fold(log), 'A2').pts, 2);
});

test('COR-3: the same value twice is no conflict', () => {
  const log = startedLog();
  const shot = log.made('A?', 2);
  const seen = log.events.length;
  log.amend(shot, { by: 'A7' });
  log.amend(shot, { by: 'A7' }, { device: 'phone-2', afterSeq: seen });
  assert.deepEqual(flagCodes(fold(log), 'amendments-disagree'), []);
});

test('COR-3: a void that did not know of an amendment stands, and both are named', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  const seen = log.events.length;
  log.amend(shot, { by: 'A2' });
  log.void(shot, { device: 'phone-2', afterSeq: seen });
  const result = fold(log);
  assert.equal(score(result), '0-0');
  assert.deepEqual(flagged(result, 'amendments-disagree'), [shot]);
});

test('COR-3: a restore by someone who had seen both settles it', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  const seen = log.events.length;
  log.amend(shot, { by: 'A2' });
  log.void(shot, { device: 'phone-2', afterSeq: seen });
  log.restore(shot);
  const result = fold(log);
  assert.deepEqual(flagCodes(result), []);
  assert.equal(player(result, 'A2').pts, 2);
});

test('COR-4: a patch that names another type has no effect', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  log.fact('play-amended', { playId: shot, playType: 'rebound-taken', changes: { by: 'A2' } });
  const result = fold(log);
  assert.equal(playOf(result, shot).type, 'field-goal-attempted');
  assert.equal(player(result, 'A4').pts, 2);
  assert.deepEqual(flagged(result, 'correction-misfit'), [shot]);
});

test('COR-4: corrections and settings cannot be corrected', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  const voided = log.void(shot);
  log.fact('play-voided', { playId: voided });
  log.fact('play-voided', { playId: log.events[0]?.id });
  const result = fold(log);
  assert.equal(score(result), '0-0');
  assert.deepEqual(flagCodes(result), ['correction-without-play', 'correction-without-play']);
});

test('COR-5: a correction waits for its play, and is noted meanwhile', () => {
  const log = startedLog();
  log.fact('play-amended', { playId: 'e006', playType: 'field-goal-attempted', changes: { points: 3 } });
  assert.deepEqual(flagCodes(fold(log)), ['correction-without-play']);
  assert.equal(log.made('A4', 2), 'e006');
  const result = fold(log);
  assert.equal(score(result), '3-0');
  assert.deepEqual(flagCodes(result), []);
});

test('COR-5: a value that this type of play cannot hold has no effect, and is noted', () => {
  const log = startedLog();
  const foul = log.foul('A4', 'personal');
  const shot = log.made('B4', 2);
  log.amend(foul, { kind: 'travel' });
  log.amend(shot, { by: 'coach', points: -3 });
  const result = fold(log);
  assert.equal(playOf(result, foul).body.kind, 'personal');
  assert.equal(score(result), '0-2');
  assert.deepEqual(flagged(result, 'correction-misfit'), [foul, shot]);
});

test('COR-6: every correction is undone by another', () => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  const before = fold(log);
  log.amend(shot, { by: 'A2' });
  log.amend(shot, { by: 'A4' });
  log.void(shot);
  log.restore(shot);
  const after = fold(log);
  assert.deepEqual(after.players, before.players);
  assert.deepEqual(after.plays, before.plays);
  assert.deepEqual(after.game, before.game);
});

test('COR-7: a throw of a voided foul has no foul', () => {
  const log = startedLog();
  const foul = log.foul('B4', 'shooting', { drawnBy: 'A4', freeThrows: 1 });
  const attempt = log.throwMade('A4', foul);
  log.void(foul);
  assert.deepEqual(flagged(fold(log), 'throws-without-foul'), [attempt]);
});

test('COR-1: a period’s length moves with its start, also to a period that has one of the same length', () => {
  const log = startedLog();
  const second = log.start(2, { lengthMs: 300_000 });
  log.start(3, { lengthMs: 300_000 });
  log.at(2, '5:00');
  log.made('A4', 2);
  log.amend(second, { period: 3, rank: 'A1' });
  const inOrder = fold(log);
  const backwards = fold({ events: [...log.events].reverse() });
  assert.equal(resultHash(inOrder), resultHash(backwards));
});
