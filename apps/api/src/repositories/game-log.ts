/**
 * The log of games in PostgreSQL. Writes go through one call of `append_events` each, which alone numbers events.
 * Invariants: what `append` answered is committed; `read` gives events without a gap.
 */
import type { EventAnswer, HoldCode, SealedEvent } from '@bball/contracts';
import type { GameEvent } from '@bball/engine';
import type { Pool } from 'pg';

/** A sealed event, and why it must be held although its sender is a principal of the game; null: it may go in. */
export type Judged = { readonly sealed: SealedEvent; readonly hold: HoldCode | null };

export type Append = {
  readonly gameId: string;
  readonly events: readonly Judged[];
  /** The authenticated principal: `acceptedFrom`. */
  readonly principal: string;
  /** `tray`: held events that a person admits. */
  readonly source: 'device' | 'tray';
};

export type AppendOutcome =
  | { readonly kind: 'answered'; readonly headSeq: number; readonly answers: readonly EventAnswer[] }
  | { readonly kind: 'log-full' };

export type NumberedEvent = GameEvent & { readonly seq: number };

export type GameLog = ReturnType<typeof makeGameLog>;

export const makeGameLog = (pool: Pool) => ({
  append: async ({ gameId, events, principal, source }: Append): Promise<AppendOutcome> => {
    try {
      const { rows } = await pool.query<AnswerRow>({
        name: 'append_events',
        text: 'select * from append_events($1, $2, $3, $4)',
        values: [gameId, requestOf(events), principal, source],
      });
      return { kind: 'answered', headSeq: rows[0]?.head_seq ?? 0, answers: rows.map(answerOf) };
    } catch (error) {
      if (isLogFull(error)) return { kind: 'log-full' };
      throw error;
    }
  },

  /** Events with seq `after + 1` and on, at most `limit`. */
  read: async (gameId: string, after: number, limit: number): Promise<readonly NumberedEvent[]> => {
    const { rows } = await pool.query<{ seq: number; body: GameEvent }>({
      name: 'read_events',
      text: 'select seq, body from game_events where game_id = $1 and seq > $2::bigint order by seq limit $3',
      values: [gameId, after, limit],
    });
    return rows.map(({ seq, body }) => ({ ...body, seq }));
  },

  headSeq: async (gameId: string): Promise<number> => {
    const { rows } = await pool.query<{ last_seq: number }>({
      name: 'head_seq',
      text: 'select last_seq from game_heads where game_id = $1',
      values: [gameId],
    });
    return rows[0]?.last_seq ?? 0;
  },

  /** Which of these plays the principal keyed. */
  ownPlays: async (gameId: string, principal: string, playIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const { rows } = await pool.query<{ id: string }>(
      'select id from game_events where game_id = $1 and accepted_from = $2 and id = any($3::uuid[])',
      [gameId, principal, playIds],
    );
    return new Set(rows.map(({ id }) => id));
  },

  /** Takes the whole log and all that was folded out of it away: for games that were played for show. */
  forget: async (gameId: string): Promise<void> => {
    await pool.query('select forget_game_log($1)', [gameId]);
  },
});

type AnswerRow = {
  readonly id: string;
  readonly outcome: 'accepted' | 'repeated' | 'held' | 'rejected';
  readonly seq: number | null;
  readonly code: string | null;
  readonly head_seq: number;
};

/** Bodies are canonical JSON already: they are put together as text and never serialized again. */
const requestOf = (events: readonly Judged[]): string =>
  `[${events.map(({ sealed, hold }) => `{"body":${sealed.body},"hash":"${sealed.bodyHash}","hold":${JSON.stringify(hold)}}`).join(',')}]`;

const answerOf = ({ id, outcome, seq, code }: AnswerRow): EventAnswer => ({ id, outcome, seq, code }) as EventAnswer;

const isLogFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'BB001';
