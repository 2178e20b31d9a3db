import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeWorld } from '../../testing/fake-world.ts';
import type { Fetch } from '../api/client.ts';
import { refold } from './refold.ts';

const target = { api: 'http://server.test', token: 'T' };

const answering = (status: number, body: object) => {
  const sent: unknown[] = [];
  const fetch: Fetch = async (url, request) => {
    sent.push([request.method, url, JSON.parse(String(request.body))]);
    return new Response(JSON.stringify(body), { status });
  };
  return { sent, fetch };
};

test('K-8: a season is asked for, and how many games it has is said', async () => {
  const server = answering(200, { games: 12 });
  const world = fakeWorld(server.fetch);
  await refold(world, { ...target, season: 's1' });
  assert.deepEqual(server.sent, [['POST', 'http://server.test/v1/operations/refolds', { seasonId: 's1' }]]);
  assert.match(world.notes.join('\n'), /12 games are being handed on again/);
});

test('a refusal ends the command with what the server said', async () => {
  const server = answering(403, { code: 'sign-in-again', title: 'Confirm with your password first' });
  await assert.rejects(refold(fakeWorld(server.fetch), { ...target, game: 'g1' }), /Confirm with your password first/);
});

test('a game and a season at once, or neither, is no question', async () => {
  const world = fakeWorld();
  await assert.rejects(refold(world, { ...target, game: 'g', season: 's' }), /either --game or --season/);
  await assert.rejects(refold(world, target), /either --game or --season/);
});
