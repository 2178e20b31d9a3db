/** @bball/formats: outside formats in, our events out, and back. Pure: text in, values out. */
export { continueLog } from './continue-log/continue-log.ts';
export * from './game-read.ts';
export { readJsonLog } from './json-log/read.ts';
export { writeJsonLog } from './json-log/write.ts';
export * from './problem.ts';
export { readGame } from './read-game.ts';
export { sourceUuid } from './source-id.ts';
