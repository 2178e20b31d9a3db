/**
 * The invariants of the protocol (§1), a row each: how it is seen from outside, or why it cannot be and which test shows it.
 * `each`: at rest, of every game. `always`: watched while the load runs.
 */
import * as folds from './fold-checks.ts';
import type { Check } from './game.ts';
import * as logs from './log-checks.ts';
import * as screens from './screen-checks.ts';

export type Rule = `I-${number}`;

type Row = {
  readonly each?: readonly Check[];
  readonly always?: string;
  /** Not from outside: why, and the test that shows it. */
  readonly elsewhere?: { readonly why: string; readonly test: string };
};

const deviceFaults =
  (rule: Rule): Check =>
  ({ game }) =>
    game.table.faults().filter((fault) => fault.startsWith(`${rule}:`));

export const invariants = {
  'I-1': { each: [logs.acknowledgedIsStored, deviceFaults('I-1')] },
  'I-2': { each: [logs.seqsHaveNoGap] },
  'I-3': { each: [logs.everyPlayIsThereOnce] },
  'I-4': { each: [logs.everyPlayIsDecided] },
  'I-5': { each: [logs.devicesKeepTheirOrder] },
  'I-6': { each: [deviceFaults('I-6')] },
  'I-7': { each: [folds.devicesFoldTheSame] },
  'I-8': { each: [folds.mendedIsRight] },
  'I-9': { each: [folds.nobodyIsOverruledSilently] },
  'I-10': {
    elsewhere: {
      why: 'the ranks of a simulated game are the simulator’s, and one machine has one clock',
      test: 'packages/sync/test/model.test.ts',
    },
  },
  'I-11': { each: [logs.finalIsFinal] },
  'I-12': { each: [logs.statusWasSeen] },
  'I-13': { each: [folds.takenBackIsGone] },
  'I-14': { always: 'all of game-events is read along (watch-topic.ts); at rest the outbox is empty' },
  'I-15': { each: [folds.storedIsFolded] },
  'I-16': { always: 'all stored results are looked at twice a second (watch-results.ts)' },
  'I-17': { each: [folds.storedIsAtTheHead] },
  'I-18': { each: [screens.deltasLeadToTheFold] },
  'I-19': { each: [screens.screensShowTheFold] },
  'I-20': { each: [screens.screensNeverFall] },
  'I-21': { each: [screens.screensAreAtTheHead] },
  'I-22': { each: [folds.finalsAreSettledOnce] },
  'I-23': {
    each: [screens.noNameOnScreens],
    always: 'the newest records of all topics are read at the end (names-in-topics.ts)',
  },
  'I-24': {
    elsewhere: {
      why: 'only the distributed profile runs here',
      test: 'packages/sync/test/log-store.pg.test.ts',
    },
  },
} as const satisfies { readonly [rule: Rule]: Row };

export const checksOfGame: readonly (readonly [Rule, Check])[] = Object.entries(invariants).flatMap(
  ([rule, row]: [string, Row]) => (row.each ?? []).map((check) => [rule as Rule, check] as const),
);
