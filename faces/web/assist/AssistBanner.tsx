import { Link } from 'wouter'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import type { useHelper } from './who-helps.ts'
import { words } from '../words/apply.ts'

const t = words.assist

/** Says who helps; the record of it is made by the server from the desk's session. */
export function AssistBanner({ loaded, reload }: Pick<ReturnType<typeof useHelper>, 'loaded' | 'reload'>) {
  if (loaded.state === 'loading') return null
  if (loaded.state === 'ready')
    return (
      <Say tone="info">
        <p>{t.banner(loaded.value.name)}</p>
        {loaded.value.assisting && <p>{t.goesTo(loaded.value.assisting.officeName)}</p>}
      </Say>
    )
  if (loaded.failure.status === 401)
    return (
      <Say tone="due">
        <p>{t.notSignedIn}</p>
        <Link className="button second small-button" href="/assist">
          {t.page}
        </Link>
      </Say>
    )
  return <Failed failure={loaded.failure} again={() => void reload()} />
}
