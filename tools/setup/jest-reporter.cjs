/** Reporter of jest that tells `npm test` what it counted. Jest loads reporters by require. */
module.exports = class CountsReporter {
  async onRunComplete(_contexts, results) {
    const { reportCounts } = await import('./counts.mjs');
    reportCounts({
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    });
  }
};
