/** Reporter of `node --test`: a line per file, every failure in full, and the counts for `npm test`. */
import { relative } from 'node:path';
import { inspect } from 'node:util';
import { reportCounts } from './counts.mjs';
import { root } from './places.mjs';

const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;

/** @param {{ name: string, file?: string, line?: number, details: { error: Error & { cause?: unknown } } }} failure */
const failureText = ({ name, file, line, details }) =>
  `✖ ${name}\n    ${file ? relative(root, file) : ''}:${line ?? ''}\n${inspect(details.error.cause ?? details.error).replace(/^/gm, '    ')}\n`;

/** @param {AsyncIterable<{ type: string, data: any }>} source */
export default async function* nodeReporter(source) {
  for await (const { type, data } of source) {
    const isLeaf = data?.details?.type !== 'suite' && data?.details?.error?.failureType !== 'subtestsFailed';
    if (type === 'test:fail' && isLeaf) yield failureText(data);
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:summary') continue;
    const { passed, failed: broken, cancelled, skipped, todo } = data.counts;
    const failed = broken + cancelled;
    if (data.file === undefined) reportCounts({ passed, failed });
    else {
      const notRun = skipped + todo === 0 ? '' : `, ${skipped + todo} not run`;
      yield `${failed === 0 ? '✔' : '✖'} ${relative(root, data.file)}: ${passed} passed${failed ? `, ${failed} failed` : ''}${notRun} (${seconds(data.duration_ms)})\n`;
    }
  }
}
