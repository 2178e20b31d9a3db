/**
 * P8: one story, told to the embedded profile and to the distributed one, over HTTP, sockets and the command line as people have them.
 * Everything that either answers is written down; in the end both have said the same, byte for byte.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { correct, correctedHead, doubtIsShown } from './chapters/correct.ts';
import { create, lookAround } from './chapters/create.ts';
import { enterAll } from './chapters/enter.ts';
import { exportIt, replayRealGame } from './chapters/export.ts';
import { finalHead, finalize, isOver, playToTheEnd, reopenAndSettle } from './chapters/finish.ts';
import { readAll, readConditionally, readLists, readLog } from './chapters/read.ts';
import { readSeason } from './chapters/season.ts';
import { singly, tracked, trackInBatches, trackSingly, turnAway } from './chapters/track.ts';
import {
  all,
  openEyes,
  padFollowsTheLog,
  padSpeaks,
  pulses,
  screensAreSnapshots,
  type Watchers,
} from './chapters/watch.ts';
import { startEmbedded } from './driver/embedded.ts';
import type { Profile, ProfileName } from './driver/profile.ts';
import { firstRealGame } from './driver/real-games.ts';
import { openScene, type Scene } from './driver/scene.ts';
import { startDistributed } from './driver/shared-stack.ts';

const profiles: { readonly [Name in ProfileName]: () => Promise<Profile> } = {
  embedded: startEmbedded,
  distributed: startDistributed,
};
const scenes = new Map<ProfileName, Scene>();

for (const [name, start] of Object.entries(profiles) as [ProfileName, () => Promise<Profile>][])
  describe(`the ${name} profile`, () => {
    let scene: Scene;
    let watchers: Watchers | null = null;
    const eyes = (): Watchers => watchers ?? assert.fail('nobody watches');

    before(async () => {
      scene = openScene(await start());
      scenes.set(name, scene);
    });
    after(async () => {
      for (const watcher of watchers === null ? [] : all(watchers)) watcher.close();
      await scene?.profile.stop();
    });

    test('people enter', () => enterAll(scene));
    test('a league, a season, teams, a game and its scorers are made', () => create(scene));
    test('everybody sees of it what they may', () => lookAround(scene));
    test('people watch before anything is there', async () => {
      watchers = await openEyes(scene);
    });
    test('each play is on every screen before the next is sent', () => trackSingly(scene, eyes()));
    test('a scorer’s device hears the log', () => padFollowsTheLog(scene, eyes(), singly));
    test('the hall hears the pad’s clock, the bench who keeps the score', () => padSpeaks(scene, eyes()));
    test('batches, with repeats, from two scorers', () => trackInBatches(scene));
    test('after them every screen is the snapshot, and a pulse says so', async () => {
      await screensAreSnapshots(scene, eyes(), tracked);
      await pulses(scene, eyes(), tracked);
    });
    test('what is wrong is turned away in the same words', () => turnAway(scene));
    test('a lost message and a broken line are mended while plays are corrected', async () => {
      const [first, second] = eyes().everyone;
      first.loseNext('delta');
      second.breakOff();
      await correct(scene);
      second.comeBack();
      await screensAreSnapshots(scene, eyes(), correctedHead);
      await doubtIsShown(scene);
    });
    test('the game ends, and is final', async () => {
      await playToTheEnd(scene);
      await finalize(scene);
    });
    test('what was held is settled, and it is final again', async () => {
      await reopenAndSettle(scene);
      await screensAreSnapshots(scene, eyes(), finalHead);
      await isOver(scene);
    });
    test('every read, at every door', async () => {
      await readAll(scene);
      await readConditionally(scene);
      await readLists(scene);
    });
    test('what the season makes of it', () => readSeason(scene));
    test('the log, in pages', () => readLog(scene));
    test('the export folds to what is stored', () => exportIt(scene));
    const real = firstRealGame;
    if (real !== null) test('a real game, sent by the command line', () => replayRealGame(scene, real));
  });

describe('P8: both profiles', () => {
  const saidBy = (name: ProfileName) => scenes.get(name)?.witness.said ?? new Map<string, string>();

  test('were asked the same', () =>
    assert.deepEqual([...saidBy('distributed').keys()], [...saidBy('embedded').keys()]));

  test('answered the same, byte for byte', () => {
    const other = saidBy('distributed');
    const differences = [...saidBy('embedded')].filter(([name, text]) => other.get(name) !== text);
    for (const [name, text] of differences.slice(0, 1)) assert.equal(other.get(name), text, name);
    assert.deepEqual(
      differences.map(([name]) => name),
      [],
    );
    assert.ok(other.size > 200);
  });
});
