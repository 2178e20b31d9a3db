/**
 * Every sentence the app says, as one typed table per language: a missing one does not compile.
 * Invariant: each type of play, each kind and each style has words in each language.
 */
import type { ProblemCode } from '@bball/contracts';
import type { Comparison, FoulKind, JumpBallReason, PlayNote, PlayType, ShotQualifier, ShotStyle, StatKey, TimeoutKind, TurnoverKind, ViolationKind, ZoneKey } from '@bball/engine';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What a play's phrase is put together from; an empty string where the play does not say it. */
export type PlayParts = {
  /** '#7 Rossi', the team, the coach. */
  readonly who: string;
  readonly team: string;
  readonly points: number;
  readonly made: boolean;
  /** Style of a shot, kind of a foul or a turnover, reason of a jump ball, in words. */
  readonly detail: string;
  readonly side: 'offensive' | 'defensive' | null;
  readonly throwNumber: number | null;
  readonly period: string;
  readonly players: string;
  readonly playersIn: string;
  readonly playersOut: string;
  readonly result: 'stands' | 'changed' | null;
  readonly score: string;
  readonly jumpers: string;
};

export type LinkRole = 'assist' | 'block' | 'steal' | 'foul-drawn' | 'rebound' | 'offensive-rebound';

/** Measures that have a name but are no column of the engine. */
export type Measure = keyof Comparison | 'fg' | 'fg3' | 'ft' | 'fgPct' | 'fg2Pct' | 'fg3Pct' | 'ftPct' | 'efg' | 'ts' | 'tovPct' | 'orebPct' | 'ftRate' | 'efficiency' | 'time' | 'netRating' | 'ptsFor' | 'ptsAgainst' | 'offRating' | 'defRating' | 'pace';

export type Heading = { readonly title: string; readonly meaning: string };

export type Words = {
  readonly languageName: string;
  readonly app: {
    readonly name: string;
    readonly back: string;
    readonly close: string;
    readonly settings: string;
    readonly retry: string;
    readonly loading: string;
    readonly notFound: string;
    readonly notFoundDetail: string;
    readonly toGames: string;
    readonly offline: string;
    readonly errorTitle: string;
    readonly errorDetail: string;
    readonly problems: { readonly [Code in ProblemCode]?: string };
    readonly problem: string;
    readonly noNetwork: string;
  };
  readonly games: {
    readonly title: string;
    readonly live: string;
    readonly next: string;
    readonly results: string;
    readonly today: string;
    readonly tomorrow: string;
    readonly yesterday: string;
    readonly undated: string;
    readonly empty: string;
    readonly emptyDetail: string;
    readonly more: string;
    readonly final: string;
    readonly cancelled: string;
  };
  readonly game: {
    readonly share: string;
    readonly shared: string;
    readonly details: string;
    readonly live: string;
    readonly final: string;
    readonly scheduled: string;
    readonly breakTime: (period: string) => string;
    readonly stale: string;
    readonly catchingUp: string;
    readonly degraded: string;
    readonly ended: string;
    readonly endedDetail: string;
    readonly waiting: string;
    readonly waitingDetail: string;
    readonly fouls: string;
    readonly bonus: string;
    readonly timeouts: string;
    readonly possession: string;
    readonly arrow: string;
    readonly onCourt: string;
    readonly leadChanges: string;
    readonly timesTied: string;
    readonly total: string;
    readonly scoreByPeriod: string;
    readonly official: (score: string) => string;
    readonly teamFoulsSay: (team: string, fouls: number) => string;
    readonly timeoutsSay: (team: string, left: number) => string;
    readonly bonusSay: (team: string) => string;
    readonly ballSay: (team: string) => string;
    readonly scoreSay: (home: string, homeScore: number, away: string, awayScore: number) => string;
    readonly tabs: { readonly [Key in 'feed' | 'box' | 'shots' | 'flow' | 'teams' | 'game' | 'charts']: string };
    readonly period: (period: number, count: number) => string;
    readonly periodLong: (period: number, count: number) => string;
  };
  readonly feed: {
    readonly empty: string;
    readonly emptyDetail: string;
    readonly edited: string;
    readonly removed: string;
    readonly before: string;
    readonly run: (score: string, team: string, time: string) => string;
    readonly made: string;
    readonly missed: string;
    readonly signs: { readonly [Sign in 'made' | 'missed']: string };
    readonly links: { readonly [Role in LinkRole]: (who: string) => string };
    readonly notes: { readonly [Note in PlayNote]: string };
    readonly someone: string;
    readonly unknown: string;
    readonly teamWord: string;
    readonly coach: string;
    readonly bench: string;
    readonly all: string;
    readonly scoring: string;
    readonly filter: string;
  };
  readonly plays: { readonly [Type in PlayType]: (parts: PlayParts) => string };
  readonly throwTrip: (who: string, made: number, taken: number) => string;
  readonly shotStyles: { readonly [Style in ShotStyle]: string };
  readonly shotQualifiers: { readonly [Qualifier in ShotQualifier]: string };
  readonly turnoverKinds: { readonly [Kind in TurnoverKind]: string };
  readonly foulKinds: { readonly [Kind in FoulKind]: string };
  readonly violationKinds: { readonly [Kind in ViolationKind]: string };
  readonly timeoutKinds: { readonly [Kind in TimeoutKind]: string };
  readonly jumpBallReasons: { readonly [Reason in JumpBallReason]: string };
  readonly columns: { readonly [Key in StatKey]: Heading };
  readonly measures: { readonly [Key in Measure]: Heading };
  readonly box: {
    readonly player: string;
    readonly totals: string;
    readonly teamRow: string;
    readonly unassigned: string;
    readonly starter: string;
    readonly onCourt: string;
    readonly out: string;
    readonly didNotPlay: string;
    readonly untracked: string;
    readonly sortBy: (column: string) => string;
    readonly showPlays: string;
    readonly numberTitle: (who: string, column: string) => string;
    readonly noPlays: string;
    readonly nothingCounted: string;
    readonly empty: string;
    readonly emptyDetail: string;
    readonly legend: string;
  };
  readonly shots: {
    readonly title: string;
    readonly both: string;
    readonly team: string;
    readonly player: string;
    readonly period: string;
    readonly allPlayers: string;
    readonly allPeriods: string;
    readonly heat: string;
    readonly marks: string;
    readonly show: string;
    readonly empty: string;
    readonly emptyDetail: string;
    readonly noSpot: (count: number) => string;
    readonly madeOf: (made: number, taken: number) => string;
    readonly zone: string;
    readonly all: string;
    readonly zones: { readonly [Zone in ZoneKey]: string };
    readonly chartSay: (made: number, taken: number) => string;
  };
  readonly flow: {
    readonly title: string;
    readonly leads: (team: string, by: number) => string;
    readonly tied: string;
    readonly biggestLead: string;
    readonly runs: string;
    readonly hint: string;
    readonly empty: string;
    readonly emptyDetail: string;
    readonly say: (home: string, homeLead: number, away: string, awayLead: number) => string;
  };
  readonly teams: {
    readonly comparison: string;
    readonly shooting: string;
    readonly boxTotals: string;
    readonly scoring: string;
    readonly fourFactors: string;
    readonly lineups: string;
    readonly fives: string;
    readonly pairs: string;
    readonly onOff: string;
    readonly on: string;
    readonly off: string;
    readonly untracked: string;
    readonly untrackedDetail: string;
    readonly view: string;
  };
  readonly account: {
    readonly signIn: string;
    readonly signOut: string;
    readonly register: string;
    readonly email: string;
    readonly password: string;
    readonly newPassword: string;
    readonly passwordHint: string;
    readonly displayName: string;
    readonly displayNameHint: string;
    readonly country: string;
    readonly countryHint: string;
    readonly isAdult: string;
    readonly yes: string;
    readonly no: string;
    readonly birthDate: string;
    readonly birthDateHint: string;
    readonly show: string;
    readonly hide: string;
    readonly forgot: string;
    readonly noAccount: string;
    readonly haveAccount: string;
    readonly mailSent: string;
    readonly mailSentDetail: string;
    readonly verify: string;
    readonly verifyDetail: string;
    readonly verified: string;
    readonly verifiedDetail: string;
    readonly reset: string;
    readonly resetAsk: string;
    readonly resetAskDetail: string;
    readonly resetDone: string;
    readonly resetDoneDetail: string;
    readonly linkMissing: string;
    readonly linkMissingDetail: string;
    readonly signInWhy: string;
    readonly missing: string;
  };
  readonly settings: {
    readonly title: string;
    readonly language: string;
    readonly theme: string;
    readonly system: string;
    readonly light: string;
    readonly dark: string;
    readonly account: string;
    readonly sessions: string;
    readonly thisOne: string;
    readonly endSession: string;
    readonly lastSeen: (when: string) => string;
    readonly web: string;
    readonly phone: string;
    readonly unverified: string;
  };
};
