/**
 * A real game, sent play by play by `bball replay`, is on the page what the league published. Games are not ours to ship: without
 * GAMES_DIR a made-up game takes its place, and the engine's box that of the league.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { foldLog } from '@bball/engine';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, sizes } from './support/browser.ts';
import { assertBox, engineBox, type OfficialBox } from './support/compare-box.ts';
import { readOfficialBox } from './support/official-box.ts';
import { serveApp, serveGame } from './support/served-game.ts';

const root = join(import.meta.dirname, '..');
const gamesFolder = join(process.env.GAMES_DIR ?? join(root, '../shared/games'), 'nba-live');
const run = promisify(execFile);

/** The first real game that is there; null: none is. */
const realGame = (): string | null => {
  if (!existsSync(gamesFolder)) return null;
  const name = readdirSync(gamesFolder).sort()[0];
  return name === undefined ? null : join(gamesFolder, name);
};

let browser: Browser;
before(async () => {
  browser = await openBrowser(process.env);
});
after(() => browser?.close());

/** The box of the page, once it shows the final score, against what is official. */
const comparePage = async (address: string, official: OfficialBox) => {
  const { page, complaints, close } = await openPage(browser, { viewport: sizes.desktop });
  await page.goto(address);
  await page.getByText('Final', { exact: true }).first().waitFor();
  await assertBox(page, official);
  assert.deepEqual(complaints, []);
  await close();
};

const folder = realGame();
if (folder !== null) {
  test("the page's box of a replayed game equals the official one, cell by cell", async () => {
    const { api, at, stop } = await serveApp();
    try {
      const coach = await api.newUser();
      const files = ['-p', join(folder, 'playbyplay.json'), '-r', join(folder, 'boxscore.json')];
      const door = ['--api', api.url, '--token', coach.accessToken, '--speed', 'max'];
      await run(process.execPath, [join(root, 'apps/cli/src/main.ts'), 'replay', '-f', 'nba-live', ...files, ...door]);
      const list = await fetch(`${api.url}/v1/public/games`);
      const { games } = (await list.json()) as { games: { id: string }[] };
      assert.equal(games.length, 1);
      await comparePage(
        at(`/games/${games[0]?.id}`),
        readOfficialBox(readFileSync(join(folder, 'boxscore.json'), 'utf8')),
      );
    } finally {
      await stop();
    }
  });
} else {
  test("the page's box of a made-up game equals the engine's, cell by cell", async () => {
    const game = await serveGame('official');
    try {
      await game.playTo(game.events.length);
      await comparePage(game.at(`/games/${game.gameId}`), engineBox(foldLog(game.gameId, game.events)));
    } finally {
      await game.stop();
    }
  });
}
