/** A fan watches a game while it is scored, corrected, and while the network goes away and comes back. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type EventId, foldLog, type GameEvent, type GameResult, type LoggedEvent } from '@bball/engine';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, sizes, type WatchedPage } from './support/browser.ts';
import { readBox, shown, signed } from './support/page-box.ts';
import { type ServedGame, serveGame } from './support/served-game.ts';

let browser: Browser;
let game: ServedGame;
let watched: WatchedPage;
const extra: LoggedEvent[] = [];

/** What the page must show: the fold of all that was sent. */
const folded = (count: number): GameResult =>
  foldLog(game.gameId, [
    ...game.events.slice(0, count),
    ...extra.map((event, at) => ({ ...event, seq: count + at + 1 })),
  ]);

const showsScore = async ({ game: { score } }: GameResult): Promise<void> => {
  const side = (name: 'home' | 'away') =>
    watched.page.getByTestId(`score-${name}`).getByText(String(score[name]), { exact: true });
  await Promise.all([side('home').waitFor(), side('away').waitFor()]);
};

/** The page's box is the fold's, player by player, once the page has all of it. */
const showsBox = async (result: GameResult): Promise<void> => {
  await showsScore(result);
  const teams = await readBox(watched.page);
  assert.equal(teams.length, 2);
  for (const [at, side] of (['home', 'away'] as const).entries()) {
    const teamId = result.game[side];
    for (const line of Object.values(result.players).filter((one) => one.teamId === teamId && one.hasPlayed)) {
      const onPage = teams[at]?.players[line.number];
      assert.ok(onPage, `#${line.number} is on the page`);
      const { PTS, REB, AST, STL, BLK, TO, PF, FG, '3P': three, FT, '+/−': plusMinus } = onPage;
      assert.deepEqual(
        { PTS, REB, AST, STL, BLK, TO, PF, FG, three, FT, plusMinus },
        {
          PTS: shown(line.pts),
          REB: shown(line.reb),
          AST: shown(line.ast),
          STL: shown(line.stl),
          BLK: shown(line.blk),
          TO: shown(line.tov),
          PF: shown(line.pf),
          FG: `${line.fgm}/${line.fga}`,
          three: `${line.fg3m}/${line.fg3a}`,
          FT: `${line.ftm}/${line.fta}`,
          plusMinus: signed(line.plusMinus),
        },
        `#${line.number} of the ${side} side`,
      );
    }
  }
};

const correction = (body: Partial<GameEvent> & { readonly type: GameEvent['type'] }): LoggedEvent => {
  const like = game.events.at(-1) as LoggedEvent;
  const { gameId, schemaVersion, recordedBy, recordedAt } = like;
  const deviceId = randomUUID();
  return {
    id: randomUUID(),
    gameId,
    schemaVersion,
    recordedBy,
    recordedAt,
    deviceId,
    deviceSeq: 1,
    afterSeq: 100,
    seq: null,
    ...body,
  } as unknown as LoggedEvent;
};

before(async () => {
  [browser, game] = await Promise.all([openBrowser(process.env), serveGame('watched')]);
  await game.playTo(120);
  watched = await openPage(browser, { viewport: sizes.desktop });
  await watched.page.goto(game.at(`/games/${game.gameId}`));
});
after(async () => {
  await browser?.close();
  await game?.stop();
});

test('the page shows the score, the names of the card and a box that is the fold of the log', async () => {
  await showsBox(folded(120));
  await watched.page.getByText('Harbour Hawks').first().waitFor();
  await watched.page.getByText('Dora Diaz').first().waitFor();
});

test('new plays arrive without a touch', async () => {
  await game.playTo(170);
  await showsBox(folded(170));
});

test('a corrected basket shows its new worth, its old text struck, and a box that was right at once', async () => {
  const basket = game.events
    .slice(140, 170)
    .findLast((event) => event.type === 'field-goal-attempted' && event.made && event.points === 2);
  assert.ok(basket?.type === 'field-goal-attempted');
  const change = correction({
    type: 'play-amended',
    playId: basket.id,
    playType: basket.type,
    changes: { points: 3 },
  } as never);
  await game.send([change]);
  extra.push(change);
  await showsBox(folded(170));
  await watched.page.getByText('edited').first().waitFor();
  const struck = watched.page.getByLabel(/^before: .* 2 PT/).first();
  assert.equal(await struck.evaluate((element) => getComputedStyle(element).textDecorationLine), 'line-through');
});

test('a basket that is taken back leaves the score, and says it was removed', async () => {
  const change = correction({ type: 'play-voided', playId: (extra[0] as { playId?: EventId }).playId } as never);
  await game.send([change]);
  extra.push(change);
  await showsBox(folded(170));
  await watched.page.getByText('removed').first().waitFor();
});

test('a number opens the plays behind it', async () => {
  const best = Object.entries(folded(170).players).sort(([, a], [, b]) => (b.pts ?? 0) - (a.pts ?? 0))[0];
  assert.ok(best);
  await watched.page
    .getByLabel(new RegExp(`^#${best[1].number} .*, points ${best[1].pts}, show the plays$`))
    .first()
    .click();
  const sheet = watched.page.getByRole('dialog');
  await sheet.getByRole('listitem').first().waitFor();
  assert.ok((await sheet.getByText(new RegExp(`#${best[1].number} `)).count()) > 1);
  await watched.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
});

test('nothing was complained about so far', () => {
  assert.deepEqual(watched.complaints, []);
});

test('while the network is away the page says so and keeps what it has; when it is back the box is right again', async () => {
  const { page } = watched;
  const before = folded(170);
  game.wire.cut();
  await page.getByText('No connection').waitFor();
  await showsScore(before);
  await game.playTo(230);
  game.wire.mend();
  await showsBox(folded(230));
  await page.getByText('No connection').waitFor({ state: 'hidden' });
  const others = watched.complaints.filter(
    (complaint) => !/WebSocket|Failed to load resource|net::ERR/.test(complaint),
  );
  assert.deepEqual(others, []);
});

test('the end of the game is shown as final', async () => {
  await game.playTo(game.events.length);
  await watched.page.getByText('Final', { exact: true }).first().waitFor();
  await showsBox(folded(game.events.length));
});
