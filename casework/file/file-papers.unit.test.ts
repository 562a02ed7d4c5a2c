import { describe, expect, it } from 'vitest'
import * as p from '../application/testing/people.ts'
import { filePapersOf } from './file-papers.ts'

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
