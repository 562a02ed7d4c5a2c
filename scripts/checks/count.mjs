/**
 * What one run of vitest counted. A file that broke before its first test, a run that ended badly without a failed test
 * (an error outside of tests) and a run without any test count as one failure each. `report` is its JSON report;
 * undefined when it left none.
 */
export function counted(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1 }
  const brokenFiles = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'))
  const failed = report.numFailedTests + brokenFiles.length
  if (failed > 0) return { passed: report.numPassedTests, failed }
  return { passed: report.numPassedTests, failed: exitCode !== 0 || report.numPassedTests === 0 ? 1 : 0 }
}
