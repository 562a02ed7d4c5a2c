import { describe, expect, it } from 'vitest'
import * as p from '../application/testing/people.ts'
import { filePapersForRecipient, filePapersOf } from './file-papers.ts'

const kinds = ({ events }: p.Walk) => filePapersOf(events).map(({ kind, version }) => `${kind} ${version}`)

describe('the papers of a file', () => {
  it('an application that waits for its decision has none', () => {
    expect(kinds(p.accepted())).toEqual([])
  })
  it('a decision leaves the form it was approved on and the receipt of its service', () => {
    const walk = p.granted()
    expect(kinds(walk)).toEqual([`approvalForm ${walk.events.length}`, `serviceReceipt ${walk.events.length}`])
    expect(kinds(p.refusedCase()).map((line) => line.split(' ')[0])).toEqual(['approvalForm', 'serviceReceipt'])
  })
  it('nobody approves an application where an authority wrote (I2)', () => {
    expect(kinds(p.notified())).toEqual([])
  })
  it('a file sent back and handed in again has one list of contents and its opinion', () => {
    const walk = p
      .inReview()
      .do(p.fileReviewer, { type: 'returnFile', reasons: ['缺代理词'] })
      .do(p.lawyer, { type: 'submitFile', propertyTaken: false, materials: [], report: '补齐', documentNumber: '结2' })
    const last = walk.events.length
    expect(kinds(walk).slice(2)).toEqual([`fileReturnOpinion ${last - 1}`, `fileIndex ${last}`])
  })
  it('an archived case has everything up to the closing note', () => {
    const walk = p
      .paid()
      .do(p.quality, { type: 'recordEvaluation', satisfied: null, grade: 'good', note: '齐全' })
      .do(p.archivist, { type: 'archiveCase', shelf: 'A-1' })
    expect(filePapersOf(walk.events).map(({ kind }) => kind)).toEqual([
      'approvalForm',
      'serviceReceipt',
      'subsidyRecord',
      'returnVisitForm',
      'appraisalForm',
      'fileIndex',
      'closingNote',
    ])
  })
})

describe('what of the file its recipient takes away', () => {
  const open = ({ events }: p.Walk) => filePapersForRecipient(events).map(({ kind }) => kind)
  it('what was served and what they said of the aid, not what staff thought, paid or appraised', () => {
    const walk = p
      .inReview()
      .do(p.fileReviewer, { type: 'returnFile', reasons: ['缺代理词'] })
      .do(p.lawyer, { type: 'submitFile', propertyTaken: false, materials: [], report: '补齐', documentNumber: '结2' })
      .do(p.fileReviewer, { type: 'approveSubsidy', amountFen: 1 })
      .do(p.quality, { type: 'recordEvaluation', satisfied: true, grade: 'good', note: '齐全' })
      .do(p.archivist, { type: 'archiveCase', shelf: 'A-1' })
    expect(open(walk)).toEqual(['serviceReceipt', 'returnVisitForm'])
    expect(open(p.refusedCase())).toEqual(['serviceReceipt'])
    expect(open(p.accepted())).toEqual([])
  })
  it('their own request for another lawyer at once, that of anybody else once it has been decided', () => {
    const asked = (who: typeof p.applicant) =>
      p.inProgress().do(who, { type: 'requestReplacement', reason: '联系不上' })
    expect(open(asked(p.applicant))).toContain('replacementForm')
    expect(open(asked(p.lawyer))).not.toContain('replacementForm')
    const decided = asked(p.lawyer)
      .wait(60)
      .do(p.approver, { type: 'decideReplacement', approve: true, reason: '同意', documentNumber: '换1' })
    expect(open(decided)).toContain('replacementForm')
  })
})
