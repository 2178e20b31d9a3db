/** The engine on one core: append to a running game, a whole game, a correction in its middle. */
import {
  append,
  foldLog,
  type GameEvent,
  type LoggedEvent,
  openGame,
  result,
  snapshot,
  takeDelta,
} from '@bball/engine';
import type { GameRead } from '@bball/formats';
import { median, medianOf, timeMs } from './measure.ts';

const gamesPerRun = 60;
const perSecond = (events: number, ms: number) => (events / ms) * 1000;

/** Every event of many games, one `append` each, as a running server does it. */
export const appendsPerSecond = ({ gameId, events }: GameRead, takesDelta: boolean): number => {
  const batches = events.map((event) => [event]);
  return medianOf(7, 3, () => {
    const ms = timeMs(() => {
      for (let round = 0; round < gamesPerRun; round += 1) {
        const game = openGame(gameId);
        for (const batch of batches) {
          append(game, batch);
          if (takesDelta) takeDelta(game);
        }
      }
    });
    return perSecond(events.length * gamesPerRun, ms);
  });
};

/** From nothing to the whole result, in ms. */
export const wholeGameMs = ({ gameId, events }: GameRead): number =>
  medianOf(51, 20, () => timeMs(() => foldLog(gameId, events)));

/** Reads the feed's text and folds it: what pbpstats does, from the same bytes. In ms. */
export const fromTextMs = (read: () => GameRead): number =>
  medianOf(11, 3, () =>
    timeMs(() => {
      const { gameId, events } = read();
      foldLog(gameId, events);
    }),
  );

/** Amends the shot in the middle of the game again and again; its delta is taken, as a server does. In ms. */
export const correctionMs = ({ gameId, events }: GameRead): number => {
  const shots = events.filter((event) => event.type === 'field-goal-attempted');
  const shot = shots[Math.floor(shots.length / 2)];
  if (shot === undefined) throw new Error('a game without a shot');
  const game = openGame(gameId);
  append(game, events);
  takeDelta(game);
  const last = events.at(-1)!;
  const times = Array.from({ length: 61 }, (_, turn) => {
    const amendment = {
      type: 'play-amended',
      id: `00000000-0000-7000-8000-${String(turn).padStart(12, '0')}`,
      gameId,
      schemaVersion: shot.schemaVersion,
      recordedBy: shot.recordedBy,
      deviceId: shot.deviceId,
      deviceSeq: last.deviceSeq + 1 + turn,
      afterSeq: (last.seq ?? 0) + turn,
      recordedAt: shot.recordedAt,
      playId: shot.id,
      playType: shot.type,
      changes: { made: turn % 2 === 0 ? !shot.made : shot.made },
      seq: (last.seq ?? 0) + 1 + turn,
    } as unknown as LoggedEvent & GameEvent;
    return timeMs(() => {
      append(game, [amendment]);
      takeDelta(game);
    });
  });
  return median(times.slice(10));
};

/** That the work was real: the same game, event by event and at once, has the same score. */
export const agrees = ({ gameId, events }: GameRead): boolean => {
  const game = openGame(gameId);
  for (const event of events) append(game, [event]);
  return (
    JSON.stringify(result(game)) === JSON.stringify(foldLog(gameId, events)) &&
    snapshot(game).revision === events.length
  );
};
