import { expect, it } from 'vitest'
import { counted, told } from './count.mjs'

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
})

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

it('names what failed and what passed at a second try only, with the first lines of why', () => {
  const results = [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'failed', fullName: 'adds', failureMessages: ['Error: 1\n  at x'] },
        { status: 'passed', fullName: 'waits', failureMessages: ['Error: late'] },
        { status: 'passed', fullName: 'fine', failureMessages: [] },
      ],
    },
    { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ]
  expect(told('unit', { numPassedTests: 2, numFailedTests: 1, testResults: results }, 1)).toEqual([
    '✗ unit a.test.ts > adds',
    '    Error: 1',
    '      at x',
    '! only at the second try: unit a.test.ts > waits',
    '    Error: late',
    '✗ unit b.test.ts',
    '    Cannot find module',
  ])
})

it('says so when nothing names the failure, and nothing when all passed', () => {
  const fine = report(1, 0, file('passed'))
  expect(told('db', fine, 0)).toEqual([])
  expect(told('db', fine, 1)).toEqual([expect.stringContaining('outside of tests')])
  expect(told('db', undefined, 1)).toEqual([expect.stringContaining('no report')])
})
