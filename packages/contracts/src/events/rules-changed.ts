import type { RulesChanged } from '@bball/engine';
import type { z } from 'zod';
import { eventOf } from './fields.ts';
import { rulePatch, ruleSet } from './rules.ts';

export const rulesChanged = eventOf('rules-changed', { ruleSet, rules: rulePatch }) satisfies z.ZodType<RulesChanged>;
