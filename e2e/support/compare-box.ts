/** The box of the page against what is official: everybody who played, every column. */
import assert from 'node:assert/strict';
import { type GameResult, shownMinutes } from '@bball/engine';
import type { Page } from 'playwright-core';
import type { OfficialLine } from './official-box.ts';
import { type PageLine, readBox, shown, signed } from './page-box.ts';

export type OfficialBox = readonly (readonly OfficialLine[])[];

/** The page must show the game's end. */
export const assertBox = async (page: Page, official: OfficialBox): Promise<void> => {
  const teams = await readBox(page);
  assert.equal(teams.length, 2);
  for (const [at, lines] of official.entries()) {
    const onPage: Readonly<Record<string, PageLine>> = teams[at]?.players ?? {};
    assert.deepEqual(Object.keys(onPage).sort(), lines.map(({ number }) => number).sort(), 'everybody who played');
    for (const { number, ...columns } of lines) {
      const line = onPage[number] ?? {};
      assert.deepEqual(
        Object.fromEntries(Object.keys(columns).map((key) => [key, line[key]])),
        columns,
        `#${number} of side ${at + 1}`,
      );
    }
  }
};

/** The engine's own box where no league has published one. */
export const engineBox = ({ players, game }: GameResult): OfficialBox =>
  (['home', 'away'] as const).map((side) =>
    Object.values(players)
      .filter((line) => line.teamId === game[side] && line.hasPlayed)
      .map(engineLine),
  );

const engineLine = (line: GameResult['players'][keyof GameResult['players']]): OfficialLine => ({
  number: line.number,
  MIN: shownMinutes(line.playedMs ?? 0, 'rounded'),
  PTS: shown(line.pts),
  REB: shown(line.reb),
  AST: shown(line.ast),
  STL: shown(line.stl),
  BLK: shown(line.blk),
  TO: shown(line.tov),
  PF: shown(line.pf),
  OREB: shown(line.oreb),
  DREB: shown(line.dreb),
  FG: `${line.fgm}/${line.fga}`,
  '3P': `${line.fg3m}/${line.fg3a}`,
  FT: `${line.ftm}/${line.fta}`,
  '+/−': signed(line.plusMinus),
});
