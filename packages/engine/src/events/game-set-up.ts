/**
 * game-set-up: which teams play under which rules, with whom on the sheet and what is tracked from the start.
 * Invariants: has no place; of two set-ups the entries are united, for the rest the later by seq stands (SET-4).
 * Source: events.md §3, §4 "Set-up".
 */
import type { Facet } from '../game/facets.ts';
import type { PlayerId, SpotId, TeamId } from '../game/ids.ts';
import type { RulePatch, RuleSetId } from '../rules/rule-set.ts';
import type { EventBase } from './base.ts';

export type RosterEntry = {
  readonly playerId: PlayerId;
  /** The roster spot it stands for; null: not known (a late arrival, keyed at the court side). */
  readonly spotId: SpotId | null;
  /** Shirt number as printed: '0' and '00' differ; '' when not said. */
  readonly number: string;
  /** "51" turns out to be 15: every credit of this entry goes to that one. null: itself. */
  readonly sameAs: PlayerId | null;
  readonly listed: boolean;
};

export type TeamSetUp = {
  readonly teamId: TeamId;
  readonly roster: readonly RosterEntry[];
  readonly tracked: readonly Facet[];
};

export type GameSetUp = EventBase<'game-set-up'> & {
  readonly ruleSet: RuleSetId;
  readonly rules: RulePatch;
  readonly home: TeamSetUp;
  readonly away: TeamSetUp;
};
