/** The model of the protocol, and what its tests share. */
export { type Flaw, flawNames, flaws } from './model/flaws.ts';
export { type RunOptions, runModel } from './model/run.ts';
