import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import { expect, test } from 'vitest'
import { papersOf } from '../../../server/actions/casework/documents/issue.ts'
import { TITLES } from '../testing/mock-cases.ts'
import { ISSUES_DOCUMENT } from './issues-document.ts'

/** Not shown beforehand: nobody is sent what lies ready to be signed. */
const TO_SIGN = ['acceptAssignment', 'recordEngagement']
const commands = Object.entries(ISSUES_DOCUMENT).map(([command, shown]) => ({ command, shown }))

test.each(commands)('$command is previewed where the server has a paper to preview, and nowhere else', (one) => {
  const papers = papersOf({ type: one.command } as Command, p.inProgress().state)
  expect(one.shown).toBe(papers.length > 0 && !TO_SIGN.includes(one.command))
})
test('the server in memory of the tests in browsers issues for the same commands', () => {
  expect(Object.keys(TITLES).sort()).toEqual(
    commands
      .filter(({ shown }) => shown)
      .map(({ command }) => command)
      .sort(),
  )
})
