import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Broken } from '../testing/model/broken.ts';
import { type Flaw, flawNames, flaws, weatherFor } from '../testing/model/flaws.ts';
import { runModel } from '../testing/model/run.ts';

/** How many seeds a flaw may hide from. */
const seeds = 400;

const firstBreak = async (flaw: Flaw): Promise<string | null> => {
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      await runModel({ seed, flaw, weather: weatherFor(flaw) });
    } catch (error) {
      if (error instanceof Broken) return error.invariant;
      throw error;
    }
  }
  return null;
};

for (const flaw of flawNames) {
  test(`I-24: the model finds that ${flaws[flaw].says} (${flaw})`, async () => {
    assert.notEqual(await firstBreak(flaw), null, `not found in ${seeds} seeds`);
  });
}
