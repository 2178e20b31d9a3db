import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventType, isPlayType } from '@bball/engine';
import { actionOf, canRecord } from './action-of.ts';
import type { GameFacts } from './games.ts';
import { anonymous, type RelatedActor } from './relations.ts';

const types = Object.keys(actionOf) as EventType[];
const facts = { isOwnPlay: false, nowMs: 0 };

const game: GameFacts = {
  id: 'game',
  leagueId: 'league',
  hostTeamId: 'home',
  homeTeamId: 'home',
  awayTeamId: 'away',
  isAccepted: true,
  status: 'live',
  visibility: 'public',
  finalAt: null,
  createdAt: '2026-09-01T00:00:00.000Z',
  publishesVenues: false,
};

const sheet = { gameId: 'game', homeTeamId: 'home', awayTeamId: 'away', leagueId: 'league', covers: 'both' } as const;
const link: RelatedActor = { ...anonymous, link: { ...sheet, linkId: 'link', isValid: true } };
const scorer: RelatedActor = { ...anonymous, userId: 'scorer', assignments: [{ ...sheet, until: null }] };
const assistant: RelatedActor = {
  ...anonymous,
  userId: 'assistant',
  memberships: [{ teamId: 'home', role: 'assistant-coach', since: '2026-01-01T00:00:00.000Z', until: null }],
};

const recordedBy = (actor: RelatedActor, status: GameFacts['status'] = 'live') =>
  types.filter((type) => canRecord(actor, { ...game, status }, type, facts));

test('every play needs canScore, and no other type does but the set-up', () => {
  for (const type of types)
    assert.equal(actionOf[type] === 'canScore', isPlayType(type) || type === 'game-set-up', type);
});

test('a scorer link records plays and guests, and neither finals, rules nor corrections of others', () => {
  assert.deepEqual(
    types.filter((type) => !recordedBy(link).includes(type)),
    [
      'rules-changed',
      'play-amended',
      'play-voided',
      'play-restored',
      'game-finalized',
      'game-forfeited',
      'game-reopened',
    ],
  );
});

test('a scorer link corrects its own plays', () => {
  assert.ok(canRecord(link, game, 'play-voided', { isOwnPlay: true, nowMs: 0 }));
});

test('a scorer finalizes a league game but cannot change its rules', () => {
  assert.deepEqual(
    types.filter((type) => !recordedBy(scorer).includes(type)),
    ['rules-changed', 'game-reopened'],
  );
});

test('an assistant coach does not finalize a league game', () => {
  assert.ok(!recordedBy(assistant).includes('game-finalized'));
  assert.ok(canRecord(assistant, { ...game, leagueId: null }, 'game-finalized', facts));
});

test('that a game is final takes no right away: the lock of the log decides what happens to the play', () => {
  assert.deepEqual(recordedBy(scorer, 'final'), recordedBy(scorer, 'live'));
});

test('a cancelled game takes nothing', () => {
  assert.deepEqual(recordedBy(scorer, 'cancelled'), []);
});
