import { words } from '../words/entitled.ts'
import type { Assessment } from './types.ts'

/** What to have at hand, each paper with its one plain sentence. */
export function Bring({ materials }: { materials: Assessment['materials'] }) {
  if (materials.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="bring">
      <h2 id="bring">{words.bring}</h2>
      <ul className="bring">
        {materials.map((need) => (
          <li key={need.code}>
            <b>
              {need.name}
              {need.when === 'later' && <span className="tag">{words.laterHint}</span>}
            </b>
            <p className="soft">{need.says}</p>
            {need.oneOf.length > 0 && (
              <p className="small">
                {words.anyOf}
                {need.oneOf.join('、')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
