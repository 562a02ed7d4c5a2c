import { useEffect, useState, type FormEvent } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { PointView } from '@fatong/contract/network/finder.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/places.ts'
import { addressOf, momentOf, whensAt, wishOf, type Travel, type Wish } from './wish.ts'
import { Drawing } from './Drawing.tsx'
import { OnePoint } from './OnePoint.tsx'
import './points.css'

const AT_ONCE = 8

/** Where somebody is who can help, soonest first. What is asked stands in the address, so that it can be kept and sent on. */
export default function PointsPage() {
  const wish = wishOf(new URLSearchParams(useSearch()))
  const [, move] = useLocation()
  const to = (change: Partial<Wish>) => move(addressOf({ ...wish, ...change }))
  const [bus, setBus] = useState(wish.travel === 'bus')
  const { bus: byBus, ...roads } = words.travels
  const travels: Readonly<Partial<Record<Travel, string>>> = bus ? { ...roads, bus: byBus } : roads
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      <Where key={`${wish.q} ${wish.lng ?? ''}`} wish={wish} to={to} />
      <Pills
        name="when"
        label={words.when}
        options={whensAt(Date.now(), wish.when)}
        value={wish.when}
        onPick={(when) => to({ when })}
      />
      {wish.when === 'day' && (
        <TextField id="day" label={words.day} type="date" value={wish.day} onChange={(day) => to({ day })} short />
      )}
      {/* Folded, so that the answer comes into sight on a small screen; what is chosen stands on the fold. */}
      <details className="points-more">
        <summary>{words.chosen(words.whats[wish.what], words.travels[wish.travel])}</summary>
        <div className="stack">
          <Pills
            name="what"
            label={words.what}
            options={words.whats}
            value={wish.what}
            onPick={(what) => to({ what })}
          />
          <Pills
            name="travel"
            label={words.travel}
            options={travels}
            value={wish.travel}
            onPick={(travel) => to({ travel })}
          />
        </div>
      </details>
      <Results key={addressOf({ ...wish, view: 'list' })} wish={wish} to={to} onBus={setBus} />
    </div>
  )
}

function Where({ wish, to }: { wish: Wish; to: (change: Partial<Wish>) => void }) {
  const [text, setText] = useState(wish.q)
  const [locating, setLocating] = useState<'no' | 'yes' | 'failed'>('no')
  const search = (event: FormEvent) => {
    event.preventDefault()
    to({ q: text.trim().slice(0, 60), lng: undefined, lat: undefined })
  }
  const locate = () => {
    if (!('geolocation' in navigator)) return setLocating('failed')
    setLocating('yes')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => to({ q: '', lng: round(coords.longitude), lat: round(coords.latitude) }),
      () => setLocating('failed'),
      { timeout: 15_000, maximumAge: 300_000 },
    )
  }
  return (
    <form className="stack" role="search" onSubmit={search}>
      <TextField
        id="where"
        label={words.where}
        hint={words.whereHint}
        value={text}
        onChange={setText}
        autoComplete="off"
      />
      <div className="points-go">
        <button type="submit" className="button">
          {words.find}
        </button>
        <button type="button" className="button second" aria-disabled={locating === 'yes'} onClick={locate}>
          <Icon name="place" /> {locating === 'yes' ? words.locating : words.here}
        </button>
      </div>
      {locating === 'failed' && (
        <Say tone="due">
          <p role="alert">{words.hereFailed}</p>
        </Say>
      )}
    </form>
  )
}
/** About a hundred metres: enough for the way, and no more than is needed of where somebody is. */
const round = (degrees: number): number => Math.round(degrees * 1000) / 1000

interface PillsProps<V extends string> {
  name: string
  label: string
  options: Readonly<Partial<Record<V, string>>>
  value: V
  onPick: (value: V) => void
}
function Pills<V extends string>({ name, label, options, value, onPick }: PillsProps<V>) {
  return (
    <fieldset className="pills">
      <legend className="field-label">{label}</legend>
      {(Object.entries(options) as [V, string][]).map(([one, says]) => (
        <label key={one} className={`pill${one === value ? ' chosen' : ''}`}>
          <input
            className="unseen"
            type="radio"
            name={name}
            value={one}
            checked={one === value}
            onChange={() => onPick(one)}
          />
          {says}
        </label>
      ))}
    </fieldset>
  )
}

function Results({
  wish,
  to,
  onBus,
}: {
  wish: Wish
  to: (change: Partial<Wish>) => void
  onBus: (known: boolean) => void
}) {
  const { q, lng, lat, what, travel, view } = wish
  const [many, setMany] = useState(AT_ONCE)
  const [loaded, reload] = useLoad(
    () =>
      api.nearPoints({
        query: {
          travel,
          ...(q === '' ? {} : { q }),
          ...(lng === undefined || lat === undefined ? {} : { lng, lat }),
          ...(what === 'any' ? {} : { service: what }),
          ...momentOf(wish, Date.now()),
        },
      }),
    addressOf({ ...wish, view: 'list' }),
  )
  useEffect(() => setMany(AT_ONCE), [q, what])
  // the bus can be chosen only where its lines were given
  const known = loaded.state === 'ready' ? loaded.value.travels.includes('bus') : undefined
  useEffect(() => {
    if (known !== undefined) onBus(known)
  }, [known, onBus])
  if (loaded.state === 'loading') return <Wait />
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} again={() => void reload()} />
  const { from, meant, items, dayText, mapNumber } = loaded.value
  if (meant.length > 0) {
    return (
      <section className="stack-tight" aria-labelledby="meant">
        <h2 id="meant">{words.meant}</h2>
        <ul className="rows">
          {meant.map((one) => (
            <li key={`${one.name} ${one.lng}`}>
              <Link className="row" href={addressOf({ ...wish, q: '', lng: round(one.lng), lat: round(one.lat) })}>
                <Icon name="place" />
                <span>
                  <b>{one.name}</b>
                  <small>{one.town}</small>
                </span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    )
  }
  return (
    <section className="stack" aria-live="polite">
      {q !== '' && from === null && (
        <Say tone="due">
          <p>{words.unknown(q)}</p>
        </Say>
      )}
      {items.length === 0 ? (
        <div className="card">
          <h2>{words.none}</h2>
          <p className="soft">{words.noneText}</p>
        </div>
      ) : (
        <>
          <p className="soft" role="status">
            {from && <b>{words.from(from.name)} · </b>}
            {words.count(items.length)} · {words.at(dayText)}
          </p>
          <AtTerminal points={items} />
          <Pills
            name="view"
            label={words.view}
            options={words.views}
            value={view}
            onPick={(next) => to({ view: next })}
          />
          {view === 'drawing' ? (
            <Drawing from={from} points={items} travel={travel} mapNumber={mapNumber} />
          ) : (
            <>
              <ol className="points">
                {items.slice(0, many).map((one) => (
                  <li className="card" key={one.id} id={`point-${one.id}`}>
                    <OnePoint point={one} />
                  </li>
                ))}
              </ol>
              {items.length > many && (
                <button type="button" className="button second block" onClick={() => setMany(many + AT_ONCE)}>
                  {words.more}
                </button>
              )}
            </>
          )}
        </>
      )}
    </section>
  )
}

/** Where a terminal is what helps soonest, that is said before the list, and where somebody can be met after it. */
function AtTerminal({ points: [first, ...others] }: { points: readonly PointView[] }) {
  if (!first?.terminal || first.open !== true) return null
  const person = others.find(({ terminal, opensAt }) => !terminal && opensAt !== null)
  return (
    <p className="points-first">
      <b>{words.terminalFirst(first.name)}</b>
      {person && <> {words.personFirst(person.name, person.openText)}</>}
    </p>
  )
}
