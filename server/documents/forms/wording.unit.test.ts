import { describe, expect, it } from 'vitest'
import { bearsCode } from '../form.ts'
import { DOCUMENT_KINDS, FORMS, ISSUED_KINDS, type DocumentKind } from '../kinds.ts'
import { tagsOf } from '../view.ts'

/** Without the names of fields. */
const wording = (kind: DocumentKind) => JSON.stringify(FORMS[kind].blocks).replace(/\{[^{}"]+\}/g, '')

/** Articles the rule book marks （法）; any other article in a form must be argued for here first. */
const SETTLED: Readonly<Record<string, readonly string[]>> = {
  法律援助法: [
    '二十',
    '二十一',
    '三十六',
    '四十一',
    '四十三',
    '四十四',
    '四十六',
    '四十八',
    '四十九',
    '五十',
    '五十二',
    '五十五',
    '五十九',
    '六十四',
  ],
  行政复议法: ['二十'],
  行政诉讼法: ['四十五', '四十六'],
}

describe.each(DOCUMENT_KINDS)('wording of %s', (kind) => {
  it('cites settled articles only', () => {
    for (const [, law, article] of wording(kind).matchAll(/《中华人民共和国([^》]+)》第([一二三四五六七八九十]+)条/g))
      expect(SETTLED[law!], law).toContain(article)
    const citations = wording(kind).match(/第[一二三四五六七八九十]+条/g)?.length ?? 0
    expect(wording(kind).match(/》第[一二三四五六七八九十]+条/g)?.length ?? 0).toBe(citations)
  })
  it('asks nobody to pay, and speaks of subsidies in the record of the subsidy alone (I8)', () => {
    expect(wording(kind)).not.toMatch(/缴费|付款|应交/)
    expect(wording(kind).includes('补贴')).toBe(kind === 'subsidyRecord')
  })
  it('has one name for each field', () => {
    const { single, lists } = tagsOf(FORMS[kind].schema)
    for (const name of [...single, ...lists.keys()]) expect(name).not.toMatch(/[{}#^/@\s]/)
    for (const list of lists.keys()) expect(single.has(list)).toBe(false)
  })
  it('shows a place for the verification code where it is issued, and none in a paper of the file', () => {
    expect(bearsCode(FORMS[kind])).toBe((ISSUED_KINDS as readonly string[]).includes(kind))
  })
})

describe('what the law requires telling', () => {
  it('sends a refused person to the bureau, without any date after which that is lost', () => {
    for (const kind of ['refuseDecision', 'terminationDecision'] as const) {
      expect(wording(kind)).toMatch(/提出异议（《中华人民共和国法律援助法》第四十九条）/)
      expect(wording(kind)).toContain('没有规定提出异议的截止日期')
      expect(wording(kind)).not.toMatch(/日内(向.{0,12})?提出异议|逾期/)
    }
  })
  it('says that a deemed withdrawal is no refusal and that the person may apply again', () => {
    for (const kind of ['supplementNotice', 'deemedWithdrawnNotice'] as const) {
      expect(wording(kind)).toMatch(/视为撤回不是不予/)
      expect(wording(kind)).toContain('再次申请')
    }
  })
  it('says that aid costs nothing wherever the person is told about it', () => {
    for (const kind of [
      'applicationForm',
      'receiptVoucher',
      'supplementNotice',
      'grantDecision',
      'replacementNotice',
      'deemedWithdrawnNotice',
      'engagementAgreement',
      'defenceAgreement',
    ] as const) {
      expect(wording(kind)).toContain('法律援助不收取任何费用')
    }
  })
})
