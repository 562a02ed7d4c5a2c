import { expect, it } from 'vitest'
import { counted } from './count.mjs'

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({ numPassedTests: passed, numFailedTests: failed, testResults })

it('adds up what ran', () => {
  expect(counted(report(2, 0, file('passed', 'passed', 'skipped')), 0)).toEqual({ passed: 2, failed: 0 })
  expect(counted(report(1, 1, file('passed', 'failed')), 1)).toEqual({ passed: 1, failed: 1 })
})

it('counts a file that broke before its first test, beside failed tests too', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(counted(report(3, 0, file('passed', 'passed', 'passed'), broken), 1)).toEqual({ passed: 3, failed: 1 })
  expect(counted(report(0, 1, file('failed'), broken), 1)).toEqual({ passed: 0, failed: 2 })
})

it('takes no tests, no report and an error outside of tests for failures', () => {
  expect(counted(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
  expect(counted(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  expect(counted(report(5, 0, file('passed')), 1)).toEqual({ passed: 5, failed: 1 })
  expect(counted(report(5, 0, file('passed')), null)).toEqual({ passed: 5, failed: 1 })
})
