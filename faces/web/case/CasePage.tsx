import { Link } from 'wouter'
import { clockOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/case.ts'
import { words as trackWords } from '../words/track.ts'
import { CaseView } from './CaseView.tsx'
import { hasTyped } from './typed.ts'

const REFRESH_MS = 20_000

/** One case as its citizen sees it; read again every 20 seconds and whenever the person comes back. */
export default function CasePage({ number }: { number: string }) {
  const [loaded, reload] = useLoad(() => api.readCase({ params: { number } }), number, REFRESH_MS)
  const title = <Heading page={words.page(number)}>{words.page(number)}</Heading>
  switch (loaded.state) {
    case 'loading':
      return (
        <div className="page stack">
          {title}
          <Wait />
        </div>
      )
    case 'failed':
      return (
        <div className="page stack">
          {title}
          {loaded.failure.status === 401 || loaded.failure.status === 403 ? (
            <Say tone="info">
              <p>{words.signIn}</p>
              {hasTyped(number) && <p>{words.typedKept}</p>}
              <Link className="button" href={`/track?number=${encodeURIComponent(number)}`}>
                {words.signInGo}
              </Link>
            </Say>
          ) : loaded.failure.status === 404 ? (
            <Say tone="due">
              <p>{trackWords.noCase}</p>
              <Link className="button second small-button" href={`/track?number=${encodeURIComponent(number)}`}>
                {trackWords.title}
              </Link>
            </Say>
          ) : (
            <Failed failure={loaded.failure} again={() => void reload()} />
          )}
        </div>
      )
    case 'ready':
      return (
        <div className="page stack-wide">
          {loaded.stale && (
            <Say tone="due" live>
              <p>{words.stale}</p>
            </Say>
          )}
          <CaseView one={loaded.value} onChanged={reload} />
          <p className="soft small">
            {words.updated(clockOf(Date.now()))}{' '}
            <button type="button" className="quiet" onClick={() => void reload()}>
              {words.refresh}
            </button>
          </p>
        </div>
      )
    default:
      return loaded satisfies never
  }
}
