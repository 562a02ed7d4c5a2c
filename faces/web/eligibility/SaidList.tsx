import { words } from '../words/entitled.ts'

interface Props {
  said: readonly { key: string; question: string; answer: string }[]
  onChange: (key: string) => void
}

/** What was answered so far; each can be changed. */
export function SaidList({ said, onChange }: Props) {
  if (said.length === 0) return null
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.saidTitle}</h2>
      <ul>
        {said.map((one) => (
          <li className="said" key={one.key}>
            <div>
              <small>{one.question}</small>
              {one.answer}
            </div>
            <button type="button" className="quiet" onClick={() => onChange(one.key)}>
              {words.change}
              <span className="unseen">：{one.question}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
