import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/law.ts'
import { Standing } from './Standing.tsx'
import './law.css'

const AT_ONCE = 80

/** A whole law with its chapters; long ones are shown piece by piece, so that an old phone stays quick. */
export default function LawPage({ id }: { id: string }) {
  const [loaded, reload] = useLoad(() => api.law({ params: { id } }), id)
  const [search, setSearch] = useState('')
  const [many, setMany] = useState(AT_ONCE)
  const wanted = useDeferredValue(search.trim())
  if (loaded.state === 'loading')
    return (
      <div className="page">
        <Wait />
      </div>
    )
  if (loaded.state === 'failed')
    return (
      <div className="page stack-wide">
        <Heading page={words.page}>{words.title}</Heading>
        <Failed failure={loaded.failure} again={() => void reload()} />
      </div>
    )
  const { law, fullName, preamble, versions, articles } = loaded.value
  const found =
    wanted === '' ? articles : articles.filter((one) => `${one.label}${one.number}${one.text}`.includes(wanted))
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={law.name}>{fullName}</Heading>
        <Standing law={law} />
      </div>
      {preamble !== null && (
        <details>
          <summary>{words.preamble}</summary>
          <p className="soft law-text small">{preamble}</p>
        </details>
      )}
      {versions.length > 1 && (
        <p className="law-links">
          {versions
            .filter((one) => one.id !== law.id)
            .map((one) => (
              <Link key={one.id} href={`/law/${one.id}`}>
                {words.version(one.versionDate ?? '')}
              </Link>
            ))}
        </p>
      )}
      <TextField id="in-law" label={words.inThis} value={search} onChange={setSearch} autoComplete="off" />
      <p className="soft" role="status">
        {found.length === 0 ? words.notFound : words.articles(found.length)}
      </p>
      <div className="stack-tight">
        {found.slice(0, many).map((one, i) => (
          <section key={one.id} aria-label={one.label}>
            {one.path !== '' && one.path !== found[i - 1]?.path && <h2 className="law-chapter">{one.path}</h2>}
            <p className="law-text">
              <Link href={`/law/articles/${one.id}`}>{one.label}</Link>　{one.text}
            </p>
          </section>
        ))}
      </div>
      {found.length > many && (
        <button type="button" className="button second block" onClick={() => setMany(many + AT_ONCE)}>
          {words.more}
        </button>
      )}
    </div>
  )
}
