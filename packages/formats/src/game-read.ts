/** What a reader makes of a game: our events, the people apart from them (P7), and what the format records at all. */
import type {
  Facet,
  GameId,
  IsoInstant,
  LoggedEvent,
  PlayerId,
  PlayingPosition,
  RuleSetId,
  TeamId,
} from '@bball/engine';

export const formatIds = ['nba-live', 'euroleague', 'fiba-livestats'] as const;
export type FormatId = (typeof formatIds)[number];

/** The texts of one game. */
export type Sources = {
  readonly playByPlay: string;
  /** The feed's box score file; only who is on the sheet and who starts is read from it, never a statistic. */
  readonly roster: string | null;
  /** EuroLeague's `points.json`: spots and fast breaks. */
  readonly shots: string | null;
  /** A name for the game, where the feed does not say one itself; null: made from what the file begins with. */
  readonly gameName: string | null;
};

export type PersonRead = {
  /** As the feed calls the player. */
  readonly sourceId: string;
  readonly name: string;
  readonly number: string;
  readonly position: PlayingPosition | null;
  readonly teamId: TeamId;
  /** null: the sources do not say. */
  readonly isStarter: boolean | null;
};

export type TeamRead = {
  readonly teamId: TeamId;
  readonly sourceId: string;
  readonly name: string;
  readonly shortName: string;
};

/** Ours to theirs, in the order of the sheet. */
export type People = {
  readonly home: TeamRead;
  readonly away: TeamRead;
  readonly players: Readonly<Record<PlayerId, PersonRead>>;
};

/** A detail row (an assist, a steal …) for which the feed has no play that could bear it. */
export type Orphan = { readonly place: string; readonly word: string };

export type GameRead = {
  readonly format: FormatId;
  readonly gameId: GameId;
  /** The feed's own id of the game; null: it has none. */
  readonly sourceId: string | null;
  readonly startsAt: IsoInstant | null;
  readonly ruleSet: RuleSetId;
  /** seq 1..n in the order of the feed; a `game-finalized`, if there is one, stands last. */
  readonly events: readonly LoggedEvent[];
  readonly people: People;
  readonly records: readonly Facet[];
  readonly orphans: readonly Orphan[];
};
