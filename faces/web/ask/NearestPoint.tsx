import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Icon } from '../controls/Icon.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/ask.ts'
import { words as places } from '../words/places.ts'

/** Where somebody can be asked soonest. Says nothing where that is not known: the ways to a person stand above. */
export function NearestPoint() {
  const [loaded] = useLoad(() => api.nearPoints({ query: { travel: 'ebike', service: 'consultation' } }), 'nearest')
  if (loaded.state !== 'ready') return null
  const point = loaded.value.items.find(({ opensAt }) => opensAt !== null)
  if (!point) return null
  return (
    <section className="card stack-tight" aria-labelledby="nearest">
      <h3 id="nearest">{words.nearest}</h3>
      <p>
        <b>{point.name}</b>
      </p>
      <p>
        <Icon name="clock" /> {point.openText}
      </p>
      {point.address !== '' && (
        <p className="soft small">
          <Icon name="place" /> {point.address}
        </p>
      )}
      <div className="points-go">
        {point.phone && (
          <a className="button second small-button" href={`tel:${point.phone}`}>
            <Icon name="phone" /> {places.call(point.phone)}
          </a>
        )}
        <Link className="button second small-button" href="/points">
          {words.nearestAll}
        </Link>
      </div>
    </section>
  )
}
