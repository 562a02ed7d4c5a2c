import type { deskTickets } from '@fatong/contract/consultation/tickets.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { Mark } from '../shell/mark.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './questions.module.css'

export type QuestionLine = ReplyOf<typeof deskTickets>['items'][number]
const w = words.questions
const LIGHTS = { green: 'done', amber: 'due', red: 'late', off: 'pause' } as const

/** What the question is about, who has it, and by when it has to be answered. */
export function Standing({ line }: { line: QuestionLine }) {
  const { topic, urgent, mine, takenByName, answeredAt, pledgeAt, light, rating, state } = line
  return (
    <span className={css.facts}>
      {urgent && <Mark tone="late">{w.urgent}</Mark>}
      <Mark tone={LIGHTS[light]}>
        {answeredAt === null ? w.pledge(momentText(pledgeAt)) : w.answeredAt(momentText(answeredAt))}
      </Mark>
      <span>{w.topics[topic]}</span>
      <span>{state === 'taken' ? (mine ? w.mine : w.takenBy(takenByName ?? '')) : w.states[state]}</span>
      {answeredAt !== null && <span>{rating === null ? w.noStars : w.stars(rating)}</span>}
    </span>
  )
}
