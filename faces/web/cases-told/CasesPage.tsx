import { Link, useSearch } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/cases-told.ts'
import { topicName } from './topic-name.ts'
import './cases-told.css'

/** Typical cases (典型案例) by what they are about; the topic stands in the address. */
export default function CasesPage() {
  const [loaded, reload] = useLoad(() => api.typicalCases({}), 'typical-cases')
  const topic = new URLSearchParams(useSearch()).get('topic')
  const all = loaded.state === 'ready' ? loaded.value.items : []
  const topics = [...new Set(all.map((one) => one.topic))]
  const shown = topics.filter((one) => topic === null || one === topic)
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' && all.length === 0 && (
        <div className="card stack-tight">
          <h2>{words.none}</h2>
          <p className="soft">{words.noneText}</p>
          <Link className="button second small-button" href="/guides">
            {words.guides}
          </Link>
        </div>
      )}
      {all.length > 0 && (
        <>
          <nav aria-label={words.topicsTitle} className="told-topics">
            {[null, ...topics].map((one) => (
              <Link
                key={one ?? ''}
                className={`told-chip ${one === topic ? 'chosen' : ''}`}
                href={one === null ? '/cases' : `/cases?topic=${encodeURIComponent(one)}`}
                {...(one === topic ? { 'aria-current': 'page' } : {})}
              >
                {one === null ? words.all : topicName(one)}
              </Link>
            ))}
          </nav>
          <p className="soft" role="status">
            {shown.length === 0 ? words.noneHere : words.count(all.filter((one) => shown.includes(one.topic)).length)}
          </p>
          {shown.map((one) => (
            <section key={one} aria-label={topicName(one)} className="stack-tight">
              <h2>{topicName(one)}</h2>
              <ul className="rows">
                {all
                  .filter((told) => told.topic === one)
                  .map((told) => (
                    <li key={told.id}>
                      <Link className="row told-row" href={`/cases/${told.id}`}>
                        <span>
                          <b>{told.title}</b>
                          {told.result !== null && (
                            <small>
                              {told.result.slice(0, 60)}
                              {told.result.length > 60 && '…'}
                            </small>
                          )}
                        </span>
                        <Icon name="next" />
                      </Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  )
}
