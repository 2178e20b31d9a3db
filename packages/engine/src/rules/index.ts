/**
 * Rule rows by id.
 * Invariants: a row is never changed in place; a game keeps the edition it was started with.
 * Source: rules-and-statistics.md.
 */
import { euroleague2025 } from './euroleague-2025.ts';
import { fiba3x3 } from './fiba-3x3-2024.ts';
import { fiba2024 } from './fiba-2024.ts';
import { nba2025 } from './nba-2025.ts';
import { ncaaMen2025 } from './ncaa-men-2025.ts';
import { ncaaWomen2025 } from './ncaa-women-2025.ts';
import { nfhs2025 } from './nfhs-2025.ts';
import type { RulePatch, RuleSet, RuleSetId } from './rule-set.ts';
import { wnba2025 } from './wnba-2025.ts';

export const ruleSets = {
  'fiba-2024': fiba2024,
  'euroleague-2025': euroleague2025,
  'nba-2025': nba2025,
  'wnba-2025': wnba2025,
  'ncaa-men-2025': ncaaMen2025,
  'ncaa-women-2025': ncaaWomen2025,
  'nfhs-2025': nfhs2025,
  'fiba-3x3-2024': fiba3x3,
} as const satisfies { readonly [Id in RuleSetId]: RuleSet & { readonly id: Id } };

/**
 * The row of an edition, its fields replaced whole by those of `patch`. Without a patch it is always the same object.
 * An id of a newer app is played as FIBA: the log is folded all the same.
 */
export const ruleSet = (id: RuleSetId, patch: RulePatch = {}): RuleSet => {
  const row: RuleSet = Object.hasOwn(ruleSets, id) ? ruleSets[id] : fiba2024;
  return Object.keys(patch).length === 0 ? row : { ...row, ...patch };
};
