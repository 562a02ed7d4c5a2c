/** Topic of a question by its words: first guess, for pledges, offers and like cases. The search decides what is read. */
import { type Topic } from '../vocabulary.ts'
import { TOPIC_WORDS } from './topic-words.ts'

/** These say how something is pursued; a question about wages at court is about wages. */
export const HOW: readonly Topic[] = ['court', 'legalAid', 'mediation', 'notary', 'authority']

export interface TopicGuess {
  topic: Topic
  /** 2 a word that leaves no doubt, 1 a word that may. */
  points: number
}

export function topicsOf(text: string): TopicGuess[] {
  const guesses = (Object.keys(TOPIC_WORDS) as (keyof typeof TOPIC_WORDS)[]).flatMap((topic) => {
    const { sure, maybe } = TOPIC_WORDS[topic]
    const points = distinct(text, sure) * 2 + distinct(text, maybe)
    return points === 0 ? [] : [{ topic, points: HOW.includes(topic) ? points - 0.5 : points }]
  })
  return guesses.sort((a, b) => b.points - a.points)
}

const distinct = (text: string, pattern: RegExp): number => new Set(text.match(pattern)).size

export const topicOf = (text: string): Topic | undefined => topicsOf(text)[0]?.topic
