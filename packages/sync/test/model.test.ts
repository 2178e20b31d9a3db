import assert from 'node:assert/strict';
import { test } from 'node:test';
import { culprit } from '../testing/model/shrink.ts';

/** Seeds of this run: MODEL_RUNS more of them, from MODEL_SEED on, for a long night. */
const runs = Number(process.env.MODEL_RUNS ?? 2_000);
const firstSeed = Number(process.env.MODEL_SEED ?? 1);

test(`I-1…I-7, I-9…I-22, I-24: ${runs} runs of phones, server and viewers under faults, from seed ${firstSeed}, break nothing`, async () => {
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    assert.equal(await culprit({ seed }), null);
  }
});
