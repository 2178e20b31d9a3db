import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Step, writeScript } from './script.ts';

const scripts = Array.from({ length: 12 }, (_, index) => writeScript(`a test ${index}`, true));
const alone = writeScript('a test', false);

const keyedIn = (steps: readonly Step[]) => steps.flatMap((step) => (step.do === 'key' ? [step] : []));

test('the same seed writes the same script', () => {
  assert.deepEqual(writeScript('a test', false), alone);
});

test('corrections are keyed soon and long after, and every script ends with a final', () => {
  const types = keyedIn(alone.steps).map(({ draft }) => draft.type);
  const mends = types.flatMap((type, index) => (type === 'play-amended' ? [index] : []));
  assert.ok(mends.length > 10 && (mends[0] ?? 0) < types.length / 2);
  for (const { steps } of [alone, ...scripts])
    assert.equal(steps.findLast(({ do: what }) => what === 'finalize' || what === 'reopen')?.do, 'finalize');
});

test('an id is keyed once', () => {
  for (const { steps } of [alone, ...scripts]) {
    const ids = steps.flatMap((step) => (step.do === 'key' ? [step.draft.id] : 'id' in step ? [step.id] : []));
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('I-11, I-22: among games with two hands some are reopened, some have late plays admitted, some thrown away', () => {
  for (const what of ['reopen', 'admit', 'discard'] as const)
    assert.ok(
      scripts.some(({ steps }) => steps.some((step) => step.do === what)),
      what,
    );
});

test('one hand alone does not key for two', () => {
  assert.ok(alone.steps.every((step) => !('hand' in step) || step.hand === 'first'));
});
