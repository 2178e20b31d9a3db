/** Situations from real games and rule books, as a scorer keys them. Source: the scenarios of the event catalogue, 1 to 25. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleSetId } from '../src/rules/rule-set.ts';
import { foldLog, resultHash } from '../src/snapshot.ts';
import { gameId, type HandWrittenLog, type LogSettings, writeLog } from './hand-written-log.ts';
import { flagCodes, flagged, fold, freeThrowsDue, player, score, team, values } from './reading.ts';

/** Both fives on court and the first period running. */
const started = (id: RuleSetId = 'fiba-2024', settings: LogSettings = {}): HandWrittenLog => {
  const log = writeLog(id, settings);
  log.lineup('A', [1, 3, 4, 5, 7]);
  log.lineup('B', [3, 4, 5, 8, 12]);
  log.start(1);
  return log;
};

const andOne = (id: RuleSetId) => {
  const log = started(id);
  log.made('A4', 2);
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4' });
  log.substitution('A', [6], [7]);
  log.throwMade('A4', foul);
  return fold(log);
};

test('scenario 1: FOU-4, POS-2: an and-one is three points, one possession, and the other side’s ball', () => {
  const result = andOne('fiba-2024');
  assert.equal(score(result), '3-0');
  assert.deepEqual(values(player(result, 'A4'), 'pts', 'fgm', 'fga', 'ftm', 'fta', 'pfd'), [3, 1, 1, 1, 1, 1]);
  assert.equal(player(result, 'B5').pf, 1);
  assert.equal(team(result, 'A').comparison.possessions, 1);
  assert.equal(result.game.possession, 'B');
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 1: FTH-7: the throw counts for those on court at the foul (NBA) or at the throw (FIBA)', () => {
  const nba = andOne('nba-2025');
  const fiba = andOne('fiba-2024');
  assert.deepEqual([player(nba, 'A7').plusMinus, player(nba, 'A6').plusMinus], [3, 0]);
  assert.deepEqual([player(fiba, 'A7').plusMinus, player(fiba, 'A6').plusMinus], [2, 1]);
});

test('scenario 2: FTH-1: the pass to a fouled shooter is an assist in FIBA and none in the NBA or NCAA', () => {
  const assistsUnder = (id: RuleSetId): number | null => {
    const log = started(id);
    const foul = log.foul('B4', 'shooting', { drawnBy: 'A1', freeThrows: 2 });
    log.throwMade('A1', foul, { assistedBy: 'A3' });
    log.throwMissed('A1', foul);
    log.rebound('B8');
    const result = fold(log);
    assert.deepEqual(flagCodes(result), []);
    return player(result, 'A3').ast;
  };
  assert.deepEqual(
    ['fiba-2024', 'nba-2025', 'ncaa-men-2025'].map((id) => assistsUnder(id as RuleSetId)),
    [1, 0, 0],
  );
});

test('scenario 2: FTH-3: the miss of the last throw asks for a rebound', () => {
  const log = started();
  const foul = log.foul('B4', 'shooting', { drawnBy: 'A1', freeThrows: 2 });
  log.throwMade('A1', foul, { assistedBy: 'A3' });
  const miss = log.throwMissed('A1', foul);
  log.made('B4', 2);
  assert.deepEqual(flagged(fold(log), 'rebound-missing').includes(miss), true);
});

test('scenario 3: FTH-4, FGA-3: a team-mate throws the third of a fouled and hurt shooter', () => {
  const log = started();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 3 });
  log.throwMade('A4', foul);
  log.throwMissed('A4', foul);
  log.substitution('A', [9], [4]);
  log.throwMissed('A9', foul);
  log.rebound('A3');
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A4'), 'fga', 'fta', 'pfd'), [0, 2, 1]);
  assert.equal(player(result, 'A9').fta, 1);
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 4: FTH-3, POS-3: a technical’s throw stands before the two of the earlier foul', () => {
  const log = started();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 });
  const technical = log.foul('B coach', 'technical');
  log.throwMade('A7', technical);
  log.throwMade('A4', foul);
  const between = fold(log);
  assert.equal(between.game.possession, 'A');
  assert.equal(freeThrowsDue(between), 'A 1/2');
  log.throwMade('A4', foul);
  const result = fold(log);
  assert.equal(player(result, 'B5').pf, 1);
  assert.equal(team(result, 'B').own.tf, 1);
  assert.deepEqual(team(result, 'B').foulsByPeriod, [1]);
  assert.equal(result.game.possession, 'B');
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 5: FTH-7: throws keyed before their foul count for the ten at the foul', () => {
  const log = started('nba-2025');
  const foulId = 'e008' as ReturnType<typeof log.foul>;
  const first = log.throwMade('A4', foulId);
  log.throwMade('A4', foulId);
  log.substitution('A', [6], [7]);
  assert.equal(log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2, before: first }), foulId);
  const result = fold(log);
  assert.deepEqual([player(result, 'A7').plusMinus, player(result, 'A6').plusMinus], [2, 0]);
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 5: FLG-9, COR-7: with the foul voided the throws stand alone, and are asked about', () => {
  const log = started('nba-2025');
  const foulId = 'e005' as ReturnType<typeof log.foul>;
  assert.equal(log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 }), foulId);
  log.substitution('A', [6], [7]);
  log.throwMade('A4', foulId);
  log.throwMade('A4', foulId);
  log.void(foulId);
  const result = fold(log);
  assert.deepEqual([player(result, 'A7').plusMinus, player(result, 'A6').plusMinus], [0, 2]);
  assert.deepEqual(flagCodes(result), ['throws-without-foul', 'throws-without-foul']);
});

test('scenario 6: FTH-5: a lane violation of the thrower’s side stands for the throw', () => {
  const log = started('nba-2025');
  log.made('A4', 2);
  log.foul('B3', 'shooting', { drawnBy: 'A4' });
  log.turnover('A5', 'lane');
  log.missed('B4', 2);
  const result = fold(log);
  assert.equal(score(result), '2-0');
  assert.deepEqual([player(result, 'A4').fta, player(result, 'A5').tov], [0, 1]);
  assert.equal(result.game.possession, 'B');
  assert.deepEqual(flagCodes(result), []);
});

const oneAndOne = () => {
  const log = started('ncaa-men-2025');
  for (let foul = 0; foul < 6; foul++) log.foul(`B${[3, 4, 5][foul % 3]}`, 'personal', { drawnBy: 'A4' });
  return { log, foul: log.foul('B8', 'personal', { drawnBy: 'A4' }) };
};

test('scenario 7: FOU-4: the seventh foul of an NCAA half is a one-and-one, over after a miss', () => {
  const { log, foul } = oneAndOne();
  log.throwMissed('A4', foul);
  log.rebound('B8');
  log.missed('B8', 2);
  const result = fold(log);
  assert.equal(player(result, 'A4').fta, 1);
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 7: FOU-4: made, it brings one more', () => {
  const { log, foul } = oneAndOne();
  log.throwMade('A4', foul);
  assert.equal(freeThrowsDue(fold(log)), 'A 1/2');
});

test('scenario 8: FOU-5: two unsportsmanlike fouls offset each other, the ball stays where it was', () => {
  const log = started();
  log.made('B4', 2);
  log.foul('A5', 'unsportsmanlike', { drawnBy: 'B12', freeThrows: 0 });
  log.foul('B12', 'unsportsmanlike', { drawnBy: 'A5', freeThrows: 0 });
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A5'), 'pf', 'pfd'), [1, 1]);
  assert.deepEqual(values(player(result, 'B12'), 'pf', 'pfd'), [1, 1]);
  assert.deepEqual([team(result, 'A').foulsByPeriod, team(result, 'B').foulsByPeriod], [[1], [1]]);
  assert.equal(result.game.possession, 'A');
  assert.equal(freeThrowsDue(result), 'none');
});

test('scenario 8: FOU-5: a double personal is no team foul in the NBA', () => {
  const log = started('nba-2025');
  log.foul('A5', 'personal', { drawnBy: 'B12', freeThrows: 0, qualifiers: ['double'] });
  log.foul('B12', 'personal', { drawnBy: 'A5', freeThrows: 0, qualifiers: ['double'] });
  const result = fold(log);
  assert.equal(player(result, 'A5').pf, 1);
  assert.deepEqual([result.game.teamFouls.home, result.game.teamFouls.away], [0, 0]);
});

test('scenario 9: FOU-6, FLG-1: a fight, keyed as it came', () => {
  const log = writeLog('fiba-2024');
  log.lineup('A', [1, 3, 4, 10, 12]);
  log.lineup('B', [1, 3, 4, 5, 8]);
  log.start(1);
  log.substitution('A', [7], [10]);
  const first = log.foul('A10', 'disqualifying', { drawnBy: 'B1', freeThrows: 0 });
  const second = log.foul('B8', 'unsportsmanlike', { drawnBy: 'A10', freeThrows: 1 });
  log.throwMade('A12', second);
  const technical = log.foul('B1', 'technical', { freeThrows: 1 });
  log.made('A12', 2);
  const result = fold(log);
  assert.deepEqual([player(result, 'A10').isOut, player(result, 'A10').pf], [true, 1]);
  assert.deepEqual([player(result, 'B8').pf, player(result, 'B1').pf], [1, 1]);
  assert.equal(score(result), '3-0');
  assert.deepEqual([...flagged(result, 'not-on-court')].sort(), [first, second]);
  assert.deepEqual(flagged(result, 'free-throws-missing').includes(technical), true);
});

const retainedThrows = (id: RuleSetId) => {
  const log = started(id);
  log.substitution('A', [12, 11], [1, 3]);
  const foul = log.foul('B3', 'unsportsmanlike', { drawnBy: 'A5' });
  log.throwMissed('A5', foul);
  log.rebound('A team', { deadBall: true });
  log.throwMissed('A5', foul);
  const technical = log.foul('B bench', 'technical');
  log.throwMade('A12', technical);
  log.made('A11', 2);
  return fold(log);
};

test('scenario 10: POS-3, REB-3: throws that keep the ball want no rebound and make no second chance', () => {
  const result = retainedThrows('fiba-2024');
  assert.deepEqual(flagCodes(result), []);
  assert.equal(team(result, 'A').own.reb, 0);
  assert.equal(team(result, 'A').comparison.secondChancePts, 0);
  assert.equal(team(result, 'A').comparison.possessions, 1);
});

test('scenario 10: REB-3: the dead-ball rebound is the team’s in the NBA', () => {
  assert.equal(team(retainedThrows('nba-2025'), 'A').own.reb, 1);
});

test('scenario 11: FOU-6: a technical and an unsportsmanlike foul put a FIBA player out', () => {
  const log = started();
  log.foul('A4', 'technical');
  log.foul('A4', 'unsportsmanlike', { drawnBy: 'B3' });
  const late = log.made('A4', 2);
  const result = fold(log);
  assert.deepEqual([player(result, 'A4').pf, player(result, 'A4').isOut, player(result, 'A4').pts], [2, true, 2]);
  assert.deepEqual(flagged(result, 'fouled-out-player-acts'), [late]);
});

test('scenario 11: FOU-1: an NBA technical is no personal foul, and he plays on', () => {
  const log = started('nba-2025');
  log.foul('A4', 'technical');
  log.foul('A4', 'unsportsmanlike', { drawnBy: 'B3' });
  const result = fold(log);
  assert.deepEqual([player(result, 'A4').pf, player(result, 'A4').isOut], [1, false]);
});

test('scenario 11: FOU-1: a class B technical of NCAA men is neither personal nor team foul', () => {
  const log = started('ncaa-men-2025');
  log.foul('A4', 'technical-minor');
  log.foul('A4', 'unsportsmanlike', { drawnBy: 'B3' });
  const result = fold(log);
  assert.equal(player(result, 'A4').pf, 1);
  assert.deepEqual(team(result, 'A').foulsByPeriod, [1]);
});

const offensiveFoul = (id: RuleSetId) => {
  const log = started(id);
  log.rebound('A3', { side: 'defensive' });
  return { log, foul: log.foul('A4', 'offensive', { drawnBy: 'B5', losesBall: true }) };
};

test('scenario 12: FOU-3: an offensive foul is a turnover too', () => {
  const { log } = offensiveFoul('fiba-2024');
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A4'), 'pf', 'tov'), [1, 1]);
  assert.equal(player(result, 'B5').pfd, 1);
  assert.equal(result.game.possession, 'B');
  assert.deepEqual(team(result, 'A').foulsByPeriod, [1]);
});

test('scenario 12: FOU-1: in the NBA it is no team foul', () => {
  assert.equal(fold(offensiveFoul('nba-2025').log).game.teamFouls.home, 0);
});

test('scenario 12: COR-2: voided, all is as before at once', () => {
  const { log, foul } = offensiveFoul('fiba-2024');
  const before = fold({ events: log.events.slice(0, -1) });
  log.void(foul);
  const after = fold(log);
  assert.deepEqual(after.players, before.players);
  assert.deepEqual(after.teams, before.teams);
  assert.deepEqual(after.game, before.game);
});

const ownBasket = (id: RuleSetId) => {
  const log = started(id);
  log.rebound('B8', { side: 'defensive' });
  log.substitution('A', [9], [1]);
  log.made('A9', 2, { qualifiers: ['own-basket'] });
  return fold(log);
};

test('scenario 13: FGA-5: an own basket is credited to the player named, in FIBA and the NBA', () => {
  for (const id of ['fiba-2024', 'nba-2025'] as const) {
    const result = ownBasket(id);
    assert.equal(score(result), '2-0');
    assert.deepEqual(values(player(result, 'A9'), 'fgm', 'fga', 'pts'), [1, 1, 2]);
    assert.equal(result.game.possession, 'B');
  }
});

test('scenario 13: FGA-5: in NFHS it is the team’s', () => {
  const result = ownBasket('nfhs-2025');
  assert.equal(player(result, 'A9').pts, 0);
  assert.equal(team(result, 'A').own.pts, 2);
  assert.equal(team(result, 'A').totals.pts, 2);
});

const heave = (id: RuleSetId) => {
  const log = started(id);
  log.at(1, '0:00');
  log.missed('A?', 3, { qualifiers: ['heave'], spot: { xCm: 0, yCm: 2_000 } });
  log.rebound('A team');
  return fold(log);
};

test('scenario 14: FGA-6: a missed heave is counted apart in the NBA, as the team’s', () => {
  const result = heave('nba-2025');
  assert.equal(team(result, 'A').missedHeaves, 1);
  assert.deepEqual([team(result, 'A').totals.fga, team(result, 'A').unassigned.fga], [0, 0]);
  assert.equal(team(result, 'A').own.reb, 1);
  assert.ok(!Object.values(result.flags).some(({ code }) => code === 'unassigned'), 'it is nobody’s: nothing to ask');
});

test('scenario 14: FGA-6: and a player’s attempt in FIBA, whoever it was', () => {
  const result = heave('fiba-2024');
  assert.deepEqual(values(team(result, 'A').unassigned, 'fg3m', 'fg3a'), [0, 1]);
  assert.equal(team(result, 'A').own.reb, 1);
});

test('scenario 15: FGA-4: goaltending by the defence is a basket without a block, by the attack a turnover', () => {
  const log = started();
  log.made('A4', 2, { qualifiers: ['goaltending'] });
  log.play('violation-called', { teamId: 'B', by: 'B5', kind: 'goaltending' });
  log.missed('B4', 2);
  log.rebound('A5');
  log.turnover('A4', 'goaltending');
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A4'), 'fgm', 'fga', 'pts', 'tov'), [1, 1, 2, 1]);
  assert.equal(player(result, 'B5').blk, 0);
});

const heldBall = (arrow: 'A' | 'B') => {
  const log = started();
  log.play('possession-set', { teamId: 'A', arrow });
  return log;
};

test('scenario 16: POS-7: tied up against the arrow is a turnover and a steal', () => {
  const log = heldBall('B');
  log.turnover('A4', 'held-ball', { stolenBy: 'B5' });
  log.play('jump-ball-called', {
    reason: 'held-ball',
    decidedBy: 'arrow',
    teamId: 'B',
    by: null,
    jumpers: { home: null, away: null },
  });
  const result = fold(log);
  assert.deepEqual([player(result, 'B5').stl, player(result, 'A4').tov], [1, 1]);
  assert.deepEqual([result.game.possession, result.game.arrow], ['B', 'A']);
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 16: POS-7: with the arrow the ball stays, and only the arrow turns', () => {
  const log = heldBall('A');
  log.play('jump-ball-called', {
    reason: 'held-ball',
    decidedBy: 'arrow',
    teamId: 'A',
    by: null,
    jumpers: { home: null, away: null },
  });
  const result = fold(log);
  assert.equal(team(result, 'A').totals.tov, 0);
  assert.deepEqual([result.game.possession, result.game.arrow], ['A', 'B']);
});

test('scenario 16: POS-7: a ball given against the arrow is asked about', () => {
  const log = heldBall('A');
  log.play('jump-ball-called', {
    reason: 'held-ball',
    decidedBy: 'arrow',
    teamId: 'B',
    by: null,
    jumpers: { home: null, away: null },
  });
  assert.deepEqual(flagCodes(fold(log)), ['arrow-differs']);
});

test('scenario 17: TOV-1: five seconds are the thrower’s, eight seconds and the shot clock the team’s', () => {
  const log = started();
  for (const [who, kind] of [
    ['A4', 'five-seconds'],
    ['A team', 'eight-seconds'],
    ['A team', 'shot-clock'],
  ] as const) {
    log.play('possession-set', { teamId: 'A', arrow: null });
    log.turnover(who, kind);
    assert.equal(fold(log).game.possession, 'B');
  }
  const result = fold(log);
  assert.equal(player(result, 'A4').tov, 1);
  assert.equal(team(result, 'A').own.tov, 2);
  assert.equal(team(result, 'A').totals.tov, 3);
});

test('scenario 18: LIN-4: a substitution put in later moves time, plus/minus and line-up points', () => {
  const log = writeLog('fiba-2024');
  log.lineup('A', [1, 2, 3, 4, 5]);
  log.lineup('B', [1, 2, 3, 4, 5]);
  const start = log.start(1);
  log.at(1, '4:10');
  const shot = log.made('B7', 2);
  log.end();
  const before = fold(log);
  assert.deepEqual(flagged(before, 'not-on-court'), [shot]);
  log.substitution('B', [7], [4], { after: start, clockMs: 300_000 });
  const after = fold(log);
  assert.deepEqual(flagCodes(after), []);
  assert.equal(player(after, 'B7').playedMs, 300_000);
  assert.equal(player(after, 'B4').playedMs, 300_000);
  assert.deepEqual(
    [player(before, 'B4').plusMinus, player(after, 'B4').plusMinus, player(after, 'B7').plusMinus],
    [2, 0, 2],
  );
  assert.equal(team(after, 'B').totals.playedMs, team(before, 'B').totals.playedMs);
});

test('scenario 19: COR-1: a shooter from one phone and an assist from another both stand', () => {
  const log = started();
  const shot = log.made('A?', 2, { assistedBy: null });
  log.amend(shot, { by: 'A7' });
  log.amend(shot, { assistedBy: 'A3' }, { device: 'phone-2', afterSeq: log.events.length - 1 });
  const result = fold(log);
  assert.deepEqual([player(result, 'A7').pts, player(result, 'A3').ast], [2, 1]);
  assert.deepEqual(flagCodes(result), []);
});

test('scenario 19: COR-3: two shooters said unaware of each other: the later stands, both are named, a third who saw both settles it', () => {
  const log = started();
  const shot = log.made('A?', 2);
  const seen = log.events.length;
  const beaten = log.amend(shot, { by: 'A7' });
  const standing = log.amend(shot, { by: 'A1' }, { device: 'phone-2', afterSeq: seen });
  const disagreeing = fold(log);
  assert.equal(player(disagreeing, 'A1').pts, 2);
  const [flag] = Object.values(disagreeing.flags).filter(({ code }) => code === 'amendments-disagree');
  assert.equal(flag?.detail.standing, standing);
  assert.equal(flag?.detail.beaten, beaten);
  log.amend(shot, { by: 'A7' });
  const settled = fold(log);
  assert.equal(player(settled, 'A7').pts, 2);
  assert.deepEqual(flagCodes(settled), []);
});

test('scenario 20: COR-2: amended, voided and restored, a shot is what it was amended to', () => {
  const log = started();
  const shot = log.made('A4', 2);
  log.amend(shot, { points: 3 });
  log.void(shot);
  assert.equal(score(fold(log)), '0-0');
  log.restore(shot);
  assert.equal(score(fold(log)), '3-0');
});

const endVoided = (withSecondPeriod: boolean) => {
  const log = started();
  log.at(1, '2:00');
  log.made('A4', 2);
  const end = log.end();
  if (withSecondPeriod) {
    log.start(2);
    log.made('B4', 2);
  }
  log.void(end);
  return fold(log);
};

test('scenario 20: PER-3: the end of a period voided leaves the next as it was', () => {
  const result = endVoided(true);
  assert.equal(score(result), '2-2');
  assert.equal(player(result, 'A4').playedMs, 600_000);
});

test('scenario 20: PER-3: and without a next one the period runs on from the last clock', () => {
  const result = endVoided(false);
  assert.equal(result.game.periodState, 'running');
  assert.deepEqual([player(result, 'A4').playedMs, player(result, 'A4').onCourtFromMs], [0, 600_000]);
  assert.equal(result.game.clockMs, 120_000);
});

test('scenario 21: PRP-1: shots of one phone and substitutions of another, sent late, fold the same in any order of arrival', () => {
  const log = started();
  for (let i = 0; i < 30; i++) {
    log.at(1, `9:${String(59 - i).padStart(2, '0')}`);
    if (i % 5 === 2)
      log.substitution('A', [i % 2 === 0 ? 6 : 7], [i % 2 === 0 ? 7 : 6], { device: 'phone-2', afterSeq: 4 });
    log.missed(i % 2 === 0 ? 'A4' : 'B4', 2, { device: 'phone-1', afterSeq: 4 });
  }
  const expected = resultHash(fold(log));
  assert.equal(resultHash(foldLog(gameId, log.events.toReversed())), expected);
  assert.equal(
    resultHash(
      foldLog(
        gameId,
        log.events.toSorted((a, b) => (a.deviceId < b.deviceId ? 1 : -1)),
      ),
    ),
    expected,
  );
});

test('scenario 22: SET-2: “51” turns out to be 15, and every credit goes there', () => {
  const log = started();
  log.roster('A', { playerId: 'late', number: '51' });
  log.play('substitution-made', { teamId: 'A', playersIn: ['late'], playersOut: ['A1'] });
  log.made('A4', 2, { by: 'late' });
  log.missed('A4', 3, { by: 'late' });
  log.roster('A', { playerId: 'late', number: '51', sameAs: 'A12' });
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A12'), 'pts', 'fga', 'fg3a'), [2, 2, 1]);
  assert.equal(result.players['late' as never], undefined);
  assert.deepEqual(flagCodes(result, 'not-on-court', 'unknown-player'), []);
});

test('scenario 22: SET-1: two roster spots exchanged change no play', () => {
  const log = started();
  log.made('A4', 2);
  const before = fold(log);
  log.roster('A', { playerId: 'A4', number: '4', spotId: 'spot-A5' });
  log.roster('A', { playerId: 'A5', number: '5', spotId: 'spot-A4' });
  const after = fold(log);
  assert.deepEqual(after.players, before.players);
  assert.deepEqual(after.plays, before.plays);
});

test('scenario 23: CMP-1, SCO-1, SCO-2: a paper quarter, a quarter of scores only, then everything', () => {
  const log = writeLog('fiba-2024', { tracked: [] });
  log.play('points-adjusted', { teamId: 'A', by: null, points: 18 });
  log.play('points-adjusted', { teamId: 'B', by: null, points: 22 });
  log.at(2, null);
  for (const teamId of ['A', 'B']) log.play('tracking-changed', { teamId, tracked: ['baskets'] });
  for (let i = 0; i < 11; i++) log.made('A?', 2);
  for (let i = 0; i < 10; i++) log.made('B?', 2);
  log.at(3, null);
  for (const teamId of ['A', 'B'])
    log.play('tracking-changed', { teamId, tracked: ['baskets', 'scorers', 'misses', 'assists'] });
  log.play('score-confirmed', { home: 40, away: 41 });
  const result = fold(log);
  assert.equal(score(result), '40-42');
  assert.deepEqual(result.game.periods.slice(0, 2), [
    { period: 1, home: 18, away: 22 },
    { period: 2, home: 22, away: 20 },
  ]);
  assert.equal(team(result, 'A').completeness.baskets, 'some');
  assert.equal(team(result, 'A').completeness.rebounds, 'none');
  assert.deepEqual(values(team(result, 'A').totals, 'fgm', 'reb', 'stl'), [11, null, null]);
  assert.deepEqual(flagCodes(result, 'score-differs'), ['score-differs']);
  log.play('points-adjusted', { teamId: 'B', by: null, points: -1 }, { period: 2 });
  assert.deepEqual(flagCodes(fold(log), 'score-differs'), []);
});

const bonusInOvertime = (id: RuleSetId) => {
  const log = writeLog(id);
  log.start(4);
  log.at(4, '5:00');
  for (const number of [1, 2, 3, 4]) log.foul(`B${number}`, 'personal', { drawnBy: 'A1' });
  log.end();
  log.start(5);
  log.at(5, '4:30');
  return log;
};

test('scenario 24: FOU-4: FIBA and NFHS fouls go on in overtime, so the next one brings two', () => {
  for (const id of ['fiba-2024', 'nfhs-2025'] as const) {
    const log = bonusInOvertime(id);
    log.foul('B5', 'personal', { drawnBy: 'A1' });
    const result = fold(log);
    assert.equal(freeThrowsDue(result), 'A 0/2');
    assert.equal(result.game.teamFouls.away, 5);
    assert.equal(result.game.bonus.home, true);
  }
});

test('scenario 24: FOU-4: the NBA’s overtime starts at none, with the bonus from the fourth', () => {
  const log = bonusInOvertime('nba-2025');
  for (const number of [1, 2, 3]) log.foul(`B${number}`, 'personal', { drawnBy: 'A1' });
  const before = fold(log);
  assert.equal(freeThrowsDue(before), 'none');
  assert.equal(before.game.teamFouls.away, 3);
  log.foul('B4', 'personal', { drawnBy: 'A1' });
  assert.equal(freeThrowsDue(fold(log)), 'A 0/2');
});

test('scenario 25: FGA-1, POS-7: three on three counts 1, 2 and 1, gives the tenth foul two throws and the ball', () => {
  const log = writeLog('fiba-3x3-2024', { rosterSize: 4 });
  log.lineup('A', [1, 2, 3]);
  log.lineup('B', [1, 2, 3]);
  log.start(1);
  log.made('A1', 1);
  log.missed('B1', 1);
  log.rebound('A2');
  log.made('A1', 2);
  log.missed('B1', 1);
  log.rebound('A2');
  for (let foul = 1; foul <= 6; foul++) log.foul(`B${1 + (foul % 3)}`, 'personal', { drawnBy: 'A1' });
  for (let foul = 7; foul <= 9; foul++) log.foul(`B${1 + (foul % 3)}`, 'personal', { drawnBy: 'A1', freeThrows: 0 });
  const tenth = log.foul('B1', 'personal', { drawnBy: 'A1' });
  assert.equal(freeThrowsDue(fold(log)), 'A 0/2');
  log.throwMade('A1', tenth);
  log.throwMissed('A1', tenth);
  const result = fold(log);
  assert.equal(score(result), '4-0');
  assert.deepEqual(values(player(result, 'A1'), 'pts', 'fg3m', 'pf'), [4, 1, 0]);
  assert.equal(result.game.possession, 'A');
  log.play('jump-ball-called', {
    reason: 'held-ball',
    decidedBy: 'rule',
    teamId: 'B',
    by: null,
    jumpers: { home: null, away: null },
  });
  const held = fold(log);
  assert.equal(held.game.possession, 'B');
  assert.equal(held.game.arrow, null);
  assert.deepEqual(flagCodes(held), []);
});
