/**
 * Tells the process that leads that something was appended in another one: outside every transaction, since a NOTIFY inside the append's
 * would serialize all commits, and at most once in 20 ms (K-5). Only a short cut: the leader looks every 250 ms anyway.
 */
import type { Pool } from 'pg';
import { listen } from '../../repositories/listen.ts';

const quietMs = 20;
const channel = 'outbox_grew';

type Deps = {
  readonly pool: Pick<Pool, 'query'>;
  readonly url: string;
  readonly onRung: () => void;
  readonly onTrouble: (error: unknown) => void;
};

export const makeOutboxBell = ({ pool, url, onRung, onTrouble }: Deps) => {
  let timer: NodeJS.Timeout | null = null;
  let unlisten: () => Promise<void> = async () => {};
  return {
    start: async (): Promise<void> => {
      unlisten = await listen(url, channel, onRung, onTrouble);
    },
    ring: (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        pool.query('select pg_notify($1, $2)', [channel, '']).catch(onTrouble);
      }, quietMs);
    },
    stop: async (): Promise<void> => {
      if (timer !== null) clearTimeout(timer);
      await unlisten();
    },
  };
};
