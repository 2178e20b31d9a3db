/** @bball/engine: basketball, and nothing else. The same bundle runs on the phone, in the API and inside Flink. */

export * from './canonical.ts';
export * from './game/flag-codes.ts';
export * from './events/base.ts';
export * from './events/field-goal-attempted.ts';
export * from './events/foul-committed.ts';
export * from './events/free-throw-attempted.ts';
export * from './events/game-set-up.ts';
export * from './events/index.ts';
export * from './events/jump-ball-called.ts';
export * from './events/timeout-called.ts';
export * from './events/turnover-committed.ts';
export * from './events/violation-called.ts';
export * from './game/doer.ts';
export * from './game/facets.ts';
export * from './game/ids.ts';
export * from './game/place.ts';
export * from './game/rank.ts';
export { ruleSet, ruleSets } from './rules/index.ts';
export * from './rules/geometry.ts';
export * from './rules/rule-set.ts';
export { sha256Hex, utf8 } from './sha256.ts';
export * from './stats/columns.ts';
export * from './stats/result.ts';
