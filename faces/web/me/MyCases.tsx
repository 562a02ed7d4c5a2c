import { Link } from 'wouter'
import { dayOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { hasStartedDraft } from '../apply/draft/kept.ts'
import { Failed } from '../controls/Failed.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/me.ts'

export function MyCases() {
  const [loaded, reload] = useLoad(() => api.myCases({}), 'cases')
  const now = Date.now()
  return (
    <section className="stack" aria-label={words.cases}>
      {hasStartedDraft() && (
        <Say tone="info">
          <p>{words.draft}</p>
          <Link className="button small-button" href="/apply">
            {words.draftGo}
          </Link>
        </Say>
      )}
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' &&
        (loaded.value.items.length === 0 ? (
          <div className="card stack">
            <h2>{words.none}</h2>
            <p className="soft">{words.noneText}</p>
            <div className="actions">
              <Link className="button" href="/apply">
                {words.apply}
              </Link>
              <Link className="button second" href="/entitled">
                {words.entitled}
              </Link>
            </div>
          </div>
        ) : (
          <ul className="rows">
            {loaded.value.items.map((one) => (
              <li key={one.number}>
                <Link className="row" href={`/case/${encodeURIComponent(one.number)}`}>
                  <Icon name="cases" />
                  <span>
                    <b>{one.matterText}</b>
                    <small>
                      {one.number}
                      {one.submittedAt === null ? '' : ` · ${words.submitted(dayOf(one.submittedAt, now))}`}
                    </small>
                    {one.yourTurn ? (
                      <span className="tag due">
                        <Icon name="person" /> {words.yourTurn}
                      </span>
                    ) : (
                      <span className="tag info">{one.statusText}</span>
                    )}
                  </span>
                  <Icon name="next" />
                </Link>
              </li>
            ))}
          </ul>
        ))}
    </section>
  )
}
