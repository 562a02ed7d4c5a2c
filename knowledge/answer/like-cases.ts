/** Typical cases beside an answer. Articles are so many that a case seldom stands among the first hits: the nearest are looked for apart. */
import { type Searcher } from '../search/searcher.ts'
import { type Answer } from './answer.ts'
import { passageOf } from './passage.ts'
import { caseRef } from './references.ts'
import { type Sources } from './shelf.ts'

export const LIKE_CASES = 3
/** A case that meets less of the question than this is about something else, whatever its topic. */
const LEAST_LIKENESS = 0.2

/** Adds the nearest cases of the answer's own topic to those that were found with it. Anything but an answer stays as it is. */
export function withLikeCases(answer: Answer, question: string, searcher: Searcher, sources: Sources): Answer {
  const { kind, topic, likeCases } = answer
  if (kind !== 'answer' || topic === undefined || likeCases.length >= LIKE_CASES) return answer
  const more = searcher.search(question, { limit: LIKE_CASES, kinds: ['case'] }).hits.flatMap(({ id, score, passage }) => {
    const source = sources.byId(id)
    // A case's path is the topic it was published under.
    if (source?.kind !== 'case' || source.path !== topic || score < LEAST_LIKENESS || likeCases.some((known) => known.id === id)) return []
    return [{ ...caseRef(source), passage: passageOf(source.text, passage) }]
  })
  return { ...answer, likeCases: [...likeCases, ...more].slice(0, LIKE_CASES) }
}
