/** Short ways to look at what a reader made. */
import assert from 'node:assert/strict';
import { isPlay, type LoggedEvent, type Play, type PlayerId } from '@bball/engine';
import type { GameRead } from '../src/game-read.ts';
import { describeProblem, type FormatProblem, type Read } from '../src/problem.ts';

export const readOf = <T>(read: Read<T>): T => {
  assert.ok(read.ok, read.ok ? '' : describeProblem(read.problem));
  return read.value;
};

export const problemOf = (read: Read<unknown>): FormatProblem => {
  assert.ok(!read.ok, 'expected a problem, the file was read');
  return read.problem;
};

/** The plays of one type, without envelope and place. */
export const playsOf = <T extends Play['type']>(
  events: readonly LoggedEvent[],
  type: T,
): readonly Extract<Play, { type: T }>[] =>
  events.filter((event): event is LoggedEvent & Extract<Play, { type: T }> => isPlay(event) && event.type === type);

/** Our id of a player, by the feed's. */
export const idOf = ({ people }: GameRead, sourceId: string | number): PlayerId => {
  const found = Object.entries(people.players).find(([, person]) => person.sourceId === String(sourceId));
  assert.ok(found !== undefined, `nobody is called ${sourceId}`);
  return found[0] as PlayerId;
};
