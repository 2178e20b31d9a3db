import { append, openGame, playByPlay, runs, snapshot } from '@bball/engine';
import { gameId, writeLog } from '@bball/engine/testing';
import { expect, test } from '@jest/globals';
import { feedOf, scoringOnly } from './feed-entries.ts';

const feed = (play: (log: ReturnType<typeof writeLog>) => void) => {
  const log = writeLog('fiba-2024');
  play(log);
  const game = openGame(gameId);
  append(game, log.events);
  const state = snapshot(game);
  return feedOf(playByPlay(state), runs(state, 8));
};

test('periods and plays stand newest first, breaks carry the score', () => {
  const periods = feed((log) => {
    log.start(1);
    log.made('A4', 2);
    log.end();
    log.start(2);
    log.made('B5', 3);
  });
  expect(periods.map(({ period, hasEnded, score, own }) => ({ period, hasEnded, score, own }))).toEqual([
    { period: 2, hasEnded: false, score: { home: 2, away: 3 }, own: { home: 0, away: 3 } },
    { period: 1, hasEnded: true, score: { home: 2, away: 0 }, own: { home: 2, away: 0 } },
  ]);
  expect(periods.flatMap(({ entries }) => entries.map(({ kind }) => kind))).toEqual(['play', 'play']);
});

test('a rebound hangs under its miss', () => {
  const [period] = feed((log) => {
    log.start(1);
    log.missed('A4', 2);
    log.rebound('B5');
  });
  expect(period?.entries).toHaveLength(1);
  expect(period?.entries[0]).toMatchObject({ kind: 'play', rebound: { type: 'rebound-taken' } });
});

test('the throws of one trip are one entry, another foul begins another', () => {
  const [period] = feed((log) => {
    log.start(1);
    const foul = log.foul('B5', 'shooting');
    log.throwMade('A4', foul);
    log.throwMissed('A4', foul);
    log.rebound('A6');
    const technical = log.foul('B5', 'technical');
    log.throwMade('A4', technical);
  });
  expect(period?.entries.map((entry) => (entry.kind === 'throws' ? entry.throws.length : entry.kind))).toEqual([
    1,
    'play',
    2,
    'play',
  ]);
});

test('a play that was taken back stays, and takes nothing under it', () => {
  const [period] = feed((log) => {
    log.start(1);
    const miss = log.missed('A4', 2);
    log.rebound('B5');
    log.void(miss);
  });
  expect(period?.entries.some((entry) => entry.kind === 'play' && entry.play.isVoided)).toBe(true);
});

test('a run stands after the basket that ended it, and stays among the scoring plays', () => {
  const [period] = feed((log) => {
    log.start(1);
    for (let basket = 0; basket < 3; basket += 1) log.made('A4', 3);
    log.missed('B5', 2);
    log.made('B5', 2);
  });
  expect(period?.entries.map(({ kind }) => kind)).toEqual(['play', 'play', 'run', 'play', 'play', 'play']);
  expect(scoringOnly(period === undefined ? [] : [period])[0]?.entries).toHaveLength(5);
});
