import type { Answer } from '@fatong/contract/consultation/answer.ts'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { words } from '../words/ask.ts'
import './ask.css'

type Said = Answer['emergencies'][number]
type Call = Said['help']['calls'][number]

/** Numbers to press. */
export const Calls = ({ calls }: { calls: readonly Call[] }) => (
  <p className="calls">
    {calls.map(({ number, says }) => (
      <a key={number} className="button small-button" href={`tel:${number}`}>
        <Icon name="phone" /> <span>{words.call(number)}</span> <small>{says}</small>
      </a>
    ))}
  </p>
)

/** What cannot wait for any answer: whom to call and what to do now. */
export const Emergencies = ({ emergencies }: { emergencies: readonly Said[] }) =>
  emergencies.map(({ help, level }) => (
    <Say key={help.kind} tone={level === 'now' ? 'late' : 'due'} live={level === 'now'}>
      <p>
        <b>{help.title}</b>
      </p>
      <Calls calls={help.calls} />
      {help.does.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Say>
  ))
