import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulateGame } from '@bball/engine/testing';
import { anyEvent } from '@bball/engine/testing/arbitraries';
import fc from 'fast-check';
import { gameEvent } from './game-event.ts';

/** The schemas see the body; `seq` stands beside it. */
const bodyOf = ({ seq: _, ...body }: { readonly seq: number | null }): unknown => body;

test('every event that the engine’s generators make is well formed here', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      assert.deepEqual(gameEvent.safeParse(bodyOf(event)).error?.issues ?? [], []);
    }),
    { seed: 20_260_124, numRuns: 500 },
  );
});

test('every event of a simulated game is well formed here, at every level of detail', () => {
  for (const level of ['full', 'basic', 'score'] as const) {
    for (const event of simulateGame({ seed: 1, ruleSet: 'ncaa-men-2025', level })) {
      assert.deepEqual(gameEvent.safeParse(bodyOf(event)).error?.issues ?? [], []);
    }
  }
});
