import {
  type EventId,
  type FoldedPlay,
  type PlayBody,
  type PlayerId,
  type PlayType,
  playTypes,
  type TeamId,
} from '@bball/engine';
import { expect, test } from '@jest/globals';
import { tables } from '../../lib/i18n/i18n.ts';
import { languages } from '../../lib/i18n/words.ts';
import type { Sides } from '../../lib/live-game/sides.ts';
import { firstPhraseOf, phraseOf, reboundLink, type Speech } from './phrases.ts';

const home = { id: 'home' as TeamId, name: 'Harbour', shortName: 'HAR', colour: '#1F5FA8' };
const away = { id: 'away' as TeamId, name: 'Lions', shortName: 'LIO', colour: '#B4440E' };
const sides: Sides = { home, away };
const rossi = 'rossi' as PlayerId;
const kim = 'kim' as PlayerId;
const called: Readonly<Record<string, string>> = { rossi: '#7 Rossi', kim: '#11 Kim' };

const speechIn = (language: (typeof languages)[number]): Speech => ({
  words: tables[language],
  names: (id) => ({ number: '', name: '', short: '', called: called[id] ?? '#?' }),
  sides,
  periods: 4,
});
const english = speechIn('en');

const play = (type: PlayType, body: PlayBody, more: Partial<FoldedPlay> = {}): FoldedPlay => ({
  id: 'play' as EventId,
  type,
  place: { period: 4, rank: 'a' },
  clockMs: 151_000,
  body,
  score: { home: 78, away: 81 },
  isVoided: false,
  firstSaid: null,
  notes: [],
  reboundSide: null,
  throwNumber: null,
  ...more,
});

/** One body per type, as a scorer would have keyed it. */
const bodies: Readonly<Record<PlayType, PlayBody>> = {
  'period-started': { lengthMs: null },
  'period-ended': {},
  'lineup-set': { teamId: home.id, players: [rossi, kim] },
  'substitution-made': { teamId: away.id, playersIn: [rossi], playersOut: [kim] },
  'tracking-changed': { teamId: home.id, tracked: ['baskets'] },
  'field-goal-attempted': {
    teamId: home.id,
    by: rossi,
    points: 3,
    made: true,
    style: 'step-back',
    assistedBy: kim,
    blockedBy: null,
    qualifiers: [],
  },
  'free-throw-attempted': { teamId: home.id, by: rossi, made: false, foulId: null, assistedBy: null, qualifiers: [] },
  'rebound-taken': { teamId: home.id, by: rossi, side: 'defensive', deadBall: false },
  'turnover-committed': { teamId: home.id, by: rossi, kind: 'bad-pass', stolenBy: kim },
  'foul-committed': {
    teamId: home.id,
    by: 'coach',
    kind: 'technical',
    drawnBy: 'nobody',
    freeThrows: null,
    losesBall: false,
    qualifiers: [],
  },
  'violation-called': { teamId: home.id, by: 'team', kind: 'delay' },
  'jump-ball-called': {
    reason: 'held-ball',
    decidedBy: 'toss',
    teamId: away.id,
    by: null,
    jumpers: { home: rossi, away: kim },
  },
  'possession-set': { teamId: away.id, arrow: null },
  'timeout-called': { teamId: home.id, kind: 'short' },
  'review-called': { teamId: home.id, result: 'changed' },
  'person-ejected': { teamId: home.id, who: rossi },
  'points-adjusted': { teamId: home.id, by: null, points: -2 },
  'score-confirmed': { home: 40, away: 41 },
};

test.each(languages)('every type of play has a sentence of its own in %s', (language) => {
  const sentences = playTypes.map((type) => phraseOf(play(type, bodies[type]), speechIn(language)).text);
  expect(new Set(sentences).size).toBe(playTypes.length);
  for (const sentence of sentences) {
    expect(sentence).not.toMatch(/undefined|null|\[object|^\s|\s$| {2}/);
    expect(sentence.length).toBeGreaterThan(3);
  }
});

test('a shot names the shooter, the worth and the way, its assist hangs under it', () => {
  const { sign, text, links, spoken } = phraseOf(play('field-goal-attempted', bodies['field-goal-attempted']), english);
  expect([sign, text, links]).toEqual(['made', '#7 Rossi 3 PT · step-back', ['assist #11 Kim']]);
  expect(spoken).toBe('HAR, Made, #7 Rossi 3 PT · step-back, assist #11 Kim');
  expect(phraseOf(play('field-goal-attempted', bodies['field-goal-attempted']), speechIn('es')).text).toBe(
    '#7 Rossi triple · paso atrás',
  );
});

test('a miss shows no assist and a basket no block', () => {
  const body = { ...bodies['field-goal-attempted'], blockedBy: kim };
  expect(phraseOf(play('field-goal-attempted', { ...body, made: false }), english).links).toEqual(['block #11 Kim']);
  expect(phraseOf(play('field-goal-attempted', body), english).links).toEqual(['assist #11 Kim']);
});

test('nobody makes no link, somebody unknown does, who is not said is said to be so', () => {
  const shot = { ...bodies['field-goal-attempted'], by: null };
  expect(phraseOf(play('field-goal-attempted', { ...shot, assistedBy: 'nobody' }), english).links).toEqual([]);
  expect(phraseOf(play('field-goal-attempted', { ...shot, assistedBy: 'someone' }), english).links).toEqual([
    'assist someone',
  ]);
  expect(phraseOf(play('field-goal-attempted', shot), english).text).toBe('not said who 3 PT · step-back');
});

test('a corrected play keeps what it said at first', () => {
  const body = { ...bodies['field-goal-attempted'], points: 2 };
  const amended = play('field-goal-attempted', body, { firstSaid: { points: 3, by: kim } });
  expect(firstPhraseOf(amended, english)).toBe('#11 Kim 3 PT · step-back made, assist #11 Kim');
  expect(firstPhraseOf(play('field-goal-attempted', body, { firstSaid: { clockMs: 1000 } }), english)).toBeNull();
  expect(firstPhraseOf(play('field-goal-attempted', body), english)).toBeNull();
});

test('a rebound is told under its miss, a team rebound by the team', () => {
  expect(reboundLink(play('rebound-taken', bodies['rebound-taken'], { reboundSide: 'offensive' }), english)).toBe(
    'offensive rebound #7 Rossi',
  );
  expect(
    reboundLink(
      play('rebound-taken', { ...bodies['rebound-taken'], by: 'team' }, { reboundSide: 'defensive' }),
      english,
    ),
  ).toBe('rebound HAR');
});

test('periods beyond regulation are overtime', () => {
  const at = (period: number) => phraseOf(play('period-started', {}, { place: { period, rank: 'a' } }), english).text;
  expect([at(1), at(5), at(6)]).toEqual(['1st quarter begins', 'Overtime begins', 'Overtime 2 begins']);
});
