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
import { medianOf, timeMs, turnMs } from './measure.ts';

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
export const wholeGameMs = ({ gameId, events }: GameRead): number => turnMs(50, () => foldLog(gameId, events));

/** Reads the feed's text and folds it: what pbpstats does, from the same bytes. In ms. */
export const fromTextMs = (read: () => GameRead): number =>
  turnMs(10, () => {
    const { gameId, events } = read();
    foldLog(gameId, events);
  });

/** Amends the shot in the middle of the game again and again; its delta is taken, as a server does. In ms. */
export const correctionMs = ({ gameId, events }: GameRead): number => {
  const shots = events.filter((event) => event.type === 'field-goal-attempted');
  const shot = shots[Math.floor(shots.length / 2)];
  if (shot === undefined) throw new Error('a game without a shot');
  const game = openGame(gameId);
  append(game, events);
  takeDelta(game);
  const last = events.at(-1)!;
  const { schemaVersion, recordedBy, deviceId, recordedAt } = shot;
  let turn = 0;
  return turnMs(50, () => {
    turn += 1;
    const amendment = {
      ...{ gameId, schemaVersion, recordedBy, deviceId, recordedAt },
      type: 'play-amended',
      id: `00000000-0000-7000-8000-${String(turn).padStart(12, '0')}`,
      deviceSeq: last.deviceSeq + turn,
      afterSeq: (last.seq ?? 0) + turn - 1,
      playId: shot.id,
      playType: shot.type,
      changes: { made: turn % 2 === 0 ? shot.made : !shot.made },
      seq: (last.seq ?? 0) + turn,
    } as unknown as LoggedEvent & GameEvent;
    append(game, [amendment]);
    takeDelta(game);
  });
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
