/** EuroLeague 2025-26: the FIBA row under its own edition. */
import { fiba2024 } from './fiba-2024.ts';
import type { RuleSet } from './rule-set.ts';

export const euroleague2025 = { ...fiba2024, id: 'euroleague-2025', title: 'EuroLeague 2025-26' } as const satisfies RuleSet;
