/**
 * What comes out of the fold: one state of a game as every phone, server and job has it, byte for byte.
 * Integers only; ids, never names. What was not tracked is null, never 0.
 * Source: design.md §1, §5; protocol.md §10; events.md CMP-1.
 */

import type { PlayType } from '../events/index.ts';
import type { Doer, Helper, Offender } from '../game/doer.ts';
import type { Facet } from '../game/facets.ts';
import type { FlagCode } from '../game/flag-codes.ts';
import type { EventId, GameId, PlayerId, TeamId } from '../game/ids.ts';
import type { Place } from '../game/place.ts';
import type { Spot } from '../game/spot.ts';
import type { RulePatch, RuleSetId } from '../rules/rule-set.ts';
import type { Counts } from './columns.ts';

export type Pair<T> = { readonly home: T; readonly away: T };

export type GameState = {
  readonly ruleSet: RuleSetId;
  /** Fields of the row that this game overrides: `ruleSet(ruleSet, rules)` are the rules it is played under. */
  readonly rules: RulePatch;
  readonly status: 'scheduled' | 'live' | 'final';
  readonly home: TeamId | null;
  readonly away: TeamId | null;
  readonly score: Pair<number>;
  /** Set by a forfeit (GAM-2); null: the score is the result. */
  readonly officialScore: Pair<number> | null;
  /** The period of the last play; 0 before the first. */
  readonly period: number;
  readonly periodState: 'not-started' | 'running' | 'ended';
  /** The last clock said in this period. */
  readonly clockMs: number | null;
  readonly periods: readonly { readonly period: number; readonly home: number; readonly away: number }[];
  /** Team fouls that count towards the bonus now; null: fouls are not tracked. */
  readonly teamFouls: Pair<number | null>;
  /** Does the next common foul *against* this side's opponent bring it throws: is this side shooting in the bonus. */
  readonly bonus: Pair<boolean | null>;
  readonly timeoutsLeft: Pair<number | null>;
  readonly possession: TeamId | null;
  readonly arrow: TeamId | null;
  /** Sorted ids; null: no line-up was ever said. */
  readonly onCourt: Pair<readonly PlayerId[] | null>;
  readonly freeThrowsDue: {
    readonly teamId: TeamId;
    readonly foulId: EventId;
    readonly due: number;
    readonly taken: number;
  } | null;
  readonly leadChanges: number;
  readonly timesTied: number;
  /** An event of the log could not be read and counts for nothing (J-7): every number may be wrong. */
  readonly isDegraded: boolean;
};

export type PlayerLine = Counts & {
  readonly teamId: TeamId;
  readonly number: string;
  /** false: taken off the sheet, or never on it. */
  readonly isListed: boolean;
  /** null: no line-up was said. */
  readonly isStarter: boolean | null;
  /** Was on court, or has a credit (LIN-6). */
  readonly hasPlayed: boolean;
  /** Fouled out, disqualified or ejected. */
  readonly isOut: boolean;
  /** Clock at which the running stint began; null: not on court. `playedMs` counts closed stints only: see `playedMsAt`. */
  readonly onCourtFromMs: number | null;
};

/** Of a team, beyond its columns. Each null where its facets were never tracked. */
export type Comparison = {
  readonly paintPts: number | null;
  readonly fastBreakPts: number | null;
  readonly secondChancePts: number | null;
  readonly offTurnoverPts: number | null;
  readonly benchPts: number | null;
  readonly biggestLead: number;
  readonly biggestRun: number;
  readonly leadingMs: number | null;
  /** Counted possessions (POS-2, POS-6). */
  readonly possessions: number | null;
};

export type TeamLine = {
  readonly side: 'home' | 'away';
  /** The whole team: players, unassigned line and the team's own rows. */
  readonly totals: Counts;
  /** Credits whose doer was not said (`by: null`, `'someone'`). */
  readonly unassigned: Counts;
  /** Credits of `'team'`, coach and bench: team rebounds and turnovers, missed heaves, technicals. */
  readonly own: Counts;
  readonly comparison: Comparison;
  /** Missed heaves that are nobody's attempt (FGA-6); apart from `totals`. */
  readonly missedHeaves: number;
  /** Team fouls by period, index 0 = period 1. */
  readonly foulsByPeriod: readonly number[];
  readonly timeoutsUsed: number;
  readonly isCoachOut: boolean;
  /** What is recorded from now on. */
  readonly tracked: readonly Facet[];
  /** Was it recorded all along, for a part, or never. */
  readonly completeness: Readonly<Record<Facet, 'all' | 'some' | 'none'>>;
};

export const playNotes = ['fast-break', 'off-turnover', 'paint', 'second-chance'] as const;
export type PlayNote = (typeof playNotes)[number];

/** A play as it stands after its corrections, with what order tells about it. */
export type FoldedPlay = {
  readonly id: EventId;
  readonly type: PlayType;
  readonly place: Place;
  readonly clockMs: number | null;
  /** The resolved body: the fields of the play's type beside envelope, place and clock. */
  readonly body: PlayBody;
  /** The score after it. */
  readonly score: Pair<number>;
  readonly isVoided: boolean;
  /** Body fields (and `clockMs`, `period`, `rank`) as they were first said, of those that differ now; null: never amended. */
  readonly firstSaid: Readonly<Record<string, unknown>> | null;
  readonly notes: readonly PlayNote[];
  /** Of a rebound: offensive or defensive, said or derived; null otherwise or unknown. */
  readonly reboundSide: 'offensive' | 'defensive' | null;
  /** Of a free throw: which of its foul's throws, from 1; null otherwise. */
  readonly throwNumber: number | null;
};

/** Every field that some type of play has; which are there is decided by `type`. */
export type PlayBody = {
  readonly teamId?: TeamId | null;
  readonly by?: Offender | Doer;
  readonly who?: PlayerId | 'coach' | 'bench';
  readonly points?: number;
  readonly made?: boolean;
  readonly spot?: Spot | null;
  readonly style?: string | null;
  readonly assistedBy?: Helper;
  readonly blockedBy?: Helper;
  readonly stolenBy?: Helper;
  readonly drawnBy?: Helper;
  readonly kind?: string | null;
  readonly freeThrows?: 0 | 1 | 2 | 3 | 'one-and-one' | null;
  readonly losesBall?: boolean;
  readonly foulId?: EventId | null;
  readonly side?: 'offensive' | 'defensive' | null;
  readonly deadBall?: boolean;
  readonly players?: readonly PlayerId[];
  readonly playersIn?: readonly PlayerId[];
  readonly playersOut?: readonly PlayerId[];
  readonly reason?: string | null;
  readonly decidedBy?: string | null;
  readonly jumpers?: Pair<PlayerId | null>;
  readonly arrow?: TeamId | null;
  readonly result?: 'stands' | 'changed' | null;
  readonly lengthMs?: number | null;
  readonly tracked?: readonly Facet[];
  readonly home?: number;
  readonly away?: number;
  readonly qualifiers?: readonly string[];
};

/** A stint: the same people on court on both sides. Fives, pairs and on/off are sums of these (stats/lineups.ts). */
export type Stint = {
  readonly period: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly players: Pair<readonly PlayerId[]>;
  readonly pts: Pair<number>;
  readonly possessions: Pair<number>;
};

export type FlagId = string & { readonly __id: 'flag' };

export type Flag = {
  readonly id: FlagId;
  readonly code: FlagCode;
  /** The plays it is about, the one to mend first. */
  readonly playIds: readonly EventId[];
  readonly teamId: TeamId | null;
  readonly playerId: PlayerId | null;
  /** What a person needs to judge it: counts, scores, the group that disagrees. */
  readonly detail: Readonly<Record<string, number | string | null>>;
};

/** The live state: what watchers hold, what deltas change. */
export type Snapshot = {
  readonly gameId: GameId;
  /** The fold of the events with seq 1..revision. */
  readonly revision: number;
  readonly engineVersion: number;
  readonly game: GameState;
  readonly teams: Readonly<Record<TeamId, TeamLine>>;
  readonly players: Readonly<Record<PlayerId, PlayerLine>>;
  readonly plays: Readonly<Record<EventId, FoldedPlay>>;
  readonly flags: Readonly<Record<FlagId, Flag>>;
};

/** A whole result: what is stored. */
export type GameResult = Snapshot & { readonly stints: readonly Stint[] };

/**
 * Absolute values of every key touched between two revisions; null removes. Applies to any state from `previousRevision`
 * to `revision` of its engine version; `previousRevision` 0 replaces everything (a snapshot). Source: protocol.md §10, J-5.
 */
export type Delta = {
  readonly gameId: GameId;
  readonly revision: number;
  readonly previousRevision: number;
  readonly engineVersion: number;
  readonly game: Partial<GameState>;
  readonly teams: Readonly<Record<TeamId, TeamLine>>;
  readonly players: Readonly<Record<PlayerId, PlayerLine | null>>;
  readonly plays: Readonly<Record<EventId, FoldedPlay | null>>;
  readonly flags: Readonly<Record<FlagId, Flag | null>>;
};
