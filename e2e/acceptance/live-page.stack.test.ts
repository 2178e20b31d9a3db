/** The app as `npm run stack` serves it, in Chromium at the balancer: a game comes through Kafka and Flink and plays on the page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FoldedPlay, Snapshot } from '@bball/engine';
import { playByPlay } from '@bball/engine';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, sizes, type WatchedPage } from '../support/browser.ts';
import { assertBox } from '../support/compare-box.ts';
import { openAccount } from './driver/account.ts';
import { eventually } from './driver/eventually.ts';
import { type PlayedGame, playOnPage } from './driver/played-on-page.ts';
import type { Profile } from './driver/profile.ts';
import { bodyOf, restAt } from './driver/rest.ts';
import { startDistributed } from './driver/shared-stack.ts';

/** Time for a whole game at the speed of the replay, on a busy machine. */
const gameMs = 150_000;

let profile: Profile;
let token: string;
let browser: Browser;
let game: PlayedGame;
let watched: WatchedPage;

before(async () => {
  profile = await startDistributed();
  token = await openAccount(profile, 'coach@page.example');
  browser = await openBrowser(process.env);
  watched = await openPage(browser, { viewport: sizes.desktop });
  // The app is there before the game begins, which does not wait for it.
  await watched.page.goto(profile.url);
  await watched.page.getByRole('heading').first().waitFor();
  game = await playOnPage(profile.url, token);
});
after(async () => {
  await browser?.close();
  await profile?.stop();
});

const live = async (): Promise<Snapshot> =>
  bodyOf(await restAt(profile.url)('GET', `/v1/public/games/${game.gameId}/live`));

const scoreOnPage = () =>
  watched.page.evaluate(() =>
    [...document.querySelectorAll('[data-testid^="score-"]')].map((side) => side.textContent).join('–'),
  );

/** A correction by the coach's own device, through the door that everybody has. */
const correct = async (deviceSeq: number, body: object): Promise<void> => {
  const { gameId } = game;
  const event = {
    ...{ id: crypto.randomUUID(), gameId, schemaVersion: 1, recordedBy: gameId, deviceId: gameId, deviceSeq },
    ...{ afterSeq: (await live()).revision, recordedAt: '2026-01-10T18:00:00.000Z' },
    ...body,
  };
  const path = `/v1/games/${gameId}/events`;
  const asked = { token, body: { contractVersion: 1, events: [event] } };
  const { answers } = bodyOf<{ answers: { outcome: string; code: string | null }[] }>(
    await restAt(profile.url)('POST', path, asked),
  );
  assert.deepEqual([answers[0]?.outcome, answers[0]?.code], ['accepted', null]);
};

const isBasket = (play: FoldedPlay) =>
  play.type === 'field-goal-attempted' && play.body.made === true && !play.isVoided;

test('the page of the game opens at the balancer, and its score moves by itself', async () => {
  const { page } = watched;
  await page.goto(`${profile.url}/games/${game.gameId}`);
  await page.getByTestId('score-home').waitFor();
  const before = await scoreOnPage();
  await eventually(async () => assert.notEqual(await scoreOnPage(), before), gameMs);
});

test('a basket that is taken back is struck on the page, and stands again when it is given back', async () => {
  const basket = await eventually(
    async () => playByPlay(await live()).findLast(isBasket) ?? assert.fail('no basket yet'),
  );
  await game.pause();
  await correct(1, { type: 'play-voided', playId: basket.id });
  await watched.page.getByText('removed').first().waitFor();
  await correct(2, { type: 'play-restored', playId: basket.id });
  await watched.page.getByText('removed').first().waitFor({ state: 'detached' });
});

test('in the end its box is the official one, cell by cell, and nothing was complained about', async () => {
  await game.finish();
  await watched.page.getByText('Final', { exact: true }).first().waitFor({ timeout: gameMs });
  await eventually(() => assertBox(watched.page, game.official));
  assert.deepEqual(watched.complaints, []);
});
