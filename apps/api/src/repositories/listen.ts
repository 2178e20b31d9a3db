/** Hears a channel of NOTIFY on a connection of its own, outside the pool, which must not be one that is handed around. Reconnects by itself. */
import pg from 'pg';

const reconnectMs = 1_000;

export const listen = async (
  url: string,
  channel: string,
  heard: (payload: string) => void,
  onError: (error: Error) => void,
): Promise<() => Promise<void>> => {
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    next.on('error', onError);
    next.on('end', () => {
      if (!stopped && client === next) timer = setTimeout(again, reconnectMs);
    });
    client = next;
    await next.connect();
    await next.query(`listen ${channel}`);
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
