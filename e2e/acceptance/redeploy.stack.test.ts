/**
 * J-11, K-9: a new engine takes over from a savepoint while a game is played and watched; then every stored game is folded anew, those
 * that are still open first. A rollback is the same once more, under a higher number.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { canonicalJson, engineVersion, type Snapshot } from '@bball/engine';
import { placeOf } from '@bball/stack/place';
import { sayToStack } from '@bball/stack/testing/own-stack';
import { writeRehearsalJar } from '@bball/stack/testing/rehearsal-jar';
import { openAccount } from './driver/account.ts';
import { eventually } from './driver/eventually.ts';
import { type MadeGame, makeGame } from './driver/made-game.ts';
import type { Profile } from './driver/profile.ts';
import { bodyOf, restAt } from './driver/rest.ts';
import { stackOptions, startDistributed } from './driver/shared-stack.ts';
import { readTopic, type TopicReader } from './driver/topic-reader.ts';
import { shownBytes, type Watcher, watchGame } from './driver/viewer.ts';

const place = placeOf(stackOptions);
/** The sweep looks each half minute. */
const sweptMs = 120_000;

let profile: Profile;
let topic: TopicReader;
let finished: MadeGame;
let open: MadeGame;
let live: MadeGame;
let watcher: Watcher;

before(async () => {
  profile = await startDistributed();
  const token = await openAccount(profile, 'coach@redeploy.example');
  topic = await readTopic(`127.0.0.1:${place.port('kafka')}`, 'game-events');
  finished = await makeGame(profile.url, token, 'finished');
  open = await makeGame(profile.url, token, 'left open');
  live = await makeGame(profile.url, token, 'under way');
  await finished.playTo(finished.events.length);
  await open.playTo(50);
  await live.playTo(60);
  watcher = watchGame(profile.url, live.gameId);
  await watcher.reached(60);
  await storedBy(engineVersion, [finished, open, live]);
});
after(async () => {
  watcher?.close();
  await topic?.stop();
  await profile?.stop();
});

const storedBy = (version: number, games: readonly MadeGame[]) =>
  eventually(async () => {
    for (const { gameId } of games) assert.equal((await profile.storedResult(gameId))?.engineVersion, version);
  }, sweptMs);

/** What the door answers, of that engine: the same fold under its number. */
const snapshotAt = async (count: number, version: number): Promise<string> => {
  const path = `/v1/public/games/${live.gameId}/live?atLeast=${count}`;
  const snapshot = canonicalJson(bodyOf<Snapshot>(await restAt(profile.url)('GET', path)));
  const { stints: _, ...folded } = live.resultAt(count);
  assert.equal(snapshot, canonicalJson({ ...folded, engineVersion: version, flags: {} }));
  return snapshot;
};

/** Deploys while the game goes on; in the end nothing is lost and nobody looks at the old engine's numbers. */
const deploy = async (version: number, from: number, to: number): Promise<void> => {
  const jar = join(tmpdir(), `bball-engine-${version}-${process.pid}.jar`);
  await writeRehearsalJar(place.inFolder('flink/job.jar'), version, jar);
  const over = new AbortController();
  const deploying = sayToStack(stackOptions, 'redeploy', jar).finally(() => {
    over.abort();
    rmSync(jar, { force: true });
  });
  await live.playOn({ from, upTo: to - 10, everyMs: 150, until: over.signal });
  assert.match(await deploying, /runs as [0-9a-f]{32}/);
  await live.playTo(to);
  await watcher.reached(to);
  await eventually(async () => assert.equal(shownBytes(watcher), await snapshotAt(to, version)));
  assert.deepEqual(watcher.faults, []);
};

const firstReplay = (gameId: string, sinceMs: number): number =>
  Math.min(
    ...topic.records
      .filter((record) => record.isReplay && record.key === gameId && record.atMs >= sinceMs)
      .map(({ atMs }) => atMs),
  );

test('J-11: a new engine takes over from a savepoint under a game that goes on; its viewer ends at its snapshot', () =>
  deploy(engineVersion + 1, 60, 150));

test('K-9: then every stored result is of the new engine, and open games were folded before finished ones', async () => {
  await storedBy(engineVersion + 1, [finished, open, live]);
  assert.ok(firstReplay(open.gameId, 0) <= firstReplay(finished.gameId, 0), 'open games first');
});

test('J-11: the way back is the old source under a higher number', async () => {
  await deploy(engineVersion + 2, 150, 240);
  await storedBy(engineVersion + 2, [finished, open, live]);
});
