/**
 * What each game gave to its season, where no job keeps that, and the tables made of it (J-10).
 * Invariants: lines are replaced by newer ones only (W-1); the version of a table is the sum of the versions of its games' lines, which
 * only ever grows, so of two tables the newer one stays, whoever wrote first. The job guards its tables the same way.
 */
import type { SeasonLines, SeasonTable } from '@bball/engine';
import type { Pool } from 'pg';

export type GivenLines = {
  readonly gameId: string;
  readonly seasonId: string;
  readonly revision: number;
  readonly engineVersion: number;
  /** null: the game does not count now. */
  readonly lines: SeasonLines | null;
};

/** Sums over the games of a season, as PostgreSQL's bigints are read. */
type SeasonVersion = { readonly revisions: string; readonly engineVersions: string };

export type SeasonGames = ReturnType<typeof makeSeasonGames>;

export const makeSeasonGames = (pool: Pick<Pool, 'query'>) => ({
  /** Answers whether they were newer than what stood. */
  put: async ({ gameId, seasonId, revision, engineVersion, lines }: GivenLines): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `insert into season_games as g (game_id, season_id, revision, engine_version, lines) values ($1, $2, $3, $4, $5)
       on conflict (game_id) do update set season_id = excluded.season_id, revision = excluded.revision,
         engine_version = excluded.engine_version, lines = excluded.lines
       where (g.revision, g.engine_version) < (excluded.revision, excluded.engine_version)`,
      [gameId, seasonId, revision, engineVersion, lines === null ? null : JSON.stringify(lines)],
    );
    return rowCount === 1;
  },

  /** Games that count now: only these can stop to. */
  counted: async (): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ game_id: string }>('select game_id from season_games where lines is not null');
    return rows.map(({ game_id }) => game_id);
  },

  linesOf: async (seasonId: string): Promise<SeasonVersion & { readonly lines: readonly SeasonLines[] }> => {
    const { rows } = await pool.query<SeasonVersion & { lines: SeasonLines[] }>(
      `select coalesce(sum(revision), 0) as revisions, coalesce(sum(engine_version), 0) as "engineVersions",
         coalesce(json_agg(lines) filter (where lines is not null), '[]') as lines
       from season_games where season_id = $1`,
      [seasonId],
    );
    return rows[0]!;
  },

  writeTable: async (seasonId: string, version: SeasonVersion, table: SeasonTable): Promise<void> => {
    await pool.query(
      `insert into season_tables as t (season_id, revisions, engine_versions, "table") values ($1, $2, $3, $4)
       on conflict (season_id) do update set revisions = excluded.revisions, engine_versions = excluded.engine_versions,
         "table" = excluded."table", written_at = now()
       where (t.revisions, t.engine_versions) < (excluded.revisions, excluded.engine_versions)`,
      [seasonId, version.revisions, version.engineVersions, JSON.stringify(table)],
    );
  },

  /** Seasons whose table is older than the lines of their games. */
  seasonsBehind: async (): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ season_id: string }>(
      `select g.season_id from season_games g left join season_tables t using (season_id)
       group by g.season_id, t.revisions, t.engine_versions
       having (coalesce(t.revisions, -1), coalesce(t.engine_versions, -1)) < (sum(g.revision), sum(g.engine_version))`,
    );
    return rows.map(({ season_id }) => season_id);
  },

  /**
   * Asks for a refold of games whose stored result is newer than the lines: a process died between the two, or the other side agreed to
   * the game only after its end. Lines of an older engine are asked for only as far as the running one can make them.
   */
  askForBehind: async (runningEngine: number): Promise<number> => {
    const { rowCount } = await pool.query(
      `insert into republish_requests (game_id, reason)
       select r.game_id, 'season-behind' from game_results r
         join games g on g.id = r.game_id and g.season_id is not null and g.away_accepted_at is not null
         left join season_games s on s.game_id = r.game_id
       where case when s.game_id is null then r.status = 'final'
         else (r.status = 'final' or s.lines is not null)
           and (s.revision, s.engine_version) < (r.revision, least(r.engine_version, $1)) end
       on conflict (game_id) do nothing`,
      [runningEngine],
    );
    return rowCount ?? 0;
  },
});
