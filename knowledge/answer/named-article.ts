/** An article asked for by its number: shown whole, in the version of the day. */
import { type Day } from '../library/law-text.ts'
import { type Source } from '../search/searcher.ts'
import { type Triage } from '../triage/triage.ts'
import { type Answer } from './answer.ts'
import { offersFor } from './offers.ts'
import { articleRef, writtenRef } from './references.ts'
import { clauseLabel, clauseNamed, type ClauseName } from '../library/clauses.ts'
import { bindsOn } from './shelf.ts'
import { emptyAnswer } from './without-search.ts'

/** The 款 or 项 that was asked for, where the article has it, and then the whole. `named` are the sources the library resolved the citation to; without any the question is searched like others. */
export function showArticles(question: Triage, named: readonly Source[], on: Day): Answer {
  const blank = emptyAnswer(question, on)
  const meant = (source: Source) =>
    question.named.find(
      ({ number, paragraph, item }) => number === source.number && (paragraph !== undefined || item !== undefined),
    )
  const quotes = named.flatMap((source) => {
    const asked = clauseNamed(source.text, meant(source) ?? {})
    return [...(asked === undefined || asked === source.text ? [] : [asked]), source.text].map((passage) => ({
      source: articleRef(source),
      path: source.path,
      passage,
      because: [],
    }))
  })
  const gone = named.filter((source) => !bindsOn(source, on))
  return {
    ...blank,
    kind: 'article',
    short: named.map((source) => {
      const ref = articleRef(source)
      const name: ClauseName = meant(source) ?? {}
      const clause = clauseNamed(source.text, name) === undefined ? '' : clauseLabel(name)
      return {
        text:
          clause === ''
            ? `${writtenRef(ref)}：`
            : `${writtenRef(ref)}${clause}，下面先是这一${name.item === undefined ? '款' : '项'}，再是整条：`,
        sources: [ref],
      }
    }),
    quotes,
    offers: offersFor(question.topic, undefined),
    notes: gone.map((source) => ({
      code: 'notInForceThen' as const,
      says: `${writtenRef(articleRef(source))}的这个版本在那一天没有效力，只供查看。`,
    })),
    confidence: 1,
  }
}
