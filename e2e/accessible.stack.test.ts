/** What axe-core can find on the main screens, light and dark, phone and desktop: nothing serious. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, sizes } from './support/browser.ts';
import { type ServedGame, serveGame } from './support/served-game.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let game: ServedGame;

before(async () => {
  [browser, game] = await Promise.all([openBrowser(process.env), serveGame('accessible')]);
  await game.playTo(150);
});
after(async () => {
  await browser?.close();
  await game?.stop();
});

type Finding = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
};

/** Serious and critical findings, in words. */
const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const violations = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } }).axe
      .run()
      .then((result) => result.violations),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 300)} — ${nodes[0]?.failureSummary}`);
};

type Screen = {
  readonly name: string;
  readonly path: () => string;
  readonly isThere: (page: Page) => Promise<unknown>;
};

const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
const view = (name: string) => () => `/games/${game.gameId}?view=${name}`;

const onPhone: readonly Screen[] = [
  { name: 'games', path: () => '/', isThere: text('Harbour Hawks') },
  { name: 'feed', path: view('feed'), isThere: text('1st quarter') },
  { name: 'box', path: view('box'), isThere: (page) => page.getByRole('table').first().waitFor() },
  { name: 'shots', path: view('shots'), isThere: text('All shots') },
  { name: 'flow', path: view('flow'), isThere: text('Lead changes') },
  { name: 'comparison', path: view('teams'), isThere: text('Four factors') },
  { name: 'sign in', path: () => '/sign-in', isThere: text('Password') },
  { name: 'create account', path: () => '/register', isThere: text('Country') },
  { name: 'settings', path: () => '/settings', isThere: text('Language') },
];

/** What a wide screen puts together otherwise. */
const onDesktop: readonly Screen[] = [
  { name: 'game', path: view('game'), isThere: (page) => page.getByRole('table').first().waitFor() },
  { name: 'teams', path: view('teams'), isThere: text('Fives') },
];

for (const [scheme, size, screens] of [
  ['light', 'phone', onPhone],
  ['dark', 'phone', onPhone],
  ['light', 'desktop', onDesktop],
] as const) {
  test(`no serious finding on any screen, ${scheme} on a ${size}`, async () => {
    const { page, complaints, close } = await openPage(browser, { colorScheme: scheme, viewport: sizes[size] });
    const found: string[] = [];
    for (const { name, path, isThere } of screens) {
      await page.goto(game.at(path()));
      await isThere(page);
      found.push(...(await findings(page)).map((finding) => `${name}: ${finding}`));
    }
    assert.deepEqual(found, []);
    assert.deepEqual(complaints, []);
    await close();
  });
}

test('the page can be used by keyboard: a tab is opened, a number opens its plays, Escape closes them', async () => {
  const { page, close } = await openPage(browser);
  await page.goto(game.at(`/games/${game.gameId}`));
  const box = page.getByRole('tab', { name: 'Box' });
  await box.focus();
  await page.keyboard.press('Enter');
  const number = page.getByLabel(/, points \d+, show the plays$/).first();
  await number.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await close();
});
