/** Changed rights: written in the transaction of the change, heard by every process. */
import pg from 'pg';
import type { AccessChange, AccessChangeSource } from '../realtime/access-changes.ts';
import type { Database, Rows } from './database.ts';

/** To be called inside the transaction that changes the right; the trigger does the NOTIFY. */
export const noteAccessChange = async (
  rows: Rows,
  subject: AccessChange['subject'],
  subjectIds: readonly string[],
): Promise<void> => {
  if (subjectIds.length === 0) return;
  await rows.accessChange.createMany({ data: subjectIds.map((subjectId) => ({ subject, subjectId })) });
};

/** Ids commit out of order: a poll looks this far back again. */
const overlap = 200;
const reconnectMs = 1_000;

export const makeAccessChangeSource = (
  { pool }: Pick<Database, 'pool'>,
  url: string,
  onError: (error: Error) => void,
): AccessChangeSource => ({
  newestId: async () => {
    const { rows } = await pool.query<{ id: string | null }>('select max(id) as id from access_changes');
    return Number(rows[0]?.id ?? 0);
  },
  since: async (id) => {
    const { rows } = await pool.query<{ id: string; subject: AccessChange['subject']; subject_id: string }>(
      'select id, subject, subject_id from access_changes where id > $1 order by id limit 1000',
      [id - overlap],
    );
    return rows.map((row) => ({ id: Number(row.id), subject: row.subject, subjectId: row.subject_id }));
  },
  listen: (heard) => listen(url, heard, onError),
});

/** A connection of its own, outside the pool: LISTEN must not share one that is handed around. */
const listen = async (
  url: string,
  heard: (change: AccessChange) => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> => {
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => heard(JSON.parse(payload ?? '{}') as AccessChange));
    next.on('error', onError);
    next.on('end', () => {
      if (!stopped && client === next) timer = setTimeout(again, reconnectMs);
    });
    client = next;
    await next.connect();
    await next.query('listen access_changed');
  };
  const again = (): void => {
    connect().catch((error: unknown) => {
      onError(error instanceof Error ? error : new Error(String(error)));
      if (!stopped) timer = setTimeout(again, reconnectMs);
    });
  };
  await connect();
  return async () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
    await client?.end();
  };
};
