/** The canonical logs under fixtures/logs give their exact bytes, in this and every other runtime. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { canonicalJson } from '../src/canonical.ts';
import type { LoggedEvent } from '../src/events/index.ts';
import { sha256Hex } from '../src/sha256.ts';
import { foldLog } from '../src/snapshot.ts';
import { engineVersion } from '../src/version.ts';

const folder = join(import.meta.dirname, '../../../fixtures/logs');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const kept = JSON.parse(read('hashes.json')) as {
  readonly engineVersion: number;
  readonly results: Readonly<Record<string, string>>;
};

const howTo = 'If it should: raise engineVersion, say in its diary what changed, run testing/make-fixtures.ts.';

for (const [name, hash] of Object.entries(kept.results)) {
  test(`PRP-9: the log ${name} gives the bytes it gave under this engine version`, () => {
    const log = JSON.parse(read(`${name}.log.json`)) as readonly LoggedEvent[];
    const text = canonicalJson(foldLog(log[0]?.gameId as LoggedEvent['gameId'], log));
    assert.equal(sha256Hex(text), hash, `the result of ${name} changed. ${howTo}`);
    assert.equal(`${text}\n`, read(`${name}.result.json`));
  });
}

test('PRP-9: the fixtures are of this engine version, and none is left over', () => {
  assert.equal(kept.engineVersion, engineVersion);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.log.json'))
    .map((file) => file.slice(0, -'.log.json'.length));
  assert.deepEqual(names.toSorted(), Object.keys(kept.results).toSorted());
});

test('PRP-9: every version of the engine has its line in the diary', () => {
  const diary = readFileSync(join(import.meta.dirname, '../src/version.ts'), 'utf8');
  for (let version = 1; version <= engineVersion; version++)
    assert.match(diary, new RegExp(`^ \\* ${version} {2}\\S`, 'm'));
});
