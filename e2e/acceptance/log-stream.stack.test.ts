/**
 * The API's own end of the stream: what the topic holds when the process that publishes is killed in the middle, and what a viewer
 * shows after the broker was.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { canonicalJson, type LoggedEvent } from '@bball/engine';
import type { PartName } from '@bball/stack/parts';
import { placeOf } from '@bball/stack/place';
import { isAllUp, sayToStack } from '@bball/stack/testing/own-stack';
import { openAccount } from './driver/account.ts';
import { eventually } from './driver/eventually.ts';
import { makeGame } from './driver/made-game.ts';
import type { Profile } from './driver/profile.ts';
import { restAt } from './driver/rest.ts';
import { stackOptions, startDistributed } from './driver/shared-stack.ts';
import { readTopic, type TopicReader } from './driver/topic-reader.ts';
import { shownBytes, watchGame } from './driver/viewer.ts';

const place = placeOf(stackOptions);
const patienceMs = 90_000;
let profile: Profile;
let token: string;
let topic: TopicReader;

before(async () => {
  profile = await startDistributed();
  token = await openAccount(profile, 'coach@stream.example');
  topic = await readTopic(`127.0.0.1:${place.port('kafka')}`, 'game-events');
});
after(async () => {
  await topic?.stop();
  await profile?.stop();
});

const allUp = () => eventually(async () => assert.ok(await isAllUp(place, stackOptions.without)), patienceMs);

/** The process that says of itself that it publishes. */
const leader = (): Promise<PartName> =>
  eventually(async () => {
    for (const [part, door] of [
      ['api-1', 'metrics1'],
      ['api-2', 'metrics2'],
    ] as const) {
      const { text } = await restAt(`http://127.0.0.1:${place.port(door)}`)('GET', '/metrics');
      if (/^publisher_is_leader(\{[^}]*\})? 1/m.test(text)) return part;
    }
    throw new Error('nobody leads');
  }, patienceMs);

/** What the topic has of a game, each seq once. */
const logInTopic = (gameId: string): readonly LoggedEvent[] => {
  const log = new Map<number, LoggedEvent>();
  for (const { value } of topic.records.filter(({ key }) => key === gameId)) {
    const event = JSON.parse(value) as LoggedEvent;
    const seq = event.seq ?? 0;
    assert.ok(seq <= log.size + 1, `I-14: ${seq} came after ${log.size}`);
    const known = log.get(seq);
    assert.ok(known === undefined || known.id === event.id, `I-14: two events have seq ${seq}`);
    log.set(seq, event);
  }
  return [...log.values()];
};

test('K-1, K-4: a publisher that is killed in mid-batch leaves every game in order, whole, in the topic', async () => {
  const games = await Promise.all(
    ['one', 'two', 'three', 'four'].map((seed) => makeGame(profile.url, token, `killed ${seed}`)),
  );
  const count = 160;
  const playing = Promise.all(games.map((game) => game.playTo(count)));
  await eventually(() => assert.ok(topic.records.length > 100));
  await sayToStack(stackOptions, 'kill', await leader());
  await playing;
  for (const { gameId, events } of games) {
    await eventually(() => assert.equal(logInTopic(gameId).length, count), patienceMs);
    assert.deepEqual(
      logInTopic(gameId).map(({ id }) => id),
      events.slice(0, count).map(({ id }) => id),
    );
  }
  await allUp();
});

test('K-3: the other process publishes within five seconds after that', async () => {
  const game = await makeGame(profile.url, token, 'taken over');
  await game.playTo(20);
  const killed = await leader();
  await sayToStack(stackOptions, 'kill', killed);
  const killedAtMs = performance.now();
  await game.playTo(24);
  await eventually(() => assert.equal(logInTopic(game.gameId).length, 24), patienceMs);
  const tookMs = performance.now() - killedAtMs;
  assert.ok(tookMs < 5_000, `it took ${Math.round(tookMs)} ms`);
  await allUp();
});

test('L-3: after the broker was killed a viewer ends at the head, and equals the snapshot', async () => {
  const game = await makeGame(profile.url, token, 'without a broker');
  const watchers = [watchGame(profile.url, game.gameId), watchGame(profile.url, game.gameId)];
  try {
    await game.playTo(60);
    await Promise.all(watchers.map((watcher) => watcher.reached(60)));
    await sayToStack(stackOptions, 'kill', 'kafka');
    await game.playTo(120);
    await allUp();
    await game.playTo(140);
    await Promise.all(watchers.map((watcher) => watcher.reached(140)));
    const { stints: _, ...snapshot } = game.resultAt(140);
    for (const watcher of watchers) {
      assert.equal(shownBytes(watcher), canonicalJson({ ...snapshot, flags: {} }));
      assert.deepEqual(watcher.faults, []);
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
});
