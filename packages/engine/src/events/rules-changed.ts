/**
 * rules-changed: the game was played under these rules all along.
 * Invariants: has no place; the last by seq stands (protocol.md R-5).
 * Source: events.md §3.
 */
import type { RulePatch, RuleSetId } from '../rules/rule-set.ts';
import type { EventBase } from './base.ts';

export type RulesChanged = EventBase<'rules-changed'> & { readonly ruleSet: RuleSetId; readonly rules: RulePatch };
