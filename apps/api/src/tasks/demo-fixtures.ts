/** Which games the demo has: who met whom, who will, and how the live one is drawn. Pure; ids are made from names. */
import type { PlayerId, SpotId, TeamId } from '@bball/engine';
import type { SimulatedTeam } from '@bball/engine/testing';
import type { WantedGame } from '../commands/create-game.ts';
import { type DemoSeason, type DemoTeam, demoId } from './demo-league.ts';

export type DemoFixture = {
  readonly gameId: string;
  readonly season: DemoSeason;
  readonly home: DemoTeam;
  readonly away: DemoTeam;
  readonly startsAtMs: number;
};

const dayMs = 86_400_000;
const hours = (count: number): number => count * 3_600_000;

const pairsOf = (teams: readonly DemoTeam[]): readonly (readonly [DemoTeam, DemoTeam])[] =>
  teams.flatMap((home, index) => teams.slice(index + 1).map((away): readonly [DemoTeam, DemoTeam] => [home, away]));

const fixturesOf = (name: string, season: DemoSeason, firstMs: number, everyMs: number): readonly DemoFixture[] =>
  pairsOf(season.teams).map(([first, second], index) => {
    const [home, away] = index % 2 === 0 ? [first, second] : [second, first];
    const gameId = demoId(`${name} ${first.name} – ${second.name}`);
    return { gameId, season, home, away, startsAtMs: firstMs + index * everyMs };
  });

/** The evening before `nowMs`, so many days back. */
const eveningMs = (nowMs: number, daysBack: number): number =>
  Math.floor(nowMs / dayMs) * dayMs - daysBack * dayMs + hours(18);

/** Everybody of the season met everybody once; the last of them yesterday. */
export const playedFixtures = (season: DemoSeason, nowMs: number): readonly DemoFixture[] => {
  const games = (season.teams.length * (season.teams.length - 1)) / 2;
  return fixturesOf('played', season, eveningMs(nowMs, games), dayMs);
};

/** The return games of the coming days. */
export const comingFixtures = (season: DemoSeason, nowMs: number): readonly DemoFixture[] =>
  fixturesOf('coming', season, eveningMs(nowMs, -2), dayMs)
    .slice(0, 4)
    .map((fixture) => ({
      ...fixture,
      home: fixture.away,
      away: fixture.home,
    }));

/** The teams of the n-th live game: every pair in turn. */
export const livePair = (season: DemoSeason, n: number): readonly [DemoTeam, DemoTeam] => {
  const pairs = pairsOf(season.teams);
  const [first, second] = pairs[n % pairs.length] as readonly [DemoTeam, DemoTeam];
  return n % 2 === 0 ? [first, second] : [second, first];
};

/** A live game of the demo by its id: made from a name (version 8), and none of the fixtures. People's own games are version 7. */
export const isDemoId = (gameId: string): boolean => gameId.charAt(14) === '8';

export const wantedGame = ({ gameId, season, home, away, startsAtMs }: DemoFixture): WantedGame => ({
  id: gameId,
  seasonId: season.seasonId,
  homeTeamId: home.id,
  awayTeamId: away.id,
  hostTeamId: undefined,
  startsAt: new Date(startsAtMs).toISOString(),
  venue: `${home.name.split(' ')[0]} Hall`,
  visibility: undefined,
  ruleSet: undefined,
  rules: {},
  tracked: 'full',
});

/** A team as the simulator plays it: the roster spots are the players. */
export const simulatedTeam = ({ id, spots }: DemoTeam): SimulatedTeam => ({
  teamId: id as TeamId,
  roster: spots.map(({ spotId, number }) => ({
    playerId: spotId as PlayerId,
    spotId: spotId as string as SpotId,
    number,
  })),
});
