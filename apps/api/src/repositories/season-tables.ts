/** The newest table of each season, whoever made it: the job, or the season step of a process without one (J-10). */
import type { SeasonTable } from '@bball/engine';
import type { Rows } from './database.ts';

export type SeasonTables = ReturnType<typeof makeSeasonTables>;

export const makeSeasonTables = (rows: Rows) => ({
  /** null: no game of it was final yet. */
  find: async (seasonId: string): Promise<SeasonTable | null> => {
    const [row] = await rows.$queryRaw<{ table: SeasonTable }[]>`
      select "table" from season_tables where season_id = ${seasonId}::uuid`;
    return row?.table ?? null;
  },

  /** The numbers of players in their latest game of a season: also of guests, who have no roster spot. */
  numbersOf: async (seasonId: string, playerIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const found = await rows.$queryRaw<{ player_id: string; number: string }[]>`
      select distinct on (l.player_id) l.player_id, l.number from player_lines l join games g on g.id = l.game_id
      where g.season_id = ${seasonId}::uuid and l.player_id = any(${[...playerIds]}::uuid[])
      order by l.player_id, g.listed_at desc, g.id desc`;
    return new Map(found.map((row) => [row.player_id, row.number]));
  },
});
