/** The engine's views of a snapshot, each computed once for all panels of the page. */
import { flow, playByPlay, runs, type Snapshot, shotChart, timedPeriods, timedPlays } from '@bball/engine';
import { once } from './once.ts';

/** Of fewer points nobody speaks of a run. */
const runFromPoints = 8;

export const playsOf = once((snapshot: Snapshot) => playByPlay(snapshot));
export const runsOf = once((snapshot: Snapshot) => runs(snapshot, runFromPoints));
export const flowOf = once((snapshot: Snapshot) => flow(snapshot));
export const shotsOf = once((snapshot: Snapshot) => shotChart(snapshot));
export const periodsOf = once((snapshot: Snapshot) => timedPeriods(snapshot));
export const timedPlaysOf = once((snapshot: Snapshot) => timedPlays(snapshot));
