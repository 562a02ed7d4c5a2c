import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { enough } from '../answer/confidence.ts'
import { loadGuides } from '../guides/load.ts'
import { guideSources } from '../guides/sources.ts'
import { learnSureness } from '../learn/sureness.ts'
import { learnTalk } from '../learn/talk.ts'
import { unpackModel } from '../learn/model-file.ts'
import { loadElsewhere, loadNonsense, loadQuestions, loadTuneLegal, loadTuneNonsense } from '../questions/load.ts'
import { plainText } from './words.ts'
import { asSearched, LibrarySearcher } from './library-searcher.ts'
import { SIGNS, sureness } from './sureness.ts'
import { BUCKETS, runsOf, talkScore } from './talk.ts'

const model = unpackModel(readFileSync(new URL('../model/statutes.model', import.meta.url)))
const guides = guideSources(loadGuides())

describe('how a text sounds', () => {
  test('what was learned tells one kind of talk from the other', () => {
    const talk = learnTalk([
      ...['老板欠工资', '欠钱不还', '工资没给'].map((text) => ({ text, legal: true, weight: 1 })),
      ...['今天下雨', '明天天气', '下雪冷'].map((text) => ({ text, legal: false, weight: 1 })),
    ])
    expect(talkScore(talk, '工资欠着')).toBeGreaterThan(talkScore(talk, '天气下雨'))
    expect(talk.weights).toHaveLength(BUCKETS)
  })

  test('any text has runs, marks and blanks alike, and long ones do not cost more', () => {
    for (const text of ['', '？！', '🙂', 'a', '欠'.repeat(100_000)]) expect(runsOf(text).length).toBeGreaterThan(0)
    expect(runsOf('欠薪'.repeat(5000))).toEqual(runsOf('欠薪'.repeat(100)))
    expect(runsOf('欠薪，不给')).toEqual(runsOf('欠薪 不给！'))
  })
})

describe('how sure an answer is', () => {
  test('the shipped model has learned it, and gives a number for anything that is said', () => {
    if (model?.sureness === undefined) throw new Error('the shipped model says nothing of sureness')
    expect(Object.keys(model.sureness.weights).sort()).toEqual([...SIGNS].sort())
    for (const text of ['', '？', '\u0000', '𠮷', 'x'.repeat(2000), '欠薪'.repeat(400)]) {
      const sure = sureness(model.sureness, asSearched(text), { guide: 0, meaning: 0 })
      expect(sure).toBeGreaterThanOrEqual(0)
      expect(sure).toBeLessThanOrEqual(1)
    }
  })

  test('the same words found, a story of law is surer than talk about supper', () => {
    const sure = (text: string) => sureness(model?.sureness, asSearched(text), { guide: 0.3, meaning: 0.4 })
    expect(sure('老板把我开除了一分钱没给')).toBeGreaterThan(sure('晚上炖个排骨汤放点啥'))
    const searcher = new LibrarySearcher(undefined, guides, model)
    expect(enough(searcher.search('老板把我开除了一分钱没给', { limit: 5 }).confidence)).toBe(true)
    expect(enough(searcher.search('晚上炖个排骨汤放点啥', { limit: 5 }).confidence)).toBe(false)
  })

  test('judged without itself, little of what is for tuning is refused or let through wrongly', () => {
    if (model === undefined) throw new Error('no model')
    const { judged } = learnSureness(model, guides, [])
    const wrong = (legal: boolean) =>
      judged.filter((one) => one.legal === legal && enough(one.confidence) !== legal).length /
      judged.filter((one) => one.legal === legal).length
    expect(wrong(true)).toBeLessThan(0.05)
    expect(wrong(false)).toBeLessThan(0.1)
  })

  test('nothing that is learned from stands among what measures', () => {
    const bare = (text: string) => plainText(text).replace(/[^\p{L}\p{N}]/gu, '')
    const measured = new Set(
      [...loadQuestions('test'), ...loadNonsense()].map(({ ask }) => bare(ask)).filter((text) => text.length > 1),
    )
    expect(
      [...loadTuneLegal(), ...loadTuneNonsense().map(({ ask }) => ask), ...loadElsewhere()].filter((text) =>
        measured.has(bare(text)),
      ),
    ).toEqual([])
  })
})
