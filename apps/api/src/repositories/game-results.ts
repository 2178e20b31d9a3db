/**
 * Whole results of games, newest each, as canonical bytes (packed by zstd) with their lines beside them (W-2). Written by
 * `write_game_result` only, which refuses what is not newer.
 */

import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type GameResult, storedRows } from '@bball/engine';
import type { Pool } from 'pg';

/** Where the log and the result of a game stand; revision 0: there is no result yet. */
export type Standing = {
  readonly gameId: string;
  readonly headSeq: number;
  readonly revision: number;
  readonly engineVersion: number;
};

export type StoredResult = {
  readonly revision: number;
  readonly engineVersion: number;
  /** SHA-256 of the canonical bytes. */
  readonly hash: string;
  readonly bytes: Buffer;
};

export type WriteOutcome = 'written' | 'older' | 'beyond-head';

export type GameResults = ReturnType<typeof makeGameResults>;

export const makeGameResults = (pool: Pool) => ({
  write: async (result: GameResult, bytes: Buffer, hash: string): Promise<WriteOutcome> => {
    const { summary, players, teams } = storedRows(result);
    const { rows } = await pool.query<{ outcome: WriteOutcome }>({
      name: 'write_game_result',
      text: 'select write_game_result($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
      values: [
        result.gameId,
        result.revision,
        result.engineVersion,
        hash,
        packed(bytes),
        JSON.stringify(summary),
        JSON.stringify(players),
        JSON.stringify(teams),
      ],
    });
    return rows[0]!.outcome;
  },

  find: async (gameId: string): Promise<StoredResult | null> => {
    const { rows } = await pool.query<{ revision: number; engine_version: number; hash: string; snapshot: Buffer }>({
      name: 'find_result',
      text: 'select revision, engine_version, hash, snapshot from game_results where game_id = $1',
      values: [gameId],
    });
    const [row] = rows;
    if (row === undefined) return null;
    return {
      revision: row.revision,
      engineVersion: row.engine_version,
      hash: row.hash,
      bytes: zstdDecompressSync(row.snapshot),
    };
  },

  standings: async (gameIds: readonly string[]): Promise<readonly Standing[]> => {
    const { rows } = await pool.query<StandingRow>({
      name: 'standings',
      text: `select h.game_id, h.last_seq, coalesce(r.revision, 0) as revision, coalesce(r.engine_version, 0) as engine_version
        from game_heads h left join game_results r using (game_id) where h.game_id = any($1::uuid[])`,
      values: [gameIds],
    });
    return rows.map(standingOf);
  },
});

/** A result is two hundred kilobytes of much the same: a tenth of it is written, ten times a second. */
const packed = (bytes: Buffer): Buffer =>
  zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });

type StandingRow = {
  readonly game_id: string;
  readonly last_seq: number;
  readonly revision: number;
  readonly engine_version: number;
};

const standingOf = (row: StandingRow): Standing => ({
  gameId: row.game_id,
  headSeq: row.last_seq,
  revision: row.revision,
  engineVersion: row.engine_version,
});
