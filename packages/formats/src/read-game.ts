/** A reader per format. A format that is not here does not compile. */
import { readEuroleague } from './euroleague/read.ts';
import { readFibaLivestats } from './fiba-livestats/read.ts';
import type { FormatId, GameRead, Sources } from './game-read.ts';
import { readNbaLive } from './nba-live/read.ts';
import type { Read } from './problem.ts';

const readers = {
  'nba-live': readNbaLive,
  euroleague: readEuroleague,
  'fiba-livestats': readFibaLivestats,
} satisfies { readonly [Id in FormatId]: (sources: Sources) => Read<GameRead> };

export const readGame = (format: FormatId, sources: Sources): Read<GameRead> => readers[format](sources);
