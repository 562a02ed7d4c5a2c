import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import { describe, expect, it } from 'vitest'
import { custodyLetter, grantDecision, refuseDecision } from './decision-papers.ts'
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
/** The case of a form, decided by the last command. */
function decided(form: Partial<ApplicationForm>, decision: Command): PaperContext {
  const walk = new p.Walk()
    .do(form.handOn ? p.station : p.applicant, { ...p.submit, form: { ...p.form, ...form } } as Command)
    .do(p.clerk, p.accept)
    .do(p.approver, decision)
  const { calendar, parameters } = p.contextOf(p.approver, walk.now)
  return { state: walk.state!, now: walk.now, by: '马国强', head, calendar, parameters }
}
const refusal = (...reasons: Extract<Command, { type: 'refuseAid' }>['reasons']): Command => ({
  type: 'refuseAid',
  reasons,
  explanation: '说明',
  documentNumber: '不1',
})

describe('the articles on a decision', () => {
  it('a migrant worker without pay: the matter and the waiver, the act named once', () => {
    expect(grantDecision(decided({}, p.grant)).legalBasis).toEqual([
      '《中华人民共和国法律援助法》第三十一条第五项',
      '第四十二条第三项',
    ])
  })
  it('domestic violence: article 32 alone', () => {
    expect(
      grantDecision(decided({ matter: 'domesticViolence', facts: { matter: 'domesticViolence' } }, p.grant)).legalBasis,
    ).toEqual(['《中华人民共和国法律援助法》第三十二条第四项'])
  })
  it('what only the province adds is said without an article', () => {
    const facts = { matter: 'familyMatters', assistance: 'dibao' } as const
    expect(grantDecision(decided({ matter: 'familyMatters', facts }, p.grant)).legalBasis).toEqual([
      '《中华人民共和国法律援助法》第四十二条第二项',
      '本省有关法律援助的规定',
    ])
  })
  it('a refusal for income names the article on hardship beside the matter', () => {
    const form = { matter: 'pension', facts: { matter: 'pension' } } as const
    expect(refuseDecision(decided(form, refusal('meansExceeded'))).legalBasis).toEqual([
      '《中华人民共和国法律援助法》第三十一条第三项',
      '第三十四条',
    ])
    expect(refuseDecision(decided(form, refusal('noFactualBasis'))).legalBasis).toEqual([
      '《中华人民共和国法律援助法》第三十一条第三项',
    ])
  })
  it('a refusal because nobody may apply in another’s place names article 40', () => {
    const form = { matter: 'maintenance', facts: { matter: 'maintenance', applicantRole: 'other' } } as const
    expect(refuseDecision(decided(form, refusal('notEntitledPerson'))).legalBasis).toEqual([
      '《中华人民共和国法律援助法》第三十一条第四项',
      '第四十条',
    ])
  })
})

describe('the letter to where the applicant is held (AC-9)', () => {
  const inCustody = { handOn: { through: 'custody', askedAt: p.MORNING } } as Partial<ApplicationForm>
  const lettersOf = (form: Partial<ApplicationForm>, decision: Command) => {
    const before = new p.Walk()
      .do(form.handOn ? p.station : p.applicant, { ...p.submit, form: { ...p.form, ...form } } as Command)
      .do(p.clerk, p.accept).state
    return papersOf(decision, before).map(({ kind }) => kind)
  }
  it.each([
    ['granted', p.grant, 'grantDecision', '决定给予法律援助（决1）'],
    ['refused', refusal('other'), 'refuseDecision', '决定不予法律援助（不1）'],
  ] as const)('goes with the decision, %s', (_, decision, kind, says) => {
    expect(lettersOf(inCustody, decision)).toEqual([kind, 'officialLetter'])
    const letter = custodyLetter({ ...decided(inCustody, decision), custodyPlace: '某看守所工作站' })
    expect(letter.addressee).toBe('某看守所工作站')
    expect(letter.body).toContain(`由你单位转交的在押人员马有财的法律援助申请，本机构已经审查，${says}`)
  })
  it('where relatives apply for somebody who is held, the addressee nobody named is left to the pen', () => {
    const held = {
      facts: { ...p.form.facts, applicantRole: 'closeRelative', detained: true },
    } as Partial<ApplicationForm>
    expect(lettersOf(held, p.grant)).toEqual(['grantDecision', 'officialLetter'])
    const letter = custodyLetter(decided(held, p.grant))
    expect(letter.addressee).toMatch(/^＿+$/)
    expect(letter.body).not.toContain('转交')
  })
  it('is not written for anybody who is free, nor for an application through a duty lawyer alone', () => {
    expect(lettersOf({}, p.grant)).toEqual(['grantDecision'])
    expect(lettersOf({ handOn: { through: 'dutyLawyer', askedAt: p.MORNING } }, p.grant)).toEqual(['grantDecision'])
  })
})
