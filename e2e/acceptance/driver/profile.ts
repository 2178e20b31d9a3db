/** What a profile is from outside: an address, and the two things that no door shows (its mail, the hash of a stored result). */
import pg from 'pg';

export type ProfileName = 'embedded' | 'distributed';

/** The same in both: a final is announced at once, not after a minute in which it may be taken back. */
export const apiEnvironment = { FINAL_ANNOUNCED_AFTER_MS: '0' };

export type Profile = {
  readonly name: ProfileName;
  readonly url: string;
  /** The secret in the newest mail to that address. */
  readonly tokenMailedTo: (email: string) => Promise<string>;
  /** What the fold that runs there stored: SHA-256 of its bytes, and where it stands. */
  readonly storedResult: (gameId: string) => Promise<StoredResult | null>;
  readonly stop: () => Promise<void>;
};

export type StoredResult = { readonly revision: number; readonly engineVersion: number; readonly hash: string };

type Server = Pick<Profile, 'name' | 'url' | 'stop'> & { readonly databaseUrl: string };

export const profileOf = ({ name, url, stop, databaseUrl }: Server): Profile => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => {});
  return {
    name,
    url,
    tokenMailedTo: async (email) => {
      const { rows } = await pool.query<{ body: string }>(
        'select body from mails where to_email = $1 order by queued_at desc limit 1',
        [email],
      );
      return /#([\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? '';
    },
    storedResult: async (gameId) => {
      const { rows } = await pool.query<StoredResult>(
        'select revision, engine_version as "engineVersion", hash from game_results where game_id = $1',
        [gameId],
      );
      return rows[0] ?? null;
    },
    stop: async () => {
      await pool.end();
      await stop();
    },
  };
};
