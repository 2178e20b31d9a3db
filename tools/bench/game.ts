/** The real game that is measured: read from GAMES_DIR, never copied. Without one, a game that nobody owns is not worth a comparison. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type GameRead, readGame as readFeed } from '@bball/formats';
import { inRoot } from '../setup/places.mjs';

export type RealGame = {
  readonly sourceId: string;
  readonly playByPlayPath: string;
  readonly text: string;
  readonly roster: string;
};

const gamesFolder = () => resolve(process.env.GAMES_DIR ?? inRoot('../shared/games'), 'nba-live');

export const realGame = (): RealGame | null => {
  const folder = gamesFolder();
  const sourceId = existsSync(folder) ? readdirSync(folder).sort()[0] : undefined;
  if (sourceId === undefined) return null;
  const playByPlayPath = join(folder, sourceId, 'playbyplay.json');
  const roster = readFileSync(join(folder, sourceId, 'boxscore.json'), 'utf8');
  return { sourceId, playByPlayPath, text: readFileSync(playByPlayPath, 'utf8'), roster };
};

export const readGame = ({ text, roster }: RealGame): GameRead => {
  const read = readFeed('nba-live', { playByPlay: text, roster, shots: null, gameName: null });
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
};
