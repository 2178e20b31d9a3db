/** `node java.ts`: the job, its tests and its jar, by Maven; counted from the reports of its tests. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { reportCounts } from './counts.mjs';
import { inRoot } from './places.mjs';

const cwd = inRoot('jobs/live-stats');

/** A report begins with `<testsuite … tests="3" errors="0" skipped="0" failures="0" …>`. */
const countOf = (report: string, name: string): number =>
  Number(new RegExp(`\\b${name}="(\\d+)"`).exec(report)?.[1] ?? 0);

const countTests = () => {
  const counts = { passed: 0, failed: 0 };
  for (const path of globSync('target/surefire-reports/TEST-*.xml', { cwd })) {
    const report = readFileSync(`${cwd}/${path}`, 'utf8');
    const failed = countOf(report, 'errors') + countOf(report, 'failures');
    counts.failed += failed;
    counts.passed += countOf(report, 'tests') - failed - countOf(report, 'skipped');
  }
  return counts;
};

const succeeds = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { cwd, stdio: 'inherit' }).status === 0;

rmSync(`${cwd}/target/surefire-reports`, { recursive: true, force: true });
const isClean = succeeds('node', ['build-engine.ts']) && succeeds('mvn', ['-q', '-B', 'verify']);
const { passed, failed } = countTests();
reportCounts({ passed, failed: isClean ? failed : Math.max(failed, 1) });
console.log(`jobs/live-stats: ${passed} passed, ${failed} failed`);
process.exitCode = isClean && failed === 0 ? 0 : 1;
