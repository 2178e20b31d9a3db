/**
 * Final results that were settled: by `write_game_result`, or by `confirm_final` where a person had to (F-1, F-4). No other statement
 * inserts here.
 * Invariants: the standing final of a game is the one its head names; what was closed is never announced again (F-2); standings
 * are sums over the standing finals of accepted games, never increments (F-3).
 */
import type { Pair } from '@bball/engine';
import type { Rows } from './database.ts';
import { type GameFilter, type GameScope, matching, shownTo } from './games.ts';
import { Prisma } from './generated/client.ts';
import type { Page } from './page.ts';

export type Final = { readonly gameId: string; readonly finalEventId: string; readonly score: Pair<number> };

/** What became of a final when it was due. */
export type Verdict = 'final' | 'corrected' | 'unchanged' | 'withdrawn';

export type AnnouncedFinal = Final & {
  readonly announcedAs: Extract<Verdict, 'final' | 'corrected'>;
  readonly announcedAt: string;
  readonly isStanding: boolean;
};

export type Confirmation = 'confirmed' | 'repeated' | 'not-standing' | 'not-disputed' | 'not-reached';

/** What a team did in the finals of a season that stand. */
export type TeamRecord = {
  readonly teamId: string;
  readonly games: number;
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
  readonly pts: number;
  readonly opponentPts: number;
};

export type Finals = ReturnType<typeof makeFinals>;

export const makeFinals = (rows: Rows) => ({
  /** The longest settled of those that wait since `afterMs`; kept from others until the transaction ends. */
  nextDue: async (afterMs: number): Promise<Final | null> => {
    const [row] = await rows.$queryRaw<FinalRow[]>`
      select game_id, final_event_id, home_pts, away_pts from game_finals
      where announced_as is null and settled_at <= now() - ${afterMs} * interval '1 millisecond'
      order by settled_at limit 1 for update skip locked`;
    return row === undefined ? null : finalOf(row);
  },

  /** The event that made the game final, if it is final now; until the transaction ends nobody changes that. */
  standingOf: async (gameId: string): Promise<string | null> => {
    const [head] = await rows.$queryRaw<{ status: string; status_event_id: string | null }[]>`
      select status, status_event_id from game_heads where game_id = ${gameId}::uuid for share`;
    return head?.status === 'final' ? head.status_event_id : null;
  },

  /** The score that was told last of this game. */
  lastAnnounced: async (gameId: string): Promise<Pair<number> | null> => {
    const [row] = await rows.$queryRaw<FinalRow[]>`
      select game_id, final_event_id, home_pts, away_pts from game_finals
      where game_id = ${gameId}::uuid and announced_at is not null order by announced_at desc limit 1`;
    return row === undefined ? null : finalOf(row).score;
  },

  close: async ({ gameId, finalEventId }: Final, verdict: Verdict, at: string): Promise<void> => {
    await rows.$executeRaw`
      update game_finals set announced_as = ${verdict},
        announced_at = ${verdict === 'final' || verdict === 'corrected' ? at : null}::timestamptz
      where game_id = ${gameId}::uuid and final_event_id = ${finalEventId}::uuid`;
  },

  confirm: async (gameId: string, finalEventId: string): Promise<Confirmation> => {
    const [row] = await rows.$queryRaw<{ outcome: Confirmation }[]>`
      select confirm_final(${gameId}::uuid, ${finalEventId}::uuid) as outcome`;
    return row!.outcome;
  },

  /** Announced ones of accepted games, newest first, after [announcedAt, gameId, finalEventId]. */
  listAnnounced: async (
    scope: GameScope,
    filter: Omit<GameFilter, 'status'>,
    { after, limit }: Page,
  ): Promise<readonly AnnouncedFinal[]> => {
    const beyond = Prisma.sql`(${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid, ${after?.[2] ?? null}::uuid)`;
    const found = await rows.$queryRaw<AnnouncedRow[]>(Prisma.sql`
      select f.game_id, f.final_event_id, f.home_pts, f.away_pts, f.announced_as, f.announced_at, standing.game_id is not null as is_standing
      from game_finals f join games g on g.id = f.game_id left join seasons s on s.id = g.season_id
        left join standing_finals standing on standing.game_id = f.game_id and standing.final_event_id = f.final_event_id
      where f.announced_at is not null and g.away_accepted_at is not null and ${shownTo(scope)} and ${matching({ ...filter, status: null })}
        and ${after === null ? Prisma.sql`true` : Prisma.sql`(f.announced_at, f.game_id, f.final_event_id) < ${beyond}`}
      order by f.announced_at desc, f.game_id desc, f.final_event_id desc limit ${limit}`);
    return found.map((row) => ({
      ...finalOf(row),
      announcedAs: row.announced_as,
      announcedAt: row.announced_at.toISOString(),
      isStanding: row.is_standing,
    }));
  },

  /** Of the teams that are entered, and of those that played and left; in no order. */
  recordsOf: async (seasonId: string): Promise<readonly TeamRecord[]> => {
    const found = await rows.$queryRaw<RecordRow[]>`
      with finals as (
        select g.home_team_id, g.away_team_id, f.home_pts, f.away_pts from standing_finals f join games g on g.id = f.game_id
        where g.season_id = ${seasonId}::uuid and g.away_accepted_at is not null
      ), played as (
        select home_team_id as team_id, home_pts as pts, away_pts as opponent_pts from finals
        union all select away_team_id, away_pts, home_pts from finals
        union all select team_id, null, null from season_teams where season_id = ${seasonId}::uuid and status = 'entered'
      )
      select team_id, count(pts)::int as games, (count(*) filter (where pts > opponent_pts))::int as won,
        (count(*) filter (where pts < opponent_pts))::int as lost, (count(*) filter (where pts = opponent_pts))::int as tied,
        coalesce(sum(pts), 0)::int as pts, coalesce(sum(opponent_pts), 0)::int as opponent_pts
      from played group by team_id`;
    return found.map(({ team_id, opponent_pts, ...record }) => ({
      ...record,
      teamId: team_id,
      opponentPts: opponent_pts,
    }));
  },

  /** Standing finals that the newest fold contradicts: the official result stays, and people should know (F-4). */
  contradicted: async (): Promise<readonly Final[]> => {
    const found = await rows.$queryRaw<FinalRow[]>`
      select f.game_id, f.final_event_id, f.home_pts, f.away_pts from standing_finals f join game_results r using (game_id)
      where (r.home_pts, r.away_pts) <> (f.home_pts, f.away_pts)`;
    return found.map(finalOf);
  },
});

type FinalRow = {
  readonly game_id: string;
  readonly final_event_id: string;
  readonly home_pts: number;
  readonly away_pts: number;
};
type AnnouncedRow = FinalRow & {
  readonly announced_as: AnnouncedFinal['announcedAs'];
  readonly announced_at: Date;
  readonly is_standing: boolean;
};
type RecordRow = Omit<TeamRecord, 'teamId' | 'opponentPts'> & {
  readonly team_id: string;
  readonly opponent_pts: number;
};

const finalOf = (row: FinalRow): Final => ({
  gameId: row.game_id,
  finalEventId: row.final_event_id,
  score: { home: row.home_pts, away: row.away_pts },
});
