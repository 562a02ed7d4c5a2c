/** An article asked for by its number: shown whole, in the version of the day. */
import { type Day } from '../library/law-text.ts'
import { type Source } from '../search/searcher.ts'
import { type Triage } from '../triage/triage.ts'
import { type Answer } from './answer.ts'
import { offersFor } from './offers.ts'
import { articleRef, writtenRef } from './references.ts'
import { bindsOn } from './shelf.ts'
import { emptyAnswer } from './without-search.ts'

/** `named` are the sources the library resolved the citation to; without any the question is searched like others. */
export function showArticles(question: Triage, named: readonly Source[], on: Day): Answer {
  const blank = emptyAnswer(question, on)
  const quotes = named.map((source) => ({ source: articleRef(source), path: source.path, passage: source.text, because: [] }))
  const gone = named.filter((source) => !bindsOn(source, on))
  return {
    ...blank,
    kind: 'article',
    short: named.map((source) => {
      const ref = articleRef(source)
      return { text: `${writtenRef(ref)}：`, sources: [ref] }
    }),
    quotes,
    offers: offersFor(question.topic, undefined),
    notes: gone.map((source) => ({ code: 'notInForceThen' as const, says: `${writtenRef(articleRef(source))}的这个版本在那一天没有效力，只供查看。` })),
    confidence: 1,
  }
}
