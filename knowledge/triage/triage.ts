/** The first look at what was said: who must be helped at once, whether it is for us, and what it is about. Nothing here searches. */
import { type Emergency, type Topic } from '../vocabulary.ts'
import { clean, type Cleaned } from './clean.ts'
import { emergenciesIn, type FoundEmergency } from './emergencies.ts'
import { scriptOf } from './language.ts'
import { legalPoints, mannerOf, type Manner } from './manner.ts'
import { articlesNamedIn, asksForArticleOnly, type NamedArticle } from './named-articles.ts'
import { otherLanguageReply } from './other-language.ts'
import { REDIRECTS, type Redirect } from './replies.ts'
import { topicsOf, type TopicGuess } from './topic.ts'

/** `citation` asks for an article by its number; `unclear` is searched too, but must find a better source to be answered. */
export type Course = 'question' | 'unclear' | 'citation' | 'otherLanguage' | Redirect

export interface Triage {
  cleaned: Cleaned
  text: string
  course: Course
  emergencies: FoundEmergency[]
  topic?: Topic
  topics: TopicGuess[]
  named: NamedArticle[]
  /** What to say where nothing is searched; empty for everything that is. */
  reply: readonly string[]
}

export function triage(raw: string): Triage {
  const cleaned = clean(raw)
  const { text } = cleaned
  const emergencies = emergenciesIn(text)
  const topics = topicsOf(text)
  const named = articlesNamedIn(text)
  const { course, reply } = courseOf(cleaned, named, emergencies)
  return {
    cleaned,
    text,
    course,
    emergencies,
    ...(topics[0] === undefined ? {} : { topic: topics[0].topic }),
    topics,
    named,
    reply,
  }
}

function courseOf(
  cleaned: Cleaned,
  named: NamedArticle[],
  emergencies: FoundEmergency[],
): { course: Course; reply: readonly string[] } {
  const { text } = cleaned
  const redirect = (course: Redirect) => ({ course, reply: REDIRECTS[course] })
  if (text === '') return redirect(cleaned.length === 0 ? 'empty' : 'nonsense')
  if (cleaned.tooLong) return redirect('tooLong')
  if (named.length > 0 && asksForArticleOnly(text)) return { course: 'citation', reply: [] }
  const manner: Manner = mannerOf(text)
  if (manner === 'greeting' || manner === 'thanks') return redirect(manner)
  const script = scriptOf(text)
  if (script !== 'chinese' && script !== 'none') return { course: 'otherLanguage', reply: otherLanguageReply(script) }
  // Somebody in danger is never told that this is none of our business; nor about wages where only the danger was said.
  if (emergencies.length > 0)
    return isDangerOnly(text, emergencies) ? redirect('danger') : { course: 'question', reply: [] }
  return manner === 'question' || manner === 'unclear' ? { course: manner, reply: [] } : redirect(manner)
}

/** Of blows, fraud, arrest and a child that is lost the guides speak; of these only where a matter of law stands beside. */
const LIVES_FIRST: readonly Emergency[] = ['suicide', 'injuredNow']

const isDangerOnly = (text: string, emergencies: readonly FoundEmergency[]): boolean => {
  const points = legalPoints(text.replace(/怎么办|咋办/gu, ''))
  return points === 0 && emergencies.every(({ kind, level }) => level === 'now' && LIVES_FIRST.includes(kind))
}
