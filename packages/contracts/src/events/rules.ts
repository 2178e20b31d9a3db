/**
 * A patch of a rule set's row: whole fields, each as strict as the row itself.
 * Source: rules-and-statistics.md; the engine's rules/rule-set.ts.
 */
import { foulKinds, type RuleFields, type RulePatch, type RuleSetId, ruleSetIds } from '@bball/engine';
import { z } from 'zod';
import { count } from './fields.ts';

export const ruleSet: z.ZodType<RuleSetId> = z.enum(ruleSetIds);

const ms = count.max(24 * 60 * 60 * 1000);
const cm = count.max(10_000);
const few = count.max(100);
const foulKind = z.enum(foulKinds);

const foulRow = z.strictObject({
  isPersonal: z.boolean(),
  teamFouls: few,
  throws: z.union([few, z.enum(['bonus', 'shooter'])]),
  keepsBall: z.boolean(),
  isOut: z.boolean(),
  late: z.strictObject({ lastMs: ms, throws: few, keepsBall: z.boolean() }).nullable(),
});

const bonusRow = z.strictObject({
  fromTeamFoul: few,
  throws: z.literal([1, 2, 3, 'one-and-one']),
  keepsBall: z.boolean(),
});

export const ruleFields = z.strictObject({
  periods: z.strictObject({ count: z.int().min(1).max(20), lengthMs: ms }),
  overtimeMs: ms,
  targetScore: z.strictObject({ regular: count, overtime: count }).nullable(),
  playersOnCourt: z.int().min(1).max(5),
  points: z.strictObject({ inside: few, outside: few, freeThrow: few }),
  court: z.strictObject({
    lengthCm: cm,
    widthCm: cm,
    ringToBaselineCm: cm,
    arcCm: cm,
    cornerCm: cm,
    paint: z.strictObject({ widthCm: cm, lengthCm: cm }),
  }),
  teamFoulScope: z.enum(['period', 'half', 'game']),
  overtimeTeamFouls: z.enum(['go-on', 'start-again']),
  bonus: z.strictObject({
    rows: z.array(bonusRow).max(10),
    late: z.strictObject({ ms, fromTeamFoul: few }).nullable(),
    overtimeFromTeamFoul: few.nullable(),
    coversShooting: z.boolean(),
  }),
  fouls: z.record(foulKind, z.strictObject({ player: foulRow, bench: foulRow })),
  outAfter: z.array(z.strictObject({ kinds: z.union([z.literal('pf'), z.array(foulKind)]), count: few })).max(20),
  coachOutAfter: z
    .array(z.strictObject({ who: z.enum(['coach', 'coach-and-bench']), kinds: z.array(foulKind), count: few }))
    .max(10),
  doubleFoulsCountForTeam: z.boolean(),
  timeouts: z.strictObject({
    allowances: z.array(z.strictObject({ from: few, to: few, count: few })).max(20),
    perOvertime: few,
    caps: z.array(z.strictObject({ period: few, lastMs: ms.nullable(), max: few })).max(20),
    challengeReturnsTimeout: z.boolean(),
    carriesIntoOvertime: z.boolean(),
  }),
  shotClockMs: z.strictObject({ full: ms, afterOffensiveRebound: ms }).nullable(),
  possession: z.enum(['arrow', 'jump-ball', 'defence']),
  freeThrowPlusMinus: z.enum(['when-fouled', 'when-thrown']),
  assistOnFreeThrow: z.boolean(),
  ownBasket: z.enum(['player', 'team']),
  missedHeave: z.enum(['player', 'team', 'nobody']),
  deadBallRebounds: z.boolean(),
  forfeit: z.strictObject({ winner: count, loser: count }),
  defaultScore: z.strictObject({ winner: count, loser: count }),
  freeThrowWeightPerMille: count,
  minutesShown: z.enum(['rounded', 'floored']),
}) satisfies z.ZodType<RuleFields>;

/** JSON has no `undefined`: an optional key is there or not, which zod's type cannot say together with its JSON Schema. */
export const rulePatch = ruleFields.partial() as unknown as z.ZodType<RulePatch>;
