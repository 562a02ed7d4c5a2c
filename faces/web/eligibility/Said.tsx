import { words } from '../words/entitled.ts'
import { answerText, type Asked } from './conversation.ts'
import type { FactKey } from './types.ts'

/** What was answered so far; each can be changed. */
export function Said({ asked, onChange }: { asked: readonly Asked[]; onChange: (key: FactKey) => void }) {
  if (asked.length === 0) return null
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.saidTitle}</h2>
      <ul>
        {asked.map((one) => (
          <li className="said" key={one.question.key}>
            <div><small>{one.question.question}</small>{answerText(one, words)}</div>
            <button type="button" className="quiet" onClick={() => onChange(one.question.key)}>{words.change}<span className="unseen">：{one.question.question}</span></button>
          </li>
        ))}
      </ul>
    </section>
  )
}
