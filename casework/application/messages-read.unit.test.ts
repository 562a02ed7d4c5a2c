import { expect, it } from 'vitest'
import { readsMessagesFor } from './permissions.ts'
import * as people from './testing/people.ts'

it('messages are read for the centre by those who may answer there, for the lawyer by the lawyer of the case alone', () => {
  const { state } = people.inProgress()
  if (!state) throw new Error('the walk has not begun')
  const whom = (name: 'clerk' | 'approver' | 'assigner' | 'director' | 'lawyer' | 'otherLawyer' | 'firmManager') =>
    readsMessagesFor(people[name], state)
  expect(['clerk', 'approver', 'assigner', 'director'].map((name) => whom(name as 'clerk'))).toEqual(
    Array(4).fill('agency'),
  )
  expect([whom('lawyer'), whom('otherLawyer'), whom('firmManager')]).toEqual(['lawyer', null, null])
  const { fileReviewer, archivist, bureau, station, applicant, timer } = people
  for (const one of [fileReviewer, archivist, bureau, station, applicant, timer])
    expect(readsMessagesFor(one, state), one.name).toBeNull()
})
