/** Typical cases beside an answer. Articles are so many that a case seldom stands among the first hits: the nearest are looked for apart. */
import { asSearched } from '../search/library-searcher.ts'
import { type Searcher, type Source } from '../search/searcher.ts'
import { HOW, topicsOf } from '../triage/topic.ts'
import { type Topic } from '../vocabulary.ts'
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
  const more = searcher
    .search(question, { limit: LIKE_CASES, kinds: ['case'] })
    .hits.flatMap(({ id, score, passage }) => {
      const source = sources.byId(id)
      if (
        source?.kind !== 'case' ||
        score < LEAST_LIKENESS ||
        !speaksOf(source, topic) ||
        likeCases.some((known) => known.id === id)
      )
        return []
      return [{ ...caseRef(source), passage: passageOf(source.text, passage) }]
    })
  return { ...answer, likeCases: [...likeCases, ...more].slice(0, LIKE_CASES) }
}

/** Of how much of a case its topic is judged: what happened stands first. */
const TOLD = 600
/** What a case was filed under is anybody's word (劳动人事, 民法典): its topics are read from what it tells. Every case was before a court; that says nothing. */
function speaksOf({ title, path, text }: Source, topic: Topic): boolean {
  const told = topicsOf(asSearched(`${title} ${path} ${text.slice(0, TOLD)}`).folded).filter(
    (guess) => guess.topic === topic || !HOW.includes(guess.topic),
  )
  return told.slice(0, 2).some((guess) => guess.topic === topic && guess.points > told[0]!.points / 2)
}
