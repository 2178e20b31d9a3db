/** @bball/formats: outside formats in, our events out, and back. Pure: text in, values out. */

export { readEuroleague } from './euroleague/read.ts';
export * from './game-read.ts';
export { readNbaLive } from './nba-live/read.ts';
export * from './problem.ts';
