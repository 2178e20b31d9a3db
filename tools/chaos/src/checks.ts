/**
 * The invariants, seen from outside: what was acknowledged against what PostgreSQL holds, that against a fold made here, that against
 * what viewers show. Every sentence that comes back names the invariant that broke; none means that all hold.
 */
import {
  canonicalJson,
  foldLog,
  type GameEvent,
  type GameResult,
  type LoggedEvent,
  type Snapshot,
  sha256Hex,
} from '@bball/engine';
import { snapshotFor } from '@bball/sync';
import type { Pool } from 'pg';
import type { Scorer } from './scorer.ts';
import type { Watcher } from './viewer.ts';

export type Played = { readonly scorer: Scorer; readonly watchers: readonly Watcher[] };

type Row = { readonly seq: number; readonly body: GameEvent };

const logOf = async (pool: Pool, gameId: string): Promise<readonly Row[]> => {
  const { rows } = await pool.query<Row>('select seq, body from game_events where game_id = $1 order by seq', [gameId]);
  return rows;
};

/** Acknowledged = stored, numbered without a gap, each once (I-1, I-2, I-3, I-5). */
const faultsOfLog = ({ game, acknowledged, refusals }: Scorer, log: readonly Row[]): readonly string[] => {
  const faults = refusals.map((refusal) => `I-4: refused: ${refusal}`);
  if (log.some(({ seq }, index) => seq !== index + 1)) faults.push('I-2: the seqs have a gap');
  if (new Set(log.map(({ body }) => body.id)).size !== log.length) faults.push('I-3: an id is in the log twice');
  const bySeq = new Map(log.map(({ seq, body }) => [seq, body]));
  const made = new Map(game.events.map((event) => [event.id as string, event]));
  for (const [id, { seq }] of acknowledged) {
    const stored = bySeq.get(seq);
    if (stored?.id !== id) faults.push(`I-1: ${id} was acknowledged as ${seq} and is not there`);
    else if (canonicalJson(stored) !== canonicalJson(made.get(id))) faults.push(`I-1: ${id} at ${seq} has other bytes`);
  }
  if (log.some(({ body }, index) => body.deviceSeq !== index + 1)) faults.push('I-5: the order of the device is lost');
  return faults;
};

const foldOf = (gameId: string, log: readonly Row[]): GameResult =>
  foldLog(gameId as GameEvent['gameId'], log.map(({ seq, body }) => ({ ...body, seq })) as LoggedEvent[]);

type Stored = { revision: number; engine_version: number; hash: string; home_pts: number; away_pts: number };

/** Stored = folded, by the engine that runs (I-15, I-17). */
const faultsOfResult = (stored: Stored | undefined, fold: GameResult): readonly string[] => {
  if (stored === undefined) return ['I-17: there is no result'];
  if (stored.revision !== fold.revision)
    return [`I-17: the result is at ${stored.revision}, the log at ${fold.revision}`];
  if (stored.engine_version !== fold.engineVersion) return ['I-17: the result is of another engine'];
  return stored.hash === sha256Hex(canonicalJson(fold)) ? [] : ['I-15: the result is not the fold of the log'];
};

const shownOf = (result: GameResult): Snapshot => {
  const { stints, ...snapshot } = result;
  return snapshotFor('everyone', snapshot);
};

/** Shown = folded, and nothing twice (I-19, I-20, I-21, I-23). */
const faultsOfViewer = (watcher: Watcher, expected: string, revision: number): readonly string[] => {
  const shown = watcher.snapshot();
  const faults = [...watcher.faults];
  if (shown?.revision !== revision)
    faults.push(`I-21: a viewer is at ${shown?.revision ?? 'nothing'}, the log at ${revision}`);
  else if (canonicalJson(shown) !== expected) faults.push('I-19: a viewer shows something else than the fold');
  return faults;
};

const faultsOfFinals = async (pool: Pool, gameId: string, isFinal: boolean): Promise<readonly string[]> => {
  const { rows } = await pool.query('select final_event_id from game_finals where game_id = $1', [gameId]);
  return rows.length === (isFinal ? 1 : 0) ? [] : [`I-22: settled ${rows.length} times`];
};

export const faultsOfGame = async (pool: Pool, { scorer, watchers }: Played): Promise<readonly string[]> => {
  const { gameId } = scorer.game;
  const log = await logOf(pool, gameId);
  if (log.length === 0) return scorer.acknowledged.size === 0 ? [] : ['I-1: the log is empty'];
  const fold = foldOf(gameId, log);
  const expected = canonicalJson(shownOf(fold));
  const { rows } = await pool.query<Stored>(
    'select revision, engine_version, hash, home_pts, away_pts from game_results where game_id = $1',
    [gameId],
  );
  return [
    ...faultsOfLog(scorer, log),
    ...faultsOfResult(rows[0], fold),
    ...watchers.flatMap((watcher) => faultsOfViewer(watcher, expected, fold.revision)),
    ...(await faultsOfFinals(
      pool,
      gameId,
      log.some(({ body }) => body.type === 'game-finalized'),
    )),
  ].map((fault) => `${gameId.slice(0, 8)} ${fault}`);
};
