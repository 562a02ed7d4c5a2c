import { Link } from 'wouter'
import { dayOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/questions.ts'
import { NotRead } from './NotRead.tsx'
import { whenText } from './when.ts'

/** Questions that were left for a lawyer, and how each of them stands. */
export default function MyQuestionsPage() {
  const [loaded, reload] = useLoad(() => api.myTickets({}), 'questions')
  const now = Date.now()
  if (loaded.state === 'loading')
    return (
      <div className="page stack">
        <Heading page={words.page}>{words.page}</Heading>
        <Wait />
      </div>
    )
  if (loaded.state === 'failed') return <NotRead failure={loaded.failure} reload={reload} />
  const { items } = loaded.value
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.page}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      {items.length === 0 ? (
        <div className="card stack">
          <h2>{words.none}</h2>
          <p className="soft">{words.noneText}</p>
          <p>
            <Link className="button" href="/ask">
              {words.ask}
            </Link>
          </p>
        </div>
      ) : (
        <ul className="rows">
          {items.map(({ id, number, title, state, openedAt, pledgeAt }) => (
            <li key={id}>
              <Link className="row" href={`/me/questions/${id}`}>
                <Icon name="other" />
                <span>
                  <b>{title}</b>
                  <small>
                    {number} · {words.asked(dayOf(openedAt, now))}
                  </small>
                  {state === 'answered' ? (
                    <span className="tag done">
                      <Icon name="done" /> {words.states[state]}
                    </span>
                  ) : (
                    <span className="tag info">
                      {words.states[state]}
                      {state === 'closed' ? '' : ` · ${words.by(whenText(pledgeAt))}`}
                    </span>
                  )}
                </span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
