/** Games as nouns, each with its two teams, the league of its season, and where its log stands. */
import type { Facet, Pair, RulePatch, RuleSetId } from '@bball/engine';
import type { AgeGroup } from '../policies/age-band.ts';
import type { GameFacts, Visibility } from '../policies/games.ts';
import type { Rows } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { NewNoun } from './leagues.ts';
import type { Page } from './page.ts';

export type TeamOfGame = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly colour: string | null;
  readonly ageGroup: AgeGroup;
  readonly isShell: boolean;
  readonly leagueIds: readonly string[];
};

/** What a list says of a running or finished game; null: nothing was folded yet. */
export type Headline = { readonly score: Pair<number>; readonly period: number; readonly clockMs: number | null };

export type NewGame = {
  readonly id: string;
  readonly seasonId: string | null;
  readonly hostTeamId: string;
  readonly homeTeamId: string;
  readonly awayTeamId: string;
  readonly awayAcceptedAt: string | null;
  readonly visibility: Visibility;
  readonly startsAt: string | null;
  readonly venue: string | null;
  readonly ruleSet: RuleSetId;
  readonly rules: RulePatch;
  readonly tracked: Pair<readonly Facet[]>;
};

/** All that the policies ask (`GameFacts`), and the rest. */
export type Game = NewGame & {
  readonly leagueId: string | null;
  readonly publishesVenues: boolean;
  readonly status: GameFacts['status'];
  readonly finalAt: string | null;
  /** Did the side that does not host agree. */
  readonly isAccepted: boolean;
  /** Of the game and its two teams: grows with whatever a card shows. */
  readonly cardVersion: number;
  readonly createdAt: string;
  /** What lists sort by: the start, else when it was made. */
  readonly listedAt: string;
  readonly home: TeamOfGame;
  readonly away: TeamOfGame;
  readonly headline: Headline | null;
  /** The final that stands and settled nothing, since its score is disputed (F-4). */
  readonly disputedFinalId: string | null;
};

export type GameScope = {
  /** Teams, leagues and games whose non-public games are shown; the policy still judges each (canWatchGame). */
  readonly teamIds: readonly string[];
  readonly leagueIds: readonly string[];
  readonly gameIds: readonly string[];
  readonly onlyOwn: boolean;
};

export type GameFilter = {
  readonly status: GameFacts['status'] | null;
  readonly leagueId: string | null;
  readonly seasonId: string | null;
  readonly teamId: string | null;
};

export type GameChanges = Partial<
  Pick<NewGame, 'startsAt' | 'venue' | 'ruleSet' | 'rules' | 'tracked' | 'visibility' | 'awayAcceptedAt'> & {
    readonly status: GameFacts['status'];
  }
>;

export type Games = ReturnType<typeof makeGames>;

export const makeGames = (rows: Rows) => ({
  find: async (id: string): Promise<Game | null> => {
    const [row] = await rows.$queryRaw<GameRow[]>(Prisma.sql`${select} where g.id = ${id}::uuid`);
    return row === undefined ? null : gameOf(row);
  },

  ofIds: async (ids: readonly string[]): Promise<readonly Game[]> =>
    (await rows.$queryRaw<GameRow[]>(Prisma.sql`${select} where g.id = any(${[...ids]}::uuid[])`)).map(gameOf),

  /** false: the id is taken. */
  insert: async (game: NewGame, { createdBy, at }: NewNoun): Promise<boolean> => {
    const { count } = await rows.game.createMany({
      data: [{ ...game, ...jsonOf(game), createdBy, createdAt: at, updatedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  change: async (id: string, changes: GameChanges, at: string): Promise<void> => {
    await rows.game.update({ where: { id }, data: { ...changes, ...jsonOf(changes), updatedAt: at } });
  },

  /** Latest first, after [listedAt, id]; soonest first when only the scheduled are asked for. */
  list: async (scope: GameScope, filter: GameFilter, { after, limit }: Page): Promise<readonly Game[]> => {
    const soonestFirst = filter.status === 'scheduled';
    const beyond = Prisma.sql`(${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid)`;
    const found = await rows.$queryRaw<GameRow[]>(Prisma.sql`${select}
      where ${shownTo(scope)} and ${matching(filter)}
        and ${
          after === null
            ? Prisma.sql`true`
            : soonestFirst
              ? Prisma.sql`(g.listed_at, g.id) > ${beyond}`
              : Prisma.sql`(g.listed_at, g.id) < ${beyond}`
        }
      order by ${soonestFirst ? Prisma.sql`g.listed_at, g.id` : Prisma.sql`g.listed_at desc, g.id desc`}
      limit ${limit}`);
    return found.map(gameOf);
  },
});

const teamColumns = (alias: 'h' | 'a'): Prisma.Sql => {
  const t = Prisma.raw(alias);
  return Prisma.sql`json_build_object('id', ${t}.id, 'name', ${t}.name, 'shortName', ${t}.short_name, 'colour', ${t}.colour,
    'ageGroup', ${t}.age_group, 'isShell', ${t}.is_shell,
    'leagueIds', (select coalesce(json_agg(l.league_id order by l.league_id), '[]') from team_leagues l where l.team_id = ${t}.id))`;
};

const select = Prisma.sql`
  select g.id, g.season_id, s.league_id, coalesce(l.publishes_venues, false) as publishes_venues, g.host_team_id,
    g.away_accepted_at, g.status, g.visibility, g.starts_at, g.venue, g.rule_set, g.rules, g.tracked, g.final_at, g.created_at,
    g.listed_at, (g.card_version + h.card_version + a.card_version)::int as card_version,
    ${teamColumns('h')} as home, ${teamColumns('a')} as away, r.home_pts, r.away_pts, r.period, r.clock_ms,
    (select head.status_event_id from game_heads head where head.game_id = g.id and head.status = 'final'
      and head.status_seq <= r.revision and not exists (select from game_finals f
        where f.game_id = g.id and f.final_event_id = head.status_event_id)) as disputed_final_id
  from games g
    join teams h on h.id = g.home_team_id
    join teams a on a.id = g.away_team_id
    left join seasons s on s.id = g.season_id
    left join leagues l on l.id = s.league_id
    left join game_results r on r.game_id = g.id`;

/** Over the aliases `g` (games) and `s` (seasons). */
export const shownTo = ({ teamIds, leagueIds, gameIds, onlyOwn }: GameScope): Prisma.Sql => {
  const own = Prisma.sql`g.home_team_id = any(${[...teamIds]}::uuid[]) or g.away_team_id = any(${[...teamIds]}::uuid[])
    or g.id = any(${[...gameIds]}::uuid[])`;
  return onlyOwn
    ? Prisma.sql`(${own})`
    : Prisma.sql`(g.visibility = 'public' or ${own} or s.league_id = any(${[...leagueIds]}::uuid[]))`;
};

/** Over the same. */
export const matching = ({ status, leagueId, seasonId, teamId }: GameFilter): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...(status === null ? [] : [Prisma.sql`g.status = ${status}`]),
      ...(leagueId === null ? [] : [Prisma.sql`s.league_id = ${leagueId}::uuid`]),
      ...(seasonId === null ? [] : [Prisma.sql`g.season_id = ${seasonId}::uuid`]),
      ...(teamId === null ? [] : [Prisma.sql`(g.home_team_id = ${teamId}::uuid or g.away_team_id = ${teamId}::uuid)`]),
    ],
    ' and ',
  );

const jsonOf = ({ rules, tracked }: Pick<GameChanges, 'rules' | 'tracked'>) => ({
  ...(rules === undefined ? {} : { rules: rules as Prisma.InputJsonObject }),
  ...(tracked === undefined ? {} : { tracked: tracked as unknown as Prisma.InputJsonObject }),
});

type GameRow = {
  readonly id: string;
  readonly season_id: string | null;
  readonly league_id: string | null;
  readonly publishes_venues: boolean;
  readonly host_team_id: string;
  readonly away_accepted_at: Date | null;
  readonly status: GameFacts['status'];
  readonly visibility: Visibility;
  readonly starts_at: Date | null;
  readonly venue: string | null;
  readonly rule_set: RuleSetId;
  readonly rules: RulePatch;
  readonly tracked: Pair<readonly Facet[]>;
  readonly final_at: Date | null;
  readonly created_at: Date;
  readonly listed_at: Date;
  readonly card_version: number;
  readonly home: TeamOfGame;
  readonly away: TeamOfGame;
  readonly home_pts: number | null;
  readonly away_pts: number | null;
  readonly period: number | null;
  readonly clock_ms: number | null;
  readonly disputed_final_id: string | null;
};

const gameOf = (row: GameRow): Game => ({
  id: row.id,
  seasonId: row.season_id,
  leagueId: row.league_id,
  publishesVenues: row.publishes_venues,
  hostTeamId: row.host_team_id,
  homeTeamId: row.home.id,
  awayTeamId: row.away.id,
  awayAcceptedAt: row.away_accepted_at?.toISOString() ?? null,
  isAccepted: row.away_accepted_at !== null,
  status: row.status,
  visibility: row.visibility,
  startsAt: row.starts_at?.toISOString() ?? null,
  venue: row.venue,
  ruleSet: row.rule_set,
  rules: row.rules,
  tracked: row.tracked,
  finalAt: row.final_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  listedAt: row.listed_at.toISOString(),
  cardVersion: row.card_version,
  home: row.home,
  away: row.away,
  headline:
    row.home_pts === null || row.away_pts === null
      ? null
      : { score: { home: row.home_pts, away: row.away_pts }, period: row.period ?? 0, clockMs: row.clock_ms },
  disputedFinalId: row.disputed_final_id,
});
