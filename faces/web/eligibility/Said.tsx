import { words } from '../words/entitled.ts'
import { answerText, type Asked } from './conversation.ts'
import { SaidList } from './SaidList.tsx'
import type { FactKey } from './types.ts'

/** What was answered so far in the conversation; each can be changed. */
export function Said({ asked, onChange }: { asked: readonly Asked[]; onChange: (key: FactKey) => void }) {
  return (
    <SaidList
      said={asked.map((one) => ({
        key: one.question.key,
        question: one.question.question,
        answer: answerText(one, words),
      }))}
      onChange={(key) => onChange(key as FactKey)}
    />
  )
}
