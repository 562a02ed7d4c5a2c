import { useEffect, useState, type FormEvent } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/find.ts'
import { FoundItem } from './FoundItem.tsx'
import './find.css'

const KINDS = ['all', 'guide', 'article', 'case'] as const
type Kind = (typeof KINDS)[number]
const addressOf = (q: string, kind: Kind) => `/find?q=${encodeURIComponent(q)}${kind === 'all' ? '' : `&kind=${kind}`}`

/** Search over everything. What is looked for, and among what, stands in the address, so that it can be sent on. */
export default function FindPage() {
  const asked = new URLSearchParams(useSearch())
  const q = (asked.get('q') ?? '').trim().slice(0, 500)
  const kind = KINDS.find((one) => one === asked.get('kind')) ?? 'all'
  const [text, setText] = useState(q)
  const [, move] = useLocation()
  useEffect(() => setText(q), [q])
  const search = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') move(addressOf(text.trim().slice(0, 500), kind))
  }
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      <form className="find-box" onSubmit={search} role="search">
        <TextField id="find" label={words.box} hint={words.hint} value={text} onChange={setText} autoComplete="off" />
        <button className="button block" type="submit">
          {words.go}
        </button>
      </form>
      {q === '' ? (
        <p className="soft">{words.start}</p>
      ) : (
        <>
          <nav aria-label={words.filtersTitle} className="find-kinds">
            {KINDS.map((one) => (
              <Link
                key={one}
                className={`find-kind ${one === kind ? 'chosen' : ''}`}
                href={addressOf(q, one)}
                {...(one === kind ? { 'aria-current': 'page' } : {})}
              >
                {words.filters[one]}
              </Link>
            ))}
          </nav>
          <Results key={`${kind} ${q}`} q={q} kind={kind} />
        </>
      )}
    </div>
  )
}

function Results({ q, kind }: { q: string; kind: Kind }) {
  const [loaded, reload] = useLoad(() => api.find({ query: { q, kind } }), `${kind} ${q}`)
  if (loaded.state === 'loading') return <Wait says={words.searching} />
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} again={() => void reload()} />
  const { items, laws } = loaded.value
  const ask = (
    <Link className="button second block" href={`/ask?q=${encodeURIComponent(q)}`}>
      {words.ask}
    </Link>
  )
  if (items.length + laws.length === 0) {
    return (
      <div className="card stack-tight" role="status">
        <h2>{words.none(q.length > 30 ? `${q.slice(0, 30)}…` : q)}</h2>
        <p className="soft">{kind === 'all' ? words.noneText : words.noneHere}</p>
        {kind !== 'all' && (
          <Link className="button second block" href={addressOf(q, 'all')}>
            {words.all}
          </Link>
        )}
        {ask}
      </div>
    )
  }
  return (
    <>
      <p className="soft" role="status">
        {words.count(items.length + laws.length)}
      </p>
      {laws.length > 0 && (
        <ul className="rows" aria-label={words.laws}>
          {laws.map((one) => (
            <li key={one.id}>
              <Link className="row find-law" href={`/law/${one.id}`}>
                <span>
                  <b>{`《${one.name}》`}</b>
                  <small>{`${words.status[one.status]} · ${words.whole}`}</small>
                </span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <ol className="stack" aria-label={words.title}>
          {items.map((one) => (
            <li key={one.kind === 'guide' ? one.slug : one.id}>
              <FoundItem found={one} />
            </li>
          ))}
        </ol>
      )}
      {ask}
    </>
  )
}
