import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GameEvent, RuleFields } from '@bball/engine';
import { canonicalJson, playTypes, sha256Hex } from '@bball/engine';
import type { z } from 'zod';
import { eventLimits, eventSchemas, type gameEvent, sealEvent } from './game-event.ts';
import type { ruleFields } from './rules.ts';

const gameId = '0197a000-0000-7000-8000-000000000001';
const idOf = (n: number) => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const envelope = {
  id: idOf(2),
  gameId,
  schemaVersion: 1,
  recordedBy: idOf(3),
  deviceId: idOf(4),
  deviceSeq: 1,
  afterSeq: 0,
  recordedAt: '2026-11-23T18:04:05.120Z',
};
const shot = {
  ...envelope,
  type: 'field-goal-attempted',
  place: { period: 1, rank: '0Kz1abc' },
  clockMs: 431_500,
  teamId: idOf(5),
  by: idOf(6),
  points: 2,
  made: true,
  spot: { xCm: -120, yCm: 300 },
  style: 'layup',
  assistedBy: 'nobody',
  blockedBy: null,
  qualifiers: [],
};

const refusalOf = (value: unknown) => {
  const outcome = sealEvent(value, gameId);
  return 'refusal' in outcome ? outcome.refusal : null;
};

test('there is a schema for each of the 27 types and no other', () => {
  const types = eventSchemas.map((schema) => schema.shape.type.value);
  assert.equal(new Set(types).size, 27);
  assert.deepEqual(
    playTypes.filter((type) => !types.includes(type)),
    [],
  );
});

test('A-3: an event is sealed with its canonical body and the hash of it, whatever the order of its keys', () => {
  const forward = sealEvent(shot, gameId);
  const backward = sealEvent(Object.fromEntries(Object.entries(shot).reverse()), gameId);
  assert.ok('sealed' in forward && 'sealed' in backward);
  assert.equal(forward.sealed.body, canonicalJson(shot));
  assert.equal(forward.sealed.bodyHash, sha256Hex(canonicalJson(shot)));
  assert.deepEqual(backward.sealed.body, forward.sealed.body);
});

test('A-3: what no log could hold is malformed', () => {
  const { by, ...withoutBy } = shot;
  assert.ok(by);
  const malformed: readonly unknown[] = [
    null,
    'text',
    withoutBy,
    { ...shot, note: 'free text' },
    { ...shot, seq: 4 },
    JSON.parse(`${JSON.stringify(shot).slice(0, -1)},"__proto__":{}}`),
    { ...shot, by: 'Ana' },
    { ...shot, by: 'a\u0000b' },
    { ...shot, clockMs: 2 ** 53 },
    { ...shot, clockMs: 1.5 },
    { ...shot, id: idOf(2).toUpperCase().replace('0197A', '0197B') },
    { ...shot, place: { period: 1, rank: 'abc0' } },
    { ...shot, place: { period: 1, rank: '\ud800' } },
    { ...shot, recordedAt: 'yesterday' },
    { ...shot, type: 'deflection-recorded' },
    { ...envelope, type: 'play-amended', playId: idOf(9), playType: 'rebound-taken', changes: {} },
    { ...envelope, type: 'play-amended', playId: idOf(9), playType: 'rebound-taken', changes: { period: 2 } },
    { ...envelope, type: 'play-amended', playId: idOf(9), playType: 'rebound-taken', changes: { remark: 'x' } },
  ];
  for (const value of malformed) assert.equal(refusalOf(value), 'malformed', JSON.stringify(value));
});

test('R-3: an amendment may write any field that some type of play has, fitting or not', () => {
  for (const changes of [
    { by: null },
    { kind: 'travel' },
    { made: false },
    { period: 2, rank: 'b1' },
    { clockMs: null },
  ]) {
    const amendment = { ...envelope, type: 'play-amended', playId: idOf(9), playType: 'rebound-taken', changes };
    assert.equal(refusalOf(amendment), null, JSON.stringify(changes));
  }
});

test('A-3: an event of another game and one that is too large say so', () => {
  assert.equal(refusalOf({ ...shot, gameId: idOf(99) }), 'wrong-game');
  const spots = Array.from({ length: 100 }, (_, n) => ({
    playerId: idOf(100 + n),
    spotId: idOf(300 + n),
    number: String(n),
    sameAs: null,
    listed: true,
  }));
  const side = { teamId: idOf(5), roster: spots, tracked: [] };
  const setUp = { ...envelope, type: 'game-set-up', ruleSet: 'fiba-2024', rules: {}, home: side, away: side };
  assert.equal(refusalOf(setUp), null);
  const players = Array.from({ length: 30 }, (_, n) => idOf(n));
  const long = { ...shot, place: { period: 1, rank: `${'a'.repeat(127)}1` } };
  assert.equal(refusalOf(long), null);
  assert.ok(canonicalJson(players).length < eventLimits.eventBytes);
});

test('a malformed event gives its id back where one can be read', () => {
  assert.deepEqual(sealEvent({ id: envelope.id }, gameId), { refusal: 'malformed', id: envelope.id });
  assert.deepEqual(sealEvent({ id: 7 }, gameId), { refusal: 'malformed', id: null });
});

type Mutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [Key in keyof T]: Mutable<T[Key]> };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Per type, so that a failure names it. */
type SameEvent = {
  [Type in GameEvent['type']]: Same<
    Mutable<Extract<GameEvent, { type: Type }>>,
    Mutable<Extract<z.infer<typeof gameEvent>, { type: Type }>>
  >;
};
type Different = { [Type in keyof SameEvent]: SameEvent[Type] extends true ? never : Type }[keyof SameEvent];

test('the schemas have exactly the fields of the engine’s types', () => {
  const noneDiffers: Different extends never ? true : Different = true;
  const sameRules: Same<Mutable<RuleFields>, Mutable<z.infer<typeof ruleFields>>> = true;
  assert.ok(noneDiffers && sameRules);
});
