/**
 * A rule set: everything in which leagues differ, as data. Code reads the row; it never asks which league it is in.
 * A league may override any field by a patch: a patch replaces whole fields of the row.
 * Source: rules-and-statistics.md; events.md §4, §5.
 */

export const ruleSetIds = ['fiba-2024', 'euroleague-2025', 'nba-2025', 'wnba-2025', 'ncaa-men-2025', 'ncaa-women-2025', 'nfhs-2025', 'fiba-3x3-2024'] as const;
export type RuleSetId = (typeof ruleSetIds)[number];

export const foulKinds = ['personal', 'loose-ball', 'shooting', 'offensive', 'away-from-play', 'clear-path', 'take', 'throw-in', 'unsportsmanlike', 'disqualifying', 'technical', 'technical-minor'] as const;
export type FoulKind = (typeof foulKinds)[number];

/** What one kind of foul counts for and brings, for one kind of offender (events.md §5). */
export type FoulRow = {
  /** P: counts to `pf` and towards fouling out. */
  readonly isPersonal: boolean;
  /** T: how many team fouls it adds (0 or 1; 3x3 unsportsmanlike 2). */
  readonly teamFouls: number;
  /**
   * Throws it brings: a number, by the bonus row, or as a foul on a shooter: 1 after the basket, else the worth of the missed
   * shot, which only `freeThrows` of the foul says; unsaid, that of an inside shot. See also `bonus.coversShooting`.
   */
  readonly throws: number | 'bonus' | 'shooter';
  /** +: the fouled side keeps the ball, so its throws are never live. */
  readonly keepsBall: boolean;
  readonly isOut: boolean;
  /** What replaces `throws` and `keepsBall` in the last `lastMs` of the last period and of each overtime; null: nothing. */
  readonly late: { readonly lastMs: number; readonly throws: number; readonly keepsBall: boolean } | null;
};

/** The offender is a player, or somebody on the bench (coach, bench, team). */
export type FoulTable = Readonly<Record<FoulKind, { readonly player: FoulRow; readonly bench: FoulRow }>>;

/** Throws from this team foul of the scope on; the last row reached applies. */
export type BonusRow = { readonly fromTeamFoul: number; readonly throws: 1 | 2 | 3 | 'one-and-one'; readonly keepsBall: boolean };

/** A person is out after `count` fouls whose kinds are among `kinds` ('pf' = every personal foul). */
export type OutRule = { readonly kinds: 'pf' | readonly FoulKind[]; readonly count: number };

export type RuleFields = {
  readonly periods: { readonly count: number; readonly lengthMs: number };
  /** 0: untimed (3x3, played to `targetScore.overtime`). */
  readonly overtimeMs: number;
  /** The game is over when a side reaches it (3x3: 21, overtime 2); null: by the clock. */
  readonly targetScore: { readonly regular: number; readonly overtime: number } | null;
  readonly playersOnCourt: number;
  readonly points: { readonly inside: number; readonly outside: number; readonly freeThrow: number };
  readonly court: {
    readonly lengthCm: number;
    readonly widthCm: number;
    /** Middle of the ring to the baseline. */
    readonly ringToBaselineCm: number;
    /** Radius of the outside arc around the ring's middle. */
    readonly arcCm: number;
    /** Sideways distance of the straight corner line from the ring's middle. */
    readonly cornerCm: number;
    readonly paint: { readonly widthCm: number; readonly lengthCm: number };
  };
  /** Team fouls are counted per quarter, half or game. */
  readonly teamFoulScope: 'period' | 'half' | 'game';
  readonly overtimeTeamFouls: 'go-on' | 'start-again';
  readonly bonus: {
    readonly rows: readonly BonusRow[];
    /** In the last `ms` of a period, the bonus from this team foul of that stretch on (NBA: second in the last 2:00). */
    readonly late: { readonly ms: number; readonly fromTeamFoul: number } | null;
    /** First row's threshold in overtime where fouls start again; null: as in regulation. */
    readonly overtimeFromTeamFoul: number | null;
    /** A row, once reached, also stands in for the throws of a foul on a shooter (3x3). */
    readonly coversShooting: boolean;
  };
  readonly fouls: FoulTable;
  readonly outAfter: readonly OutRule[];
  /** The coach is out after `count` fouls of these kinds; 'coach-and-bench' counts those of the coach and of the bench together. */
  readonly coachOutAfter: readonly {
    readonly who: 'coach' | 'coach-and-bench';
    readonly kinds: readonly FoulKind[];
    readonly count: number;
  }[];
  /** Does each foul of a double foul (qualifier `double`) count as a team foul (FOU-5). */
  readonly doubleFoulsCountForTeam: boolean;
  readonly timeouts: {
    /** Allowance per stretch of regulation periods, first and last included. */
    readonly allowances: readonly { readonly from: number; readonly to: number; readonly count: number }[];
    readonly perOvertime: number;
    /** What is left of regulation may be taken in overtime as well. */
    readonly carriesIntoOvertime: boolean;
    /** At most `max` within the last `lastMs` of `period` (null: the whole period). */
    readonly caps: readonly { readonly period: number; readonly lastMs: number | null; readonly max: number }[];
    readonly challengeReturnsTimeout: boolean;
  };
  readonly shotClockMs: { readonly full: number; readonly afterOffensiveRebound: number } | null;
  readonly possession: 'arrow' | 'jump-ball' | 'defence';
  readonly freeThrowPlusMinus: 'when-fouled' | 'when-thrown';
  readonly assistOnFreeThrow: boolean;
  readonly ownBasket: 'player' | 'team';
  readonly missedHeave: 'player' | 'team' | 'nobody';
  /** Dead-ball rebounds count as the team's. */
  readonly deadBallRebounds: boolean;
  readonly forfeit: { readonly winner: number; readonly loser: number };
  readonly defaultScore: { readonly winner: number; readonly loser: number };
  /** Weight of a free throw in estimated possessions, in thousandths (440; college 475). */
  readonly freeThrowWeightPerMille: number;
  readonly minutesShown: 'rounded' | 'floored';
};

export type RuleSet = RuleFields & { readonly id: RuleSetId; readonly title: string };

/** Fields that replace those of the row. */
export type RulePatch = Partial<RuleFields>;
