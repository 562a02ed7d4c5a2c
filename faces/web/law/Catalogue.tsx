import { useState } from 'react'
import { Link } from 'wouter'
import type { LawLine } from '@fatong/contract/knowledge/shapes.ts'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/law.ts'
import '../guides/guides.css'

type Kind = LawLine['kind']
const KINDS = Object.keys(words.kinds) as Kind[]
export const isKind = (kind: string | null): kind is Kind => kind !== null && Object.keys(words.kinds).includes(kind)
interface Wanted {
  name: string
  kind: Kind | undefined
}

/** The laws of a kind by name, some at a time: an old phone must not draw a thousand lines. */
export function Catalogue({ name, kind }: Wanted) {
  const query = { ...(name === '' ? {} : { q: name }), ...(kind === undefined ? {} : { kind }) }
  const [first, reload] = useLoad(() => api.laws({ query }), `${name} ${kind ?? ''}`)
  const [later, setLater] = useState<{ items: LawLine[]; next: string | null }>()
  const [failure, setFailure] = useState<Failure | null>(null)
  if (first.state === 'loading')
    return (
      <>
        <Kinds now={kind} />
        <Wait />
      </>
    )
  if (first.state === 'failed') return <Failed failure={first.failure} again={() => void reload()} />
  const items = [...first.value.items, ...(later?.items ?? [])],
    next = later === undefined ? first.value.next : later.next
  const more = async () => {
    setFailure(null)
    const result = await api.laws({ query: { ...query, ...(next === null ? {} : { after: next }) } })
    if (result.ok) setLater({ items: [...(later?.items ?? []), ...result.value.items], next: result.value.next })
    else setFailure(result.failure)
  }
  if (items.length === 0 && name === '' && kind === undefined)
    return (
      <div className="card stack-tight">
        <h2>{words.none}</h2>
        <p className="soft">{words.noneText}</p>
        <Link className="button second small-button" href="/guides">
          {words.guides}
        </Link>
      </div>
    )
  return (
    <>
      <Kinds now={kind} />
      {items.length === 0 ? (
        <p role="status">{words.notFound}</p>
      ) : (
        <ul className="rows" aria-label={words.laws}>
          {items.map((one) => (
            <li key={one.id}>
              <Link className="row plain" href={`/law/${one.id}`}>
                <span>
                  <b>{one.name}</b>
                  <small>{`${words.status[one.status]} · ${words.articles(one.articles)}`}</small>
                </span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {failure && <Failed failure={failure} />}
      {next !== null && (
        <button type="button" className="button second block" onClick={() => void more()}>
          {words.more}
        </button>
      )}
    </>
  )
}

function Kinds({ now }: { now: Kind | undefined }) {
  return (
    <nav aria-label={words.laws} className="topics">
      <Link
        className={`chip ${now === undefined ? 'chosen' : ''}`}
        href="/law"
        {...(now === undefined ? { 'aria-current': 'page' } : {})}
      >
        {words.allKinds}
      </Link>
      {KINDS.map((one) => (
        <Link
          key={one}
          className={`chip ${one === now ? 'chosen' : ''}`}
          href={`/law?kind=${one}`}
          {...(one === now ? { 'aria-current': 'page' } : {})}
        >
          {words.kinds[one]}
        </Link>
      ))}
    </nav>
  )
}
