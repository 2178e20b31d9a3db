/** A league's real games, in GAMES_DIR: not ours to ship, so there may be none. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.GAMES_DIR ?? join(import.meta.dirname, '../../../../shared/games'), 'nba-live');
const games = existsSync(folder)
  ? readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
  : [];

/** Folders of one game each; null: there is none. The two are different ones where there are several. */
export const firstRealGame: string | null = games[0] ?? null;
export const lastRealGame: string | null = games.at(-1) ?? null;
