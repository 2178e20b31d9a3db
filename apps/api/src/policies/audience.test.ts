import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audienceOf, audienceOfTeam, isSideShown } from './audience.ts';
import type { GameFacts } from './games.ts';
import { anonymous, type RelatedActor } from './relations.ts';

const game: GameFacts = {
  id: 'game',
  leagueId: 'league',
  hostTeamId: 'home',
  homeTeamId: 'home',
  awayTeamId: 'away',
  isAccepted: false,
  status: 'live',
  visibility: 'public',
  finalAt: null,
  createdAt: '2026-09-01T00:00:00.000Z',
  publishesVenues: false,
};

const member = (role: 'head-coach' | 'assistant-coach' | 'follower', teamId = 'home'): RelatedActor => ({
  ...anonymous,
  userId: 'me',
  memberships: [{ teamId, role, since: '2026-01-01T00:00:00.000Z', until: null }],
});

const scorer = (covers: 'home' | 'away' | 'both', until: string | null = null): RelatedActor => ({
  ...anonymous,
  userId: 'me',
  assignments: [{ gameId: 'game', homeTeamId: 'home', awayTeamId: 'away', leagueId: 'league', covers, until }],
});

const sidesFor = (actor: RelatedActor) => [audienceOf(actor, game, 'home', []), audienceOf(actor, game, 'away', [])];

test('a coach is staff of the own side and public on the other', () => {
  assert.deepEqual(sidesFor(member('head-coach')), ['staff', 'public']);
  assert.deepEqual(sidesFor(member('assistant-coach', 'away')), ['public', 'staff']);
});

test('a scorer is staff of the sides the assignment covers, and no longer once it ended', () => {
  assert.deepEqual(sidesFor(scorer('both')), ['staff', 'staff']);
  assert.deepEqual(sidesFor(scorer('away')), ['public', 'staff']);
  assert.deepEqual(sidesFor(scorer('both', '2026-02-01T00:00:00.000Z')), ['public', 'public']);
});

test('players and guardians are of their team, followers are public', () => {
  assert.deepEqual(sidesFor({ ...anonymous, playsFor: ['home'] }), ['team', 'public']);
  assert.deepEqual(sidesFor({ ...anonymous, wards: [{ personId: 'child', teamIds: ['away'] }] }), ['public', 'team']);
  assert.deepEqual(sidesFor(member('follower')), ['public', 'public']);
});

test('a league admin is the league on both sides, also of a team entered in the league', () => {
  const admin = { ...anonymous, offices: [{ leagueId: 'league', until: null }] };
  assert.deepEqual(sidesFor(admin), ['league', 'league']);
  assert.equal(audienceOfTeam(admin, { id: 'home', leagueIds: ['league'] }), 'league');
  assert.equal(audienceOfTeam(admin, { id: 'home', leagueIds: ['another'] }), 'public');
});

test('a scorer link and a share link are public', () => {
  const sheet = { gameId: 'game', homeTeamId: 'home', awayTeamId: 'away', leagueId: 'league', covers: 'both' } as const;
  const link = { ...sheet, linkId: 'link', isValid: true };
  assert.deepEqual(sidesFor({ ...anonymous, link, sharedGameId: 'game' }), ['public', 'public']);
});

test('the side that does not host stays a shell until it agreed', () => {
  assert.equal(isSideShown(game, 'home'), true);
  assert.equal(isSideShown(game, 'away'), false);
  assert.equal(isSideShown({ ...game, isAccepted: true }, 'away'), true);
  assert.equal(isSideShown({ ...game, hostTeamId: 'away' }, 'home'), false);
});
