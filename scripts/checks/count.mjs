const broke = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((one) => one.status !== 'failed')

/**
 * What one run of vitest counted. A file that broke before its first test, a run that ended badly without a failed test
 * (an error outside of tests) and a run without any test count as one failure each. `report` is its JSON report;
 * undefined when it left none.
 */
export function counted(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests + report.testResults.filter(broke).length
  if (failed > 0) return { passed: report.numPassedTests, failed }
  return { passed: report.numPassedTests, failed: exitCode !== 0 || report.numPassedTests === 0 ? 1 : 0 }
}

/**
 * The names behind the numbers, for the end of a long print: what failed, with the first lines of why, and what passed at a
 * second try only (a passed test that remembers an error). Lines to print; none when all passed at once.
 */
export function told(project, report, exitCode) {
  if (report === undefined) return [`✗ ${project}: the run left no report`]
  const lines = []
  const note = (sign, file, name, messages) =>
    lines.push(`${sign} ${project} ${file}${name ? ` > ${name}` : ''}`, ...firstLines(messages))
  for (const result of report.testResults) {
    if (broke(result)) note('✗', result.name, '', [result.message ?? ''])
    for (const { status, fullName, failureMessages = [] } of result.assertionResults) {
      if (status === 'failed') note('✗', result.name, fullName, failureMessages)
      if (status === 'passed' && failureMessages.length > 0)
        note('! only at the second try:', result.name, fullName, failureMessages)
    }
  }
  if (!lines.some((line) => line.startsWith('✗')) && counted(report, exitCode).failed > 0)
    lines.push(`✗ ${project}: an error outside of tests, or no test at all (exit code ${exitCode})`)
  return lines
}

const firstLines = (messages) =>
  messages.slice(0, 1).flatMap((message) =>
    message
      .split('\n')
      .filter((line) => !line.includes('node_modules'))
      .slice(0, 8)
      .map((line) => `    ${line}`),
  )
