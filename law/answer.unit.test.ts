import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, doesNotHold, factsMissing, holds, needsFacts, notApplicable } from './answer.ts'
import type { Answer } from './answer.ts'
import { citedPlainly, formatCitation, ourChoice, statute, unchecked } from './citation.ts'

const yes: Answer = holds('r', '是', [])
const no: Answer = doesNotHold('r', '否', [])
const beside: Answer = notApplicable('r', '无关', [])
const open = (fact: string): Answer => needsFacts([fact], 'r', '问', [])

describe('joining answers', () => {
  it.each([
    ['all', [yes, yes], 'holds'],
    ['all', [yes, open('a')], 'needsFacts'],
    ['all', [no, open('a')], 'doesNotHold'],
    ['all', [yes, beside], 'holds'],
    ['all', [beside], 'notApplicable'],
    ['any', [no, yes, open('a')], 'holds'],
    ['any', [no, open('a')], 'needsFacts'],
    ['any', [no, beside], 'doesNotHold'],
    ['any', [beside, beside], 'notApplicable'],
  ])('%s of %j is %s', (kind, answers, verdict) => {
    expect((kind === 'all' ? all : any)(answers).verdict).toBe(verdict)
  })

  it('asks for every missing fact once', () => {
    expect(factsMissing(all([open('a'), yes, open('b'), open('a')]))).toEqual(['a', 'b'])
  })

  it('does not hang on the order', () => {
    const answers = fc.array(fc.constantFrom(yes, no, beside, open('a'), open('b')))
    fc.assert(
      fc.property(answers, (list) => {
        expect(all(list).verdict).toBe(all([...list].reverse()).verdict)
        expect(any(list).verdict).toBe(any([...list].reverse()).verdict)
      }),
    )
  })
})

describe('a citation', () => {
  it('shows its article only when that was checked', () => {
    expect(formatCitation(statute('aid', '43'))).toBe('《法律援助法》第43条（法）')
    expect(formatCitation(unchecked('procedure', '条文待核'))).not.toMatch(/第\d/)
    expect(formatCitation(ourChoice('口径'))).toBe('平台口径（设计）')
    expect([statute('aid', '43'), ourChoice('口径'), unchecked('procedure', '条文待核')].map(citedPlainly)).toEqual([
      '《法律援助法》第43条',
      '本平台的做法',
      '《办理法律援助案件程序规定（2023年修订）》（还没有核对）',
    ])
  })
})
