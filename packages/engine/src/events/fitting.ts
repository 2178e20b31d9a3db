/**
 * What each field of a play can hold. A door's schema lets an amendment say any value that the field has in *some* type of play;
 * what it cannot hold in this one is a misfit: without effect, and flagged.
 * Source: protocol.md R-3; events.md COR-5.
 */
import { facets } from '../game/facets.ts';
import { foulKinds } from '../rules/rule-set.ts';
import { shotQualifiers, shotStyles } from './field-goal-attempted.ts';
import { foulQualifiers } from './foul-committed.ts';
import { throwQualifiers } from './free-throw-attempted.ts';
import type { Play, PlayType } from './index.ts';
import { jumpBallDecisions, jumpBallReasons } from './jump-ball-called.ts';
import { timeoutKinds } from './timeout-called.ts';
import { turnoverKinds } from './turnover-committed.ts';
import { violationKinds } from './violation-called.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const whole: Check = (value) => Number.isSafeInteger(value);
const count: Check = (value) => whole(value) && (value as number) >= 0;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const textExcept =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && !words.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const doer = orNull(textExcept('coach', 'bench', 'someone', 'nobody'));
const offender = orNull(textExcept('someone', 'nobody'));
const helper = orNull(textExcept('team', 'coach', 'bench'));
const person = textExcept('team', 'coach', 'bench', 'someone', 'nobody');
const people = listOf(person);
const spot: Check = (value) => {
  const { xCm, yCm } = (value ?? {}) as { readonly xCm?: unknown; readonly yCm?: unknown };
  return value === null || (whole(xCm) && whole(yCm));
};
const jumpers: Check = (value) => {
  const { home, away } = (value ?? {}) as { readonly home?: unknown; readonly away?: unknown };
  return orNull(person)(home) && orNull(person)(away);
};

type BodyField<T extends PlayType> = Exclude<
  keyof Extract<Play, { type: T }>,
  | 'type'
  | 'id'
  | 'gameId'
  | 'schemaVersion'
  | 'recordedBy'
  | 'deviceId'
  | 'deviceSeq'
  | 'afterSeq'
  | 'recordedAt'
  | 'place'
  | 'clockMs'
>;

const checks: { readonly [T in PlayType]: { readonly [Field in BodyField<T>]: Check } } = {
  'period-started': { lengthMs: orNull(count) },
  'period-ended': {},
  'lineup-set': { teamId: text, players: people },
  'substitution-made': { teamId: text, playersIn: people, playersOut: people },
  'tracking-changed': { teamId: text, tracked: listOf(oneOf(facets)) },
  'field-goal-attempted': {
    teamId: text,
    by: doer,
    points: count,
    made: flag,
    spot,
    style: orNull(oneOf(shotStyles)),
    assistedBy: helper,
    blockedBy: helper,
    qualifiers: listOf(oneOf(shotQualifiers)),
  },
  'free-throw-attempted': {
    teamId: text,
    by: doer,
    made: flag,
    foulId: orNull(text),
    assistedBy: helper,
    qualifiers: listOf(oneOf(throwQualifiers)),
  },
  'rebound-taken': { teamId: text, by: doer, side: oneOf([null, 'offensive', 'defensive']), deadBall: flag },
  'turnover-committed': { teamId: text, by: doer, kind: orNull(oneOf(turnoverKinds)), stolenBy: helper },
  'foul-committed': {
    teamId: text,
    by: offender,
    kind: oneOf(foulKinds),
    drawnBy: helper,
    freeThrows: oneOf([null, 0, 1, 2, 3, 'one-and-one']),
    losesBall: flag,
    qualifiers: listOf(oneOf(foulQualifiers)),
  },
  'violation-called': { teamId: text, by: offender, kind: oneOf(violationKinds) },
  'jump-ball-called': {
    reason: orNull(oneOf(jumpBallReasons)),
    decidedBy: orNull(oneOf(jumpBallDecisions)),
    teamId: orNull(text),
    by: doer,
    jumpers,
  },
  'possession-set': { teamId: orNull(text), arrow: orNull(text) },
  'timeout-called': { teamId: orNull(text), kind: oneOf(timeoutKinds) },
  'review-called': { teamId: orNull(text), result: oneOf([null, 'stands', 'changed']) },
  'person-ejected': { teamId: text, who: textExcept('team', 'someone', 'nobody') },
  'points-adjusted': { teamId: text, by: orNull(person), points: whole },
  'score-confirmed': { home: count, away: count },
};

const placeChecks: Readonly<Record<string, Check>> = {
  clockMs: orNull(count),
  period: (value) => count(value) && value !== 0,
  rank: text,
};

/** Can a play of this type hold this value in this field. */
export const fits = (type: PlayType, field: string, value: unknown): boolean => {
  const ofType = checks[type] as Readonly<Record<string, Check>>;
  const check = Object.hasOwn(ofType, field)
    ? ofType[field]
    : Object.hasOwn(placeChecks, field)
      ? placeChecks[field]
      : undefined;
  return check?.(value) ?? false;
};
