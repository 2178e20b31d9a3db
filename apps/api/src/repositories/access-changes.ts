/**
 * Changed rights: written in the transaction of the change, heard by every process: by NOTIFY at once, by a poll of each 2 s when that is
 * lost. Whoever caches a right subscribes and drops what it holds about the subject; sockets are re-judged by it.
 * Invariants: each change is told once to each subscriber; nothing from before the start is told.
 * Source: access.md §4, "Revocation".
 */
import type { Logger } from '../logger.ts';
import type { Database, Rows } from './database.ts';
import { listen } from './listen.ts';

export type AccessChange = {
  readonly id: number;
  readonly subject: 'user' | 'session' | 'team' | 'league' | 'game' | 'person';
  readonly subjectId: string;
};

export type AccessChanges = {
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: (change: AccessChange) => void) => () => void;
};

/** To be called inside the transaction that changes the right; a trigger does the NOTIFY. */
export const noteAccessChange = async (
  rows: Rows,
  subject: AccessChange['subject'],
  subjectIds: readonly string[],
): Promise<void> => {
  if (subjectIds.length === 0) return;
  await rows.accessChange.createMany({ data: subjectIds.map((subjectId) => ({ subject, subjectId })) });
};

export const makeAccessChangeNotes = (rows: Rows) => ({
  note: (subject: AccessChange['subject'], subjectIds: readonly string[]): Promise<void> =>
    noteAccessChange(rows, subject, subjectIds),
  forgetBefore: async (atMs: number): Promise<void> => {
    await rows.accessChange.deleteMany({ where: { at: { lt: new Date(atMs) } } });
  },
});

type Options = {
  readonly database: Pick<Database, 'pool'>;
  readonly url: string;
  readonly log: Logger;
  readonly pollMs?: number;
  /** Off in the test that proves the poll alone is enough. */
  readonly listens?: boolean;
};

const rememberedIds = 10_000;

export const hearAccessChanges = async (
  options: Options,
): Promise<AccessChanges & { readonly stop: () => Promise<void> }> => {
  const { database, url, log, pollMs = 2_000, listens = true } = options;
  const listeners = new Set<(change: AccessChange) => void>();
  const told = new Set<number>();
  const startedAt = await newestId(database);
  let newest = startedAt;
  const tell = (change: AccessChange): void => {
    if (change.id <= startedAt || told.has(change.id)) return;
    told.add(change.id);
    if (told.size > rememberedIds) told.delete(told.values().next().value!);
    newest = Math.max(newest, change.id);
    for (const listener of listeners) listener(change);
  };
  const onError = (err: unknown): void =>
    log.warn({ event: 'access.hearing-failed', err }, 'could not hear of changed rights; trying again');
  let polling: Promise<void> | null = null;
  const timer = setInterval(() => {
    polling ??= changesSince(database, newest)
      .then((changes) => changes.forEach(tell), onError)
      .finally(() => {
        polling = null;
      });
  }, pollMs);
  const unlisten = listens
    ? await listen(url, 'access_changed', (payload) => tell(JSON.parse(payload) as AccessChange), onError)
    : async () => {};
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      clearInterval(timer);
      await polling;
      await unlisten();
    },
  };
};

const newestId = async ({ pool }: Pick<Database, 'pool'>): Promise<number> => {
  const { rows } = await pool.query<{ id: string | null }>('select max(id) as id from access_changes');
  return Number(rows[0]?.id ?? 0);
};

/** Ids commit out of order: a poll looks this far back again. */
const overlap = 200;

const changesSince = async ({ pool }: Pick<Database, 'pool'>, id: number): Promise<readonly AccessChange[]> => {
  const { rows } = await pool.query<{ id: string; subject: AccessChange['subject']; subject_id: string }>(
    'select id, subject, subject_id from access_changes where id > $1 order by id limit 1000',
    [id - overlap],
  );
  return rows.map((row) => ({ id: Number(row.id), subject: row.subject, subjectId: row.subject_id }));
};
