import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Say } from '../controls/Say.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/apply.ts'

const t = words.assist

/** Says who helps; the record of it is made by the server from the desk's session. */
export function AssistBanner() {
  const [loaded, reload] = useLoad(() => api.staffMe({}), 'staff')
  if (loaded.state === 'loading') return null
  if (loaded.state === 'ready') return <Say tone="info"><p>{t.banner(loaded.value.name)}</p></Say>
  if (loaded.failure.status === 401) return <Say tone="due"><p>{t.notSignedIn}</p><Link className="button second small-button" href="/assist">{t.page}</Link></Say>
  return <Failed failure={loaded.failure} again={() => void reload()} />
}
