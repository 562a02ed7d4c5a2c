import type { MyCallback } from '@fatong/contract/network/callbacks.ts'
import { momentOf } from '../../ui/time.ts'
import { api } from '../api/citizen.ts'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/places.ts'

const t = words.callback
const TONES = { open: 'info', done: 'done', withdrawn: '' } as const

/** Calls one asked for; nothing where there are none. */
export function MyCallbacks() {
  const [loaded, reload] = useLoad(() => api.myCallbacks({}), 'callbacks')
  if (loaded.state !== 'ready' || loaded.value.items.length === 0) return null
  return (
    <section className="stack">
      <h2>{t.list}</h2>
      <ul className="points">
        {loaded.value.items.map((one) => (
          <li className="card" key={one.id}>
            <One one={one} reload={reload} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({
  one: { id, placeName, text, state, note, askedAt },
  reload,
}: {
  one: MyCallback
  reload: () => Promise<void>
}) {
  return (
    <>
      <div className="point-head">
        <h3>{placeName}</h3>
        <span className={`tag ${TONES[state]}`}>{t.states[state]}</span>
      </div>
      <p>{text}</p>
      <p className="soft small">{momentOf(askedAt, Date.now())}</p>
      {note !== null && <p>{t.note(note)}</p>}
      {state === 'open' && (
        <div className="points-go">
          <button
            type="button"
            className="button second small-button"
            onClick={() => void api.withdrawCallback({ params: { id } }).then(reload)}
          >
            {t.withdraw}
          </button>
        </div>
      )}
    </>
  )
}
