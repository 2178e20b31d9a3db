/** The demo that `npm start` plays: somebody opens its live game from the list and watches, the demo's scorer corrects a basket. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type FoldedPlay, playByPlay, type Snapshot } from '@bball/engine';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, sizes, type WatchedPage } from './support/browser.ts';
import { serveApp } from './support/served-game.ts';

/** The demo plays a season of finished games before its live one begins. */
const seasonPlayedMs = 180_000;
/** A break between periods is the longest that a score stands still. */
const longestBreakMs = 120_000;

let browser: Browser;
let served: Awaited<ReturnType<typeof serveApp>>;
let watched: WatchedPage;

before(async () => {
  [browser, served] = await Promise.all([openBrowser(process.env), serveApp({ demoSpeed: 60 })]);
  watched = await openPage(browser, { viewport: sizes.desktop });
});
after(async () => {
  await browser?.close();
  await served?.stop();
});

const gameId = (): string => new URL(watched.page.url()).pathname.split('/').at(-1) ?? '';

const snapshot = async (): Promise<Snapshot> =>
  (await (await fetch(`${served.api.url}/v1/public/games/${gameId()}/live`)).json()) as Snapshot;

const signedInScorer = async (): Promise<string> => {
  const body = JSON.stringify({ email: 'scorer@demo.example', password: 'court side demo', client: 'phone' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${served.api.url}/v1/sessions`, { method: 'POST', headers, body });
  return ((await answer.json()) as { accessToken: string }).accessToken;
};

const isBasket = (play: FoldedPlay): boolean =>
  play.type === 'field-goal-attempted' && play.body.made === true && !play.isVoided;

test('the list shows the live game first, and it opens', async () => {
  const { page } = watched;
  await page.goto(served.at('/'));
  await page.getByRole('heading', { name: 'Live now' }).waitFor({ timeout: seasonPlayedMs });
  await page.getByRole('link').filter({ hasText: 'Live' }).first().click();
  await page.getByTestId('score-home').waitFor();
  await page.getByRole('table').first().waitFor();
});

test('its score moves by itself', async () => {
  const { page } = watched;
  const score = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-testid^="score-"]')].map((side) => side.textContent).join('–'),
    );
  const before = await score();
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('[data-testid^="score-"]')].map((side) => side.textContent).join('–') !== text,
    before,
    { timeout: longestBreakMs },
  );
});

test('a basket that its scorer takes back is struck on the page at once, and the game goes on', async () => {
  const { page } = watched;
  await page.waitForFunction(() => /\d PT/.test(document.body.innerText));
  const basket = playByPlay(await snapshot()).findLast(isBasket);
  assert.ok(basket);
  const event = {
    id: randomUUID(),
    gameId: gameId(),
    schemaVersion: 1,
    recordedBy: randomUUID(),
    deviceId: randomUUID(),
    deviceSeq: 1,
    afterSeq: (await snapshot()).revision,
    recordedAt: new Date().toISOString(),
    type: 'play-voided',
    playId: basket.id,
  };
  const answer = await fetch(`${served.api.url}/v1/games/${gameId()}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await signedInScorer()}` },
    body: JSON.stringify({ contractVersion: 1, events: [event] }),
  });
  assert.equal(((await answer.json()) as { answers: { outcome: string }[] }).answers[0]?.outcome, 'accepted');
  await page.getByText('removed').first().waitFor();
  const after = await snapshot();
  assert.equal(after.plays[basket.id]?.isVoided, true);
  assert.deepEqual(watched.complaints, []);
});
