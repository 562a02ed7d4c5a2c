import { expect, it } from 'vitest'
import { labelLines } from './labels.ts'

const PAIRS = [
  { question: '老板不给工资', articleKey: '劳动法#50', origin: 'click' },
  { question: '被辞退', articleKey: '劳动合同法#46', origin: 'lawyer' },
  { question: '老板不给工资', articleKey: '劳动合同法#30', origin: 'lawyer' },
  { question: '邻居挡光', articleKey: '民法典#293', origin: 'click' },
]

it('writes each question once, with a lawyer’s articles before what was opened', () => {
  expect(labelLines(PAIRS, ['lawyer', 'click'])).toEqual([
    { id: 'desk-1', question: '老板不给工资', gold: ['劳动合同法#30'] },
    { id: 'desk-2', question: '被辞退', gold: ['劳动合同法#46'] },
    { id: 'desk-3', question: '邻居挡光', gold: ['民法典#293'] },
  ])
})

it('leaves out what it is told to', () => {
  expect(labelLines(PAIRS, ['lawyer']).map(({ question }) => question)).toEqual(['被辞退', '老板不给工资'])
})
