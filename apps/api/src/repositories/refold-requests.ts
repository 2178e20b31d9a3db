/** Asks for games to be handed on again, on behalf of a person and in the transaction of its audit entry (K-8). */
import type { Rows } from './database.ts';
import { Prisma } from './generated/client.ts';

/** A game, or all games of a season. */
export type RefoldScope = { readonly gameId: string } | { readonly seasonId: string };

export type RefoldRequests = ReturnType<typeof makeRefoldRequests>;

export const makeRefoldRequests = (rows: Rows) => ({
  /**
   * At most 50 a second, live games first, then the newest; what waits already is moved forward at most. Answers how many games have a
   * log to hand on.
   */
  ask: async (scope: RefoldScope, reason: string): Promise<number> =>
    rows.$executeRaw`
      insert into republish_requests (game_id, reason, due_at)
      select h.game_id, ${reason},
        now() + (row_number() over (order by (h.status = 'open') desc, e.accepted_at desc) / 50) * interval '1 second'
      from game_heads h
      join game_events e on e.game_id = h.game_id and e.seq = h.last_seq
      where ${
        'gameId' in scope
          ? Prisma.sql`h.game_id = ${scope.gameId}::uuid`
          : Prisma.sql`h.game_id in (select id from games where season_id = ${scope.seasonId}::uuid)`
      }
      on conflict (game_id) do update set due_at = least(republish_requests.due_at, excluded.due_at)`,
});
