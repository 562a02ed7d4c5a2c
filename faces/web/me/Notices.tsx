import { Link } from 'wouter'
import { momentOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/me.ts'
import './me.css'

export function Notices({ unread, onRead }: { unread: number; onRead: () => Promise<void> }) {
  const [loaded, reload] = useLoad(() => api.notices({}), 'notices', 60_000)
  const now = Date.now()
  const read = async () => {
    const result = await api.readNotices({})
    if (result.ok) await Promise.all([reload(), onRead()])
  }
  return (
    <section className="card stack" aria-labelledby="notices">
      <h2 id="notices">
        {words.notices} {unread > 0 && <span className="tag info">{words.unread(unread)}</span>}
      </h2>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' &&
        (loaded.value.items.length === 0 ? (
          <p className="soft">{words.noticesNone}</p>
        ) : (
          <ul className="notices">
            {loaded.value.items.map((one) => (
              <li key={one.id}>
                {one.readAt === null && <span className="tag info">{words.new}</span>} {one.text}
                <small>
                  {momentOf(one.at, now)}
                  {one.caseNumber && (
                    <>
                      {' '}
                      · <Link href={`/case/${encodeURIComponent(one.caseNumber)}`}>{one.caseNumber}</Link>
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
        ))}
      {unread > 0 && (
        <button type="button" className="button second small-button" onClick={() => void read()}>
          {words.allRead}
        </button>
      )}
    </section>
  )
}
