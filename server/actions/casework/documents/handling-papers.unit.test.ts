import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import { describe, expect, it } from 'vitest'
import { terminationDecision } from './decision-papers.ts'
import { appointmentLetter, closingReport } from './handling-papers.ts'
import { papersOf } from './issue.ts'
import type { PaperContext } from './paper.ts'

const head = {
  agencyName: '示例中心',
  bureauName: '示例司法局',
  phone: '0931-0000000',
  address: '示例路1号',
  bureauPhone: '0931-0000000',
  bureauAddress: '示例路2号',
}
function paper({ state, now }: p.Walk): PaperContext {
  const { calendar, parameters } = p.contextOf(p.approver, now)
  return { state: state!, now, by: '马国强', head, calendar, parameters }
}
const end: Command = {
  type: 'terminateAid',
  ground: 'TM-6',
  evidence: ['委托合同'],
  explanation: '另请律师',
  documentNumber: '终1',
}
/** Whom the letters of an end of aid go to. */
function told(walk: p.Walk): string[] {
  const writers = papersOf(end, walk.state)
  const context = paper(walk.do(p.approver, end))
  expect(writers[0]?.kind).toBe('terminationDecision')
  return writers.slice(1).map(({ write }) => {
    const letter = write(context) as ReturnType<typeof appointmentLetter>
    expect(letter.purpose).toBe('termination')
    return letter.addressee
  })
}
/** Somebody is defended on their own application. */
const defended = (authority?: string): p.Walk =>
  new p.Walk()
    .do(p.applicant, {
      ...p.submit,
      form: {
        ...p.form,
        matter: 'criminalDefense',
        serviceForm: 'criminalDefense',
        facts: { matter: 'criminalDefense', applicantRole: 'self' },
      },
    } as Command)
    .do(p.clerk, p.accept)
    .do(p.approver, p.grant)
    .do(p.assigner, { ...p.assign, ...(authority === undefined ? {} : { authority }) })

describe('T18: who is told that the aid has ended', () => {
  it('the unit that handled the case, as the decision says', () => {
    const walk = p.inProgress()
    expect(told(walk)).toEqual(['甲律师事务所'])
    expect(terminationDecision(paper(walk)).copyTo).toEqual(['甲律师事务所'])
  })
  it('and the body before which it lies, by its letter or by what was told', () => {
    expect(told(p.notified().do(p.assigner, p.assign))).toEqual(['甲律师事务所', '某区人民法院'])
    expect(told(defended('某区公安分局'))).toEqual(['甲律师事务所', '某区公安分局'])
  })
  it('nobody before anybody was assigned', () => expect(told(p.granted())).toEqual([]))
})

describe('the letter that names the defender', () => {
  it('goes to the body that was named, and leaves a blank where nobody named one', () => {
    expect(appointmentLetter(paper(defended('某区公安分局')))).toMatchObject({
      addressee: '某区公安分局',
      purpose: 'appointed',
    })
    expect(appointmentLetter(paper(defended())).addressee).toMatch(/^＿+$/)
    expect(appointmentLetter(paper(defended('  '))).addressee).toMatch(/^＿+$/)
    expect(appointmentLetter(paper(p.notified().do(p.assigner, p.assign)))).toMatchObject({
      addressee: '某区人民法院',
      purpose: 'reply',
    })
  })
  it('is remembered when another is assigned', () => {
    const again = defended('某区公安分局')
      .do(p.lawyer, { type: 'declineAssignment', reason: 'overload', explanation: '忙' })
      .do(p.assigner, p.assignOther)
    expect(appointmentLetter(paper(again)).addressee).toBe('某区公安分局')
  })
})

describe('结案报告表 says what was stated', () => {
  const handIn = (propertyTaken: boolean): Command => ({
    type: 'submitFile',
    propertyTaken,
    materials: [],
    report: '办理经过',
    documentNumber: '结1',
  })
  it('how the case was closed, and whether anything was taken from the recipient', () => {
    expect(closingReport(paper(p.concluded().do(p.lawyer, handIn(false))))).toMatchObject({
      closedBy: 'mediation',
      feeStatement: 'none',
    })
    expect(closingReport(paper(p.concluded().do(p.lawyer, handIn(true))))).toMatchObject({ feeStatement: 'some' })
  })
  it('leaves to the pen what was never asked in older cases, and how many pages a file has that is no picture', () => {
    const walk = p.concluded()
    const old = {
      ...walk.state!,
      conclusion: { ...walk.state!.conclusion!, closedBy: undefined },
      file: { submittedAt: walk.now, report: '旧', returns: [] },
    }
    const materials = [
      { ...p.photo, id: 'a', kind: 'judgment' as const },
      { ...p.photo, id: 'b', kind: 'closingFile' as const, mediaType: 'application/pdf' },
    ]
    const written = closingReport({ ...paper(walk), state: { ...old, materials } })
    expect([written.closedBy, written.feeStatement]).toEqual([undefined, undefined])
    expect(written.papers.map(({ pages }) => pages)).toEqual(['1', '＿＿'])
  })
})
