import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { TRANSITIONS } from '@fatong/casework/application/transitions.ts'
import { filePapersLeftBy } from '@fatong/casework/file/file-papers.ts'
import { describe, expect, it } from 'vitest'
import { FORMS } from '../../../documents/kinds.ts'
import { applicationPapers, papersOf } from './issue.ts'

/** Papers that people or other bodies bring, or write themselves: the case keeps them, nobody issues them. */
const BROUGHT = ['身份与代理权证明', '通知函', '约见或会见笔录', '通报情况记录', '裁判文书等副本', '卷宗', '异议申请']
/** Where what is issued depends on the case: the case it is looked at with. */
const BEFORE: Record<string, CaseState | null> = {
  T13: p.notified().state,
  T14: p.assigned().do(p.lawyer, { type: 'acceptAssignment' }).state,
  T18: p.inProgress().state,
  T17c: p
    .inProgress()
    .do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
    .do(p.approver, { type: 'decideReplacement', approve: true, reason: '属实' }).state,
}

/** An application whose means are looked at. */
function applied() {
  const walk = new p.Walk().do(p.applicant, {
    ...p.submit,
    form: { ...p.form, facts: { ...p.form.facts, isMigrantWorker: false } },
  } as Command)
  const { calendar, parameters } = p.contextOf(p.clerk, walk.now)
  const head = { agencyName: '', bureauName: '', phone: '', address: '', bureauPhone: '', bureauAddress: '' }
  return applicationPapers(
    { state: walk.state!, now: walk.now, by: '', head, calendar, parameters },
    { agencyId: '', agencyShort: '', publicUrl: '', caseId: '' },
  ).map(({ title }) => title)
}
const issuedBy = (id: string, type: Command['type']): string[] =>
  type === 'submitApplication'
    ? applied()
    : papersOf({ type } as Command, BEFORE[id] ?? null).map(({ kind }) => FORMS[kind].title)

describe('the column 文书 of the table (rule book 2.2)', () => {
  it.each(TRANSITIONS.map(({ id, command, event, documents }) => [id, command, event, documents] as const))(
    '%s %s issues, or leaves in the file, what the table says',
    (id, command, event, documents) => {
      const owed = documents.filter((title) => !BROUGHT.includes(title))
      const there = [...issuedBy(id, command), ...filePapersLeftBy(event).map((kind) => FORMS[kind].title)]
      expect([...new Set(there)].sort()).toEqual([...owed].sort())
    },
  )
  it('what is brought is in a row, and has no form', () => {
    const all = TRANSITIONS.flatMap(({ documents }) => documents)
    const titles: string[] = Object.values(FORMS).map(({ title }) => title)
    for (const title of BROUGHT) {
      expect(all, title).toContain(title)
      expect(titles).not.toContain(title)
    }
  })
})
