import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeWorld, feedOptions } from '../../testing/fake-world.ts';
import { box } from './box.ts';

const boxOf = async (options = {}) => {
  const world = fakeWorld();
  await box(world, { ...feedOptions, ...options });
  return world.printed.join('\n');
};

const playerKeys =
  'id name number starter played playedMs pts fgm fga fg3m fg3a ftm fta oreb dreb reb ast stl blk tov pf pfd plusMinus'.split(
    ' ',
  );

test('the JSON has exactly the keys that were promised', async () => {
  const printed = JSON.parse(await boxOf({ json: true }));
  assert.deepEqual(Object.keys(printed), ['game', 'teams', 'periods', 'flags']);
  assert.deepEqual(printed.game, { id: '0022599999', ruleSet: 'nba-2025', engineVersion: printed.game.engineVersion });
  for (const team of printed.teams) {
    assert.deepEqual(Object.keys(team), ['id', 'name', 'pts', 'totals', 'players']);
    for (const player of team.players) assert.deepEqual(Object.keys(player), playerKeys);
  }
  assert.deepEqual(printed.periods, [
    { period: 1, pts: [2, 2] },
    { period: 2, pts: [3, 0] },
  ]);
});

test('players keep the feed’s ids, all of the sheet are there, and who did not play has zeros', async () => {
  const [home, away] = JSON.parse(await boxOf({ json: true })).teams;
  assert.deepEqual([home.id, home.name, home.pts, away.pts], ['1', 'Old Bears', 5, 2]);
  assert.deepEqual(
    home.players.map(({ id }: { id: string }) => id),
    ['11', '12', '13', '14', '15', '16', '17'],
  );
  const [scorer, passer, , , , substitute] = home.players;
  assert.deepEqual([scorer.pts, scorer.fgm, scorer.starter, passer.ast], [2, 1, true, 1]);
  assert.deepEqual([substitute.played, substitute.playedMs, substitute.pts], [false, 0, 0]);
});

test('totals are the players and the team’s own rebounds and turnovers', async () => {
  const [home] = JSON.parse(await boxOf({ json: true })).teams;
  assert.deepEqual([home.totals.pts, home.totals.dreb, home.totals.reb, home.totals.tov], [5, 1, 1, 1]);
  assert.equal(home.totals.playedMs, 5 * 24 * 60_000);
});

test('the printed box has the score by period, columns under their headings, and the team’s own row', async () => {
  const lines = (await boxOf()).split('\n');
  assert.match(lines[0] ?? '', /^Old Bears 5 – 2 Old Wolves {3}final, 0022599999, NBA/);
  assert.ok(lines.includes('Old Bears    2   3  5'));
  const heading = lines.find((line) => line.includes('PLAYER')) ?? '';
  const scorer = lines.find((line) => line.includes('Given1 Bears *')) ?? '';
  assert.equal(
    scorer
      .slice(0, heading.indexOf('MIN') + 3)
      .trimEnd()
      .endsWith('24:00'),
    true,
  );
  assert.equal(scorer.length, heading.length);
  assert.ok(lines.some((line) => /^\s+Team\s+0\s+1\s+1\s+1$/.test(line)));
  assert.ok(lines.some((line) => line.includes('Given6 Bears') && line.endsWith('DNP')));
});

test('a file that cannot be read is one line with its place', async () => {
  const world = fakeWorld();
  world.files.set('plays.json', '{"game":{"gameId":"1","actions":[{}]}}');
  await assert.rejects(box(world, feedOptions), /^Error: play-by-play, game\.actions\[0\]\.\w+: .*missing\)$/);
});
