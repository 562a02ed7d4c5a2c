interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name?: string
    status: string
    message?: string
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[]
  }[]
}
export function counted(report: Report | undefined, exitCode: number | null): { passed: number; failed: number }
export function told(project: string, report: Report | undefined, exitCode: number | null): string[]
