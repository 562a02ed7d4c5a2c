interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}
export function counted(report: Report | undefined, exitCode: number | null): { passed: number; failed: number }
