/**
 * The state of the fold after some plays: integers, small arrays that are replaced and never changed, and three tables of integers.
 * Invariant: `copyState` gives an independent state; stints and flags are append-only lists beside it, cut at `stintCount` and `flagCount`.
 */
import type { EventId, PlayerId } from './ids.ts';
import { firstPlayerRow, lineWidth } from './line.ts';
import type { SideIndex, Sides } from './side.ts';
import { tallyWidth } from './tally.ts';

/** A possession as it runs or as it just ended. */
export type Possession = {
  readonly side: SideIndex;
  /** Clock at its start; null: no clock said. */
  readonly fromMs: number | null;
  readonly pts: number;
  readonly isOffTurnover: boolean;
  readonly isSecondChance: boolean;
};

/** Why the last possession ended, kept while an and-one or a further throw could take it up again. */
export type EndedPossession = {
  readonly possession: Possession;
  readonly by: 'basket' | 'throw';
  readonly clockMs: number | null;
  readonly foulId: EventId | null;
};

/** A foul's throws: how many are due and taken, and who stood on court when it was called. */
export type Trip = {
  readonly foulId: EventId | null;
  /** The side that throws. */
  readonly side: SideIndex;
  /** null: nobody can know (a feed that does not say). */
  readonly due: number | null;
  readonly taken: number;
  readonly isOneAndOne: boolean;
  readonly keepsBall: boolean;
  /** Is the number said or certain: only then is one more a surplus. */
  readonly isSure: boolean;
  readonly isFastBreak: boolean;
  readonly isAssisted: boolean;
  readonly clockMs: number | null;
  readonly ten: Sides<readonly number[] | null>;
  readonly stint: number;
  /** Stands a throw of it before the foul itself, so far. */
  readonly isEarly: boolean;
  /** Points thrown before the foul: their plus/minus waits for the foul's ten (FTH-7). */
  readonly awaitingPts: number;
};

export type OpenMiss = { readonly playId: EventId; readonly side: SideIndex };

export type TimeoutTaken = { readonly side: SideIndex; readonly period: number; readonly clockMs: number | null };

export type FoldState = {
  lines: Int32Array;
  tallies: Int32Array;
  /** Four integers a stint: points and possessions of home and away. */
  stintCounts: Int32Array;
  stintCount: number;
  flagCount: number;
  period: number;
  periodState: 'not-started' | 'running' | 'ended';
  periodLengthMs: number;
  clockMs: number | null;
  /** Clock at which the period was ended; meaningful while `periodState` is ended. */
  endedAtMs: number;
  score: Sides<number>;
  /** Points by period, index 0 = period 1. */
  periodPts: Sides<readonly number[]>;
  teamFouls: Sides<readonly number[]>;
  onCourt: Sides<readonly number[] | null>;
  stintFromMs: number | null;
  /** Clock at the last change of the lead, for the time leading. */
  leadFromMs: number | null;
  run: { readonly side: SideIndex; readonly pts: number } | null;
  leadChanges: number;
  timesTied: number;
  lastLeader: SideIndex | null;
  possession: Possession | null;
  ended: EndedPossession | null;
  arrow: SideIndex | null;
  openMiss: OpenMiss | null;
  lastMissSide: SideIndex | null;
  trips: Map<EventId, Trip>;
  /** Fouls whose throws are not all taken, in order. */
  openTrips: Set<EventId>;
  /** Throws without a foul, unbroken, of one side at one clock. */
  looseTrip: Trip | null;
  timeouts: readonly TimeoutTaken[];
  tracked: Sides<number>;
  everTracked: Sides<number>;
  alwaysTracked: Sides<number>;
  isWrongNumberFlagged: Sides<boolean>;
  isUnstartedFlagged: boolean;
  /** Players on no sheet, by the side they first acted for. */
  guests: Map<PlayerId, SideIndex>;
};

export const emptyState = (rows: number, tracked: Sides<number>): FoldState => ({
  lines: new Int32Array((firstPlayerRow + rows) * lineWidth),
  tallies: new Int32Array(2 * tallyWidth),
  stintCounts: new Int32Array(64 * 4),
  stintCount: 0,
  flagCount: 0,
  period: 0,
  periodState: 'not-started',
  periodLengthMs: 0,
  clockMs: null,
  endedAtMs: 0,
  score: [0, 0],
  periodPts: [[], []],
  teamFouls: [[], []],
  onCourt: [null, null],
  stintFromMs: null,
  leadFromMs: null,
  run: null,
  leadChanges: 0,
  timesTied: 0,
  lastLeader: null,
  possession: null,
  ended: null,
  arrow: null,
  openMiss: null,
  lastMissSide: null,
  trips: new Map(),
  openTrips: new Set(),
  looseTrip: null,
  timeouts: [],
  tracked,
  everTracked: tracked,
  alwaysTracked: tracked,
  isWrongNumberFlagged: [false, false],
  isUnstartedFlagged: false,
  guests: new Map(),
});

export const copyState = (state: FoldState): FoldState => ({
  ...state,
  lines: state.lines.slice(),
  tallies: state.tallies.slice(),
  stintCounts: state.stintCounts.slice(),
  trips: new Map(state.trips),
  openTrips: new Set(state.openTrips),
  guests: new Map(state.guests),
});

/** A pair with one side replaced. */
export const withSide = <T>(pair: Sides<T>, side: SideIndex, value: T): Sides<T> =>
  side === 0 ? [value, pair[1]] : [pair[0], value];
