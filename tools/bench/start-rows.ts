/** The row of `npm start`. */
import { join } from 'node:path';
import type { Measured } from './report.ts';
import { startSeconds } from './start.ts';

export const startRows = async (folder: string): Promise<Measured> => {
  const value = await startSeconds(join(folder, 'start-data'));
  return {
    rows: [{ what: '`npm start` on existing data until ready', value, unit: 's', against: null, aim: { says: '< 3 s', isMet: value < 3 } }],
    left: [],
  };
};
