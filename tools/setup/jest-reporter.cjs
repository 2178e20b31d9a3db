/** Reporter of jest that tells `npm test` what it counted. Jest loads reporters by require. */
module.exports = class CountsReporter {
  /** @param {unknown} _contexts @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number }} results */
  async onRunComplete(_contexts, results) {
    const { reportCounts } = await import('./counts.mjs');
    reportCounts({
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    });
  }
};
