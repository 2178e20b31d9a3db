/**
 * game-set-up: which teams play under which rules, with whom on the sheet and what is tracked from the start.
 * Invariants: has no place; of two set-ups the entries are united, for the rest the later by seq stands (SET-4).
 * Source: events.md §3, §4 "Set-up".
 */
import type { Facet } from '../game/facets.ts';
import type { TeamId } from '../game/ids.ts';
import type { RosterEntry } from '../game/roster-entry.ts';
import type { RulePatch, RuleSetId } from '../rules/rule-set.ts';
import type { EventBase } from './base.ts';

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
