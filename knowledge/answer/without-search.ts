/** Answers for which nothing is searched: greetings, other languages, what is none of our business. */
import { type Day } from '../library/law-text.ts'
import { EMERGENCY_HELP } from '../triage/emergency-help.ts'
import { type Triage } from '../triage/triage.ts'
import { type Answer } from './answer.ts'
import { offersWithoutSource } from './offers.ts'

export function emptyAnswer(question: Triage, on: Day): Answer {
  return {
    kind: 'redirect',
    ...(question.topic === undefined ? {} : { topic: question.topic }),
    emergencies: question.emergencies.map(({ kind, level }) => ({ level, help: EMERGENCY_HELP[kind] })),
    short: [],
    steps: [],
    deadlines: [],
    traps: [],
    papers: [],
    otherGuides: [],
    quotes: [],
    likeCases: [],
    offers: [],
    on,
    notes: [],
    confidence: 0,
  }
}

export const isSearched = ({ course }: Triage): boolean =>
  course === 'question' || course === 'unclear' || course === 'citation'

export const redirected = (question: Triage, on: Day): Answer => ({
  ...emptyAnswer(question, on),
  short: question.reply.map((text) => ({ text, sources: [] })),
  offers: offersWithoutSource().filter(
    ({ offer }) =>
      offer !== 'ticket' ||
      question.course === 'person' ||
      question.course === 'tooLong' ||
      question.course === 'otherLanguage',
  ),
})
