import { useState } from 'react'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/places.ts'
import './points.css'

const AT_ONCE = 12

/** Where to go: address, hours, phone, open or not. */
export default function PointsPage() {
  const [loaded, reload] = useLoad(() => api.servicePoints({}), 'points')
  const [search, setSearch] = useState('')
  const [many, setMany] = useState(AT_ONCE)
  const all = loaded.state === 'ready' ? loaded.value.items : []
  const found = all.filter((one) => search.trim() === '' || `${one.name}${one.address}${one.kindText}`.includes(search.trim()))
  return (
    <div className="page stack-wide">
      <div><Heading page={words.page}>{words.title}</Heading><p className="soft">{words.lead}</p></div>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' && all.length === 0 && <div className="card"><h2>{words.none}</h2><p className="soft">{words.noneText}</p></div>}
      {all.length > 5 && <TextField id="search" label={words.search} hint={words.searchHint} value={search} onChange={setSearch} autoComplete="off" />}
      {all.length > 0 && <p className="soft" role="status">{search.trim() === '' ? words.all(all.length) : found.length > 0 ? words.found(found.length) : words.notFound}</p>}
      <ul className="points">
        {found.slice(0, many).map((one) => (
          <li className="card" key={one.id}>
            <div className="point-head"><h2>{one.name}</h2>{one.openNow !== null && <span className={`tag ${one.openNow ? 'info' : ''}`}>{one.openNow && <Icon name="clock" />}{one.openNow ? words.openNow : words.closedNow}</span>}</div>
            <p className="soft small">{one.kindText}</p>
            <p><Icon name="place" /> {one.address}</p>
            <p><Icon name="clock" /> {one.hoursText}</p>
            {one.phone && <a className="button second small-button" href={`tel:${one.phone}`}><Icon name="phone" /> {words.call(one.phone)}</a>}
          </li>
        ))}
      </ul>
      {found.length > many && <button type="button" className="button second block" onClick={() => setMany(many + AT_ONCE)}>{words.more}</button>}
    </div>
  )
}
