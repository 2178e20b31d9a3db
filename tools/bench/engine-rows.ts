/** The rows of the engine: on one core, on a real game, beside pbpstats. */
import { agrees, appendsPerSecond, correctionMs, fromTextMs, wholeGameMs } from './engine.ts';
import { readGame, realGame } from './game.ts';
import { pbpstatsSeconds } from './pbpstats.ts';
import type { Measured, Row } from './report.ts';

const leastAppends = 500_000;
const leastRatio = 200;

export const engineRows = async (folder: string): Promise<Measured> => {
  const real = realGame();
  if (real === null) return { rows: [], left: [{ what: 'engine', why: 'no real game in GAMES_DIR' }] };
  const game = readGame(real);
  if (!agrees(game)) throw new Error('the game event by event is not the game at once');

  // The same game, so the same events: only the time differs.
  const pbpstats = game.events.length / pbpstatsSeconds(real, folder);
  const appends = appendsPerSecond(game, false);
  const withDelta = appendsPerSecond(game, true);
  const whole = wholeGameMs(game);
  const correction = correctionMs(game);
  const fromText = (game.events.length / fromTextMs(() => readGame(real))) * 1000;
  const against = { what: 'pbpstats', value: pbpstats };
  const rows: Row[] = [
    {
      what: `append to a running game (${game.events.length} events)`,
      value: appends,
      unit: 'events/s',
      against,
      aim: { says: '≥ 500,000/s, ≥ 200× pbpstats', isMet: appends >= leastAppends && appends >= leastRatio * pbpstats },
    },
    { what: 'the same, the delta taken each time', value: withDelta, unit: 'events/s', against, aim: null },
    { what: 'the feed’s file read and folded', value: fromText, unit: 'events/s', against, aim: null },
    { what: 'a whole real game from scratch', value: whole, unit: 'ms', against: null, aim: { says: '< 2 ms', isMet: whole < 2 } },
    { what: 'a correction in its middle, delta taken', value: correction, unit: 'ms', against: null, aim: { says: '< 1 ms', isMet: correction < 1 } },
  ];
  return { rows, left: [] };
};
