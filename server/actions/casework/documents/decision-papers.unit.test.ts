import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../documents/block.ts'
import { FORMS, type DocumentData } from '../../../documents/kinds.ts'
import { fillText, sectionShows } from '../../../documents/pdf/fill-text.ts'
import { viewOf } from '../../../documents/view.ts'
import { custodyLetter, grantDecision, refuseDecision, terminationDecision } from './decision-papers.ts'
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

/** The paragraphs of a paper as it is drawn. */
function pageText(kind: 'terminationDecision', data: DocumentData['terminationDecision']): string {
  const view = viewOf(FORMS[kind].schema, FORMS[kind].schema.parse(data))
  const texts = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) =>
      block.block === 'when' && sectionShows(view, block.tag)
        ? texts(block.blocks)
        : block.block === 'paragraph'
          ? [fillText(block.text, view)]
          : [],
    )
  return texts(FORMS[kind].blocks).join('\n')
}

describe('by what the aid that ends was given', () => {
  const end: Command = {
    type: 'terminateAid',
    ground: 'TM-6',
    evidence: ['委托合同'],
    explanation: '另请了律师',
    documentNumber: '终1',
  }
  const ended = (walk: p.Walk) => {
    walk.do(p.approver, end)
    const { calendar, parameters } = p.contextOf(p.approver, walk.now)
    const paper = { state: walk.state!, now: walk.now, by: '马国强', head, calendar, parameters }
    const data = {
      ...terminationDecision(paper),
      documentNumber: '终1',
      agencyName: head.agencyName,
      issuedOn: '2026-11-23',
      verifyUrl: 'https://example.org/verify/x',
    }
    return { data, says: pageText('terminationDecision', data) }
  }
  it('a decision, with its number and its day', () => {
    const { data, says } = ended(p.inProgress())
    expect(data).toMatchObject({ grantNumber: '决1', grantedOn: '2026-11-23' })
    expect(says).toContain('本机构于2026年11月23日作出决1决定，就“')
    expect(says).not.toMatch(/先行提供|第三十六条/)
  })
  it('the letter of an authority: nobody decided anything, and nobody applied (法律援助法 36)', () => {
    const { data, says } = ended(p.notified().do(p.assigner, p.assign))
    expect(data.grantNumber).toBeUndefined()
    expect(says).toContain('本机构于2026年11月23日收到某区人民法院（2026）1号通知，依照')
    expect(says).not.toMatch(/作出.*决定，就|给予你法律援助/)
  })
  it('urgency alone: the number of the case is no number of a decision (法律援助法 44)', () => {
    const { data, says } = ended(p.provisional())
    expect(data.grantNumber).toBeUndefined()
    expect(says).toContain('因情况紧急，本机构于2026年11月23日依照')
    expect(says).toContain('还没有作出是否给予法律援助的决定')
    expect(says).not.toMatch(/作出LX|给予你法律援助/)
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
