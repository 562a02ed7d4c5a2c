import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { CopyButton } from '../reading/CopyButton.tsx'
import { FlagWrong } from '../reading/FlagWrong.tsx'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/law.ts'
import { clauseId } from './clause-id.ts'
import { Standing } from './Standing.tsx'
import './law.css'

/** One article: its words, whether it binds, its versions, what cites it. */
export default function ArticlePage({ id }: { id: string }) {
  const [loaded, reload] = useLoad(() => api.article({ params: { id } }), id)
  const [size, setSize] = useState(1.1)
  const wanted = location.hash.slice(1)
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
  const { law, article, before, after, versions, cites, citedBy, guides } = loaded.value
  const name = `《${law.name}》${article.label}`
  return (
    <article className="page stack-wide">
      <div>
        <p className="small no-print">
          <Link href={`/law/${law.id}`}>{`《${law.name}》`}</Link>
        </p>
        <Heading page={name}>{name}</Heading>
        <p className="soft small">{article.path}</p>
        <Standing law={law} />
      </div>
      {law.status !== 'inForce' && law.status !== 'unknown' && (
        <Say tone="due">
          <p>{words.notLaw}</p>
        </Say>
      )}
      <div className="card law-text" style={{ fontSize: `${size}rem` }}>
        {article.clauses.map(({ paragraph, item, text }) => (
          <p
            key={`${paragraph} ${item ?? ''}`}
            id={clauseId(paragraph, item)}
            className={clauseId(paragraph, item) === wanted || clauseId(paragraph) === wanted ? 'meant' : undefined}
            title={words.clause(paragraph, item)}
          >
            {text}
          </p>
        ))}
      </div>
      <div className="buttons no-print">
        <CopyButton label={words.copy} text={() => `${name}　${article.text}`} done={words.copied} />
        <button type="button" className="button second small-button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="button second small-button" onClick={() => setSize(Math.min(2, size + 0.2))}>
          {words.bigger}
        </button>
        <button type="button" className="button second small-button" onClick={() => setSize(Math.max(0.9, size - 0.2))}>
          {words.smaller}
        </button>
        <ReadAloud text={`${name}。${article.text}`} />
      </div>
      <nav className="law-step no-print" aria-label={words.contents}>
        {before && (
          <Link href={`/law/articles/${before.id}`}>
            <Icon name="back" /> {words.before}
          </Link>
        )}
        <Link href={`/law/${law.id}`}>{words.whole}</Link>
        {after && (
          <Link href={`/law/articles/${after.id}`}>
            {words.after} <Icon name="next" />
          </Link>
        )}
      </nav>
      {guides.length > 0 && (
        <Links
          id="guides"
          title={words.inGuides}
          items={guides.map(({ slug, title }) => ({ to: `/guides/${slug}`, label: title }))}
        />
      )}
      {versions.length > 1 && (
        <section aria-labelledby="versions" className="stack-tight">
          <h2 id="versions">{words.versions}</h2>
          <ul className="stack-tight">
            {versions.map((one) => (
              <li key={one.id}>
                {one.articleId === null ? (
                  `${one.versionDate ?? ''} ${words.gone}`
                ) : one.articleId === id ? (
                  <b>{one.versionDate}</b>
                ) : (
                  <Link href={`/law/articles/${one.articleId}`}>{one.versionDate}</Link>
                )}{' '}
                <span className="soft small">{`${words.status[one.status]}${one.articleId === null || one.articleId === id ? '' : ` · ${one.same ? words.same : words.changed}`}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {cites.length > 0 && (
        <Links
          id="cites"
          title={words.cites}
          items={cites.map((one) => ({ to: `/law/articles/${one.id}`, label: one.label }))}
        />
      )}
      {citedBy.length > 0 && (
        <Links
          id="cited-by"
          title={words.citedBy}
          items={citedBy.map((one) => ({ to: `/law/articles/${one.id}`, label: one.label }))}
        />
      )}
      <FlagWrong subjectKind="article" subject={id} />
    </article>
  )
}

function Links({ id, title, items }: { id: string; title: string; items: readonly { to: string; label: string }[] }) {
  return (
    <section aria-labelledby={id} className="stack-tight">
      <h2 id={id}>{title}</h2>
      <ul className="law-links">
        {items.map(({ to, label }) => (
          <li key={to}>
            <Link href={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
