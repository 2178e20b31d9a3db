import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Presence } from '@bball/contracts';
import type { DeviceId } from '@bball/engine';
import type { SharedPresence } from '../repositories/redis/shared-presence.ts';
import { makePresenceBoard } from './presence.ts';

type Scorers = Presence['scorers'];

const [ana, ben] = ['ana', 'ben'] as DeviceId[] as [DeviceId, DeviceId];

const board = () => {
  const world = { nowMs: Date.parse('2026-11-24T18:00:00.000Z'), others: [] as Scorers | null };
  const heard: Scorers[] = [];
  const said: Scorers[] = [];
  const shared: SharedPresence = {
    say: async (_gameId, scorers) => void said.push(scorers),
    others: async () => world.others,
    bell: { say: async () => {}, hear: () => {} },
  };
  const presence = makePresenceBoard({
    shared,
    staffed: () => ['game'],
    onMoved: ({ scorers }) => heard.push(scorers),
    nowMs: () => world.nowMs,
    beatMs: 60_000,
    onTrouble: (error) => assert.fail(String(error)),
  });
  const says = (deviceId: DeviceId, pendingCount: number, socketId = `socket of ${deviceId}`): void =>
    presence.saw(socketId, { gameId: 'game', deviceId, role: 'scorer', pendingCount });
  const elsewhere = (deviceId: DeviceId, pendingCount: number, agoMs = 0): Scorers[number] => ({
    deviceId,
    role: 'scorer',
    pendingCount,
    seenAt: new Date(world.nowMs - agoMs).toISOString() as Scorers[number]['seenAt'],
  });
  const looked = async (): Promise<void> => {
    presence.look('game');
    await new Promise(setImmediate);
  };
  const last = (): readonly string[] =>
    (heard.at(-1) ?? []).map(({ deviceId, pendingCount }) => `${deviceId} ${pendingCount}`);
  return { world, presence, heard, said, says, elsewhere, looked, last };
};

test('a device is listed once, by its last word, whichever process heard that', async () => {
  const { world, says, elsewhere, looked, last } = board();
  says(ana, 3);
  says(ana, 1);
  assert.deepEqual(last(), ['ana 1']);
  world.others = [elsewhere(ben, 2), elsewhere(ana, 9, 5_000)];
  await looked();
  assert.deepEqual([...last()].sort(), ['ana 1', 'ben 2']);
  world.nowMs += 1_000;
  world.others = [elsewhere(ana, 7)];
  await looked();
  assert.deepEqual(last(), ['ana 7'], 'it moved to another process');
});

test('who is silent for 30 s is gone, here and elsewhere, and that the last went is said once', async () => {
  const { world, says, elsewhere, looked, last, heard } = board();
  says(ana, 3);
  world.others = [elsewhere(ben, 2, 10_000)];
  await looked();
  world.nowMs += 20_000;
  await looked();
  assert.deepEqual(last(), ['ana 3']);
  world.nowMs += 10_000;
  await looked();
  assert.deepEqual(last(), []);
  const count = heard.length;
  await looked();
  assert.equal(heard.length, count);
});

test('while nothing can be learned of the others, what was known of them lasts its 30 s, and the own are there', async () => {
  const { world, says, elsewhere, looked, last } = board();
  world.others = [elsewhere(ben, 2)];
  await looked();
  world.others = null;
  says(ana, 1);
  await looked();
  assert.deepEqual([...last()].sort(), ['ana 1', 'ben 2']);
  world.nowMs += 30_000;
  says(ana, 1);
  assert.deepEqual(last(), ['ana 1']);
});

test('a socket that closes takes its devices along, but not one that spoke by another socket since', () => {
  const { presence, says, last, said } = board();
  says(ana, 3, 'first socket');
  says(ana, 2, 'second socket');
  presence.left('first socket');
  assert.deepEqual(last(), ['ana 2']);
  presence.left('second socket');
  assert.deepEqual([last(), said.at(-1)], [[], []]);
});

test('a socket speaks for one device, and there are never more than a game can have', () => {
  const { says, last } = board();
  for (let device = 0; device < 100; device += 1) says(`device ${device}` as DeviceId, 1, 'one socket');
  assert.deepEqual(last(), ['device 99 1']);
  for (let device = 0; device < 100; device += 1) says(`other ${device}` as DeviceId, 1);
  assert.equal(last().length, 40);
});

test('devices that fell silent make room while others go on', () => {
  const { world, says, last } = board();
  for (let device = 0; device < 40; device += 1) says(`silent ${device}` as DeviceId, 1);
  world.nowMs += 30_000;
  says(ana, 1);
  assert.deepEqual(last(), ['ana 1']);
});
