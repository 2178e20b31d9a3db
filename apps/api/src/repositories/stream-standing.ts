/**
 * Where the stream stands, out of the tables it works on. For people and metrics: nothing is decided by it.
 * Invariant: each question is bounded, so that a bad day is not made worse by those who look at it.
 */
import type { Pool } from 'pg';
import type { StreamFigures } from '../stream-gauges.ts';
import { parkedBecause } from './refolds.ts';

export type RefoldStanding = {
  readonly gameId: string;
  readonly reason: string;
  readonly isParked: boolean;
  readonly tries: number;
  readonly askedAt: Date;
  readonly dueAt: Date;
};

/** What the tables say; the broker is asked elsewhere. */
export type StreamStanding = Omit<StreamFigures, 'broker'>;

/** More rows than this are not counted: the number says "very many" already. */
const mostCounted = 200_000;
const mostRefolds = 100;

export type StreamStandings = ReturnType<typeof makeStreamStandings>;

export const makeStreamStandings = (pool: Pool) => ({
  now: async (): Promise<StreamStanding> => {
    const { rows } = await pool.query<StandingRow>({
      name: 'stream_standing',
      text: standingSql,
      values: [mostCounted, parkedBecause],
    });
    const row = rows[0]!;
    return {
      leaderId: row.leader_id,
      depth: row.depth,
      oldestAgeMs: row.oldest_age_ms,
      engineVersion: row.engine_version,
      gamesBehind: row.games_behind,
      eventsBehind: row.events_behind,
      gamesOfOlderEngine: row.games_of_older_engine,
      parkedGames: row.parked_games,
      refoldCount: row.refold_count,
    };
  },

  /** Parked games first, then by when they are due. */
  refolds: async (): Promise<readonly RefoldStanding[]> => {
    const { rows } = await pool.query<RefoldRow>(
      `select game_id, reason, reason = any($1) as is_parked, tries, asked_at, due_at
       from republish_requests order by reason = any($1) desc, due_at limit $2`,
      [parkedBecause, mostRefolds],
    );
    return rows.map((row) => ({
      gameId: row.game_id,
      reason: row.reason,
      isParked: row.is_parked,
      tries: row.tries,
      askedAt: row.asked_at,
      dueAt: row.due_at,
    }));
  },
});

type StandingRow = {
  readonly leader_id: string | null;
  readonly depth: number;
  readonly oldest_age_ms: number | null;
  readonly engine_version: number | null;
  readonly games_behind: number;
  readonly events_behind: number;
  readonly games_of_older_engine: number;
  readonly parked_games: number;
  readonly refold_count: number;
};

type RefoldRow = {
  readonly game_id: string;
  readonly reason: string;
  readonly is_parked: boolean;
  readonly tries: number;
  readonly asked_at: Date;
  readonly due_at: Date;
};

const standingSql = `
  with run as (select engine_version from engine_runs order by run_id desc limit 1),
  lag as (
    select count(*) filter (where h.last_seq > coalesce(r.revision, 0))::int as games_behind,
      coalesce(sum(greatest(h.last_seq - coalesce(r.revision, 0), 0)), 0)::int as events_behind,
      count(*) filter (where r.engine_version < (select engine_version from run))::int as games_of_older_engine
    from game_heads h left join game_results r using (game_id))
  select
    (select holder from publisher_lease where id = 1 and held_until > now()) as leader_id,
    (select count(*)::int from (select from outbox limit $1) counted) as depth,
    (select greatest(0, floor(extract(epoch from now() - e.accepted_at) * 1000))::float8
      from outbox o join game_events e using (game_id, seq) order by o.row_id limit 1) as oldest_age_ms,
    (select engine_version from run) as engine_version,
    lag.*,
    (select count(*)::int from republish_requests where reason = any($2)) as parked_games,
    (select count(*)::int from republish_requests) as refold_count
  from lag`;
