/**
 * `node packages/engine/testing/make-fixtures.ts`: writes the canonical logs and their exact results to fixtures/logs.
 * A log that is there stays as it is; its result is written anew. Where a result changed while `engineVersion` did not, nothing is written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { canonicalJson } from '../src/canonical.ts';
import type { LoggedEvent } from '../src/events/index.ts';
import { sha256Hex } from '../src/sha256.ts';
import { foldLog } from '../src/snapshot.ts';
import { engineVersion } from '../src/version.ts';
import { anyLog } from './arbitraries/any-log.ts';
import { withDoubles, withMistakes } from './mistakes.ts';
import { simulateGame } from './simulation/simulate-game.ts';

const folder = join(import.meta.dirname, '../../../fixtures/logs');
const hashesFile = join(folder, 'hashes.json');

const cut = (log: readonly LoggedEvent[], count: number): readonly LoggedEvent[] => log.slice(0, count);

/** Short names; each a log that every runtime must fold to the same bytes. */
const logs: Readonly<Record<string, () => readonly LoggedEvent[]>> = {
  'fiba-game': () => simulateGame({ seed: 'fixture fiba', ruleSet: 'fiba-2024' }),
  'euroleague-half': () => cut(simulateGame({ seed: 'fixture euroleague', ruleSet: 'euroleague-2025' }), 180),
  'nba-half': () => cut(simulateGame({ seed: 'fixture nba', ruleSet: 'nba-2025' }), 230),
  'wnba-half': () => cut(simulateGame({ seed: 'fixture wnba', ruleSet: 'wnba-2025' }), 180),
  'ncaa-men-half': () => cut(simulateGame({ seed: 'fixture ncaa men', ruleSet: 'ncaa-men-2025' }), 180),
  'ncaa-women-half': () => cut(simulateGame({ seed: 'fixture ncaa women', ruleSet: 'ncaa-women-2025' }), 180),
  'nfhs-overtime': () => simulateGame({ seed: 3, ruleSet: 'nfhs-2025' }),
  '3x3-overtime': () => simulateGame({ seed: 40, ruleSet: 'fiba-3x3-2024' }),
  'score-only': () => simulateGame({ seed: 'fixture score', ruleSet: 'nfhs-2025', level: 'score' }),
  basic: () => simulateGame({ seed: 'fixture basic', ruleSet: 'fiba-2024', level: 'basic' }),
  'many-corrections': () => {
    const right = cut(simulateGame({ seed: 'fixture corrections', ruleSet: 'fiba-2024' }), 160);
    return withDoubles(withMistakes(right, 'fixture', 4), 'fixture', 8);
  },
  anything: () => fc.sample(anyLog, { seed: 4, numRuns: 30 }).toSorted((a, b) => b.length - a.length)[0] ?? [],
};

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const keptOrMade = (name: string, make: () => readonly LoggedEvent[]): readonly LoggedEvent[] => {
  const file = join(folder, `${name}.log.json`);
  if (existsSync(file)) return read<readonly LoggedEvent[]>(file);
  const log = make();
  writeFileSync(file, `[\n${log.map((event) => canonicalJson(event)).join(',\n')}\n]\n`);
  return log;
};

type Hashes = { readonly engineVersion: number; readonly results: Readonly<Record<string, string>> };

mkdirSync(folder, { recursive: true });
const results = Object.entries(logs).map(([name, make]) => {
  const log = keptOrMade(name, make);
  const text = canonicalJson(foldLog(log[0]?.gameId as LoggedEvent['gameId'], log));
  return { name, text, hash: sha256Hex(text) };
});
const before = existsSync(hashesFile) ? read<Hashes>(hashesFile) : null;
const changed = results.filter(
  ({ name, hash }) => before?.results[name] !== undefined && before.results[name] !== hash,
);
if (before?.engineVersion === engineVersion && changed.length > 0) {
  process.stderr.write(
    `changed under engine ${engineVersion}: ${changed.map(({ name }) => name).join(', ')}. Raise engineVersion and say in its diary what changed.\n`,
  );
  process.exitCode = 1;
} else {
  for (const { name, text } of results) writeFileSync(join(folder, `${name}.result.json`), `${text}\n`);
  const hashes: Hashes = { engineVersion, results: Object.fromEntries(results.map(({ name, hash }) => [name, hash])) };
  writeFileSync(hashesFile, `${JSON.stringify(hashes, null, 2)}\n`);
}
