/**
 * `npm run bench`: prints the table, writes it as JSON to .data/bench/results.json, and stops by itself after some four minutes.
 * `npm run bench -- engine` measures the part of that name; `stream` is measured only so.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/places.mjs';
import { engineRows } from './engine-rows.ts';
import { logRows } from './log-rows.ts';
import { thisMachine } from './machine.ts';
import { type Left, type Measured, type Row, tableOf } from './report.ts';
import { startRows } from './start-rows.ts';
import { streamRows } from './stream-rows.ts';

const parts: Readonly<Record<string, (folder: string) => Promise<Measured>>> = {
  engine: engineRows,
  log: logRows,
  start: startRows,
  stream: streamRows,
};
/** It starts whole stacks, and lasts a quarter of an hour: only where it is asked for. */
const onlyByName: ReadonlySet<string> = new Set(['stream']);

const folder = inRoot('.data/bench');
const words = process.argv.slice(2);
const chosen = Object.entries(parts).filter(([name]) =>
  words.length === 0 ? !onlyByName.has(name) : words.includes(name),
);
if (chosen.length === 0) throw new Error(`the parts are ${Object.keys(parts).join(', ')}`);

mkdirSync(folder, { recursive: true });
const rows: Row[] = [];
const left: Left[] = [];
for (const [name, measure] of chosen) {
  console.error(`measuring: ${name}`);
  const measured = await measure(folder);
  rows.push(...measured.rows);
  left.push(...measured.left);
}
const machine = thisMachine();
const results = join(folder, 'results.json');
rmSync(results, { force: true });
writeFileSync(results, `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, rows, left }, null, 2)}\n`);
console.log(`\n${tableOf(rows, left, machine)}\n\nalso in ${results}`);
