import { useState, type FormEvent } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/law.ts'
import { Standing } from './Standing.tsx'
import './law.css'

const AN_ARTICLE = /\d|第[零〇一二两三四五六七八九十百千]/

/** The library: a law by its name, or an article as people write it. */
export default function LawsPage() {
  const asked = new URLSearchParams(useSearch()).get('q') ?? ''
  const [text, setText] = useState(asked)
  const [, move] = useLocation()
  const [loaded, reload] = useLoad(async () => {
    const [laws, articles] = await Promise.all([api.laws({ query: asked === '' || AN_ARTICLE.test(asked) ? {} : { q: asked } }), asked.length > 1 && AN_ARTICLE.test(asked) ? api.findArticle({ query: { q: asked } }) : undefined])
    if (!laws.ok) return laws
    if (articles && !articles.ok) return articles
    return { ...laws, value: { laws: laws.value.items, articles: articles?.value.items ?? [] } }
  }, asked)
  const search = (event: FormEvent) => {
    event.preventDefault()
    move(text.trim() === '' ? '/law' : `/law?q=${encodeURIComponent(text.trim())}`)
  }
  const named = AN_ARTICLE.test(asked)
  return (
    <div className="page stack-wide">
      <div><Heading page={words.page}>{words.title}</Heading><p className="soft">{words.lead}</p></div>
      <form className="law-search" onSubmit={search} role="search">
        <TextField id="law-search" label={words.search} value={text} onChange={setText} autoComplete="off" />
        <button className="button block" type="submit">{words.go}</button>
      </form>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' && (
        <>
          {named && loaded.value.articles.length === 0 && <p role="status">{words.notFound}</p>}
          {loaded.value.articles.map((one) => (
            <article className="card stack-tight" key={one.id}>
              <h2><Link href={`/law/articles/${one.id}`}>{`《${one.law.name}》${one.label}`}</Link></h2>
              <Standing law={one.law} />
              <p className="law-text">{one.text}</p>
            </article>
          ))}
          {!named && loaded.value.laws.length === 0 && (asked === ''
            ? <div className="card stack-tight"><h2>{words.none}</h2><p className="soft">{words.noneText}</p><Link className="button second small-button" href="/guides">{words.guides}</Link></div>
            : <p role="status">{words.notFound}</p>)}
          {!named && loaded.value.laws.length > 0 && (
            <ul className="rows" aria-label={words.laws}>
              {loaded.value.laws.map((one) => <li key={one.id}><Link className="row plain" href={`/law/${one.id}`}><span><b>{one.name}</b><small>{`${words.status[one.status]} · ${words.articles(one.articles)}`}</small></span><Icon name="next" /></Link></li>)}
            </ul>
          )}
        </>
      )}
    </div>
  )
}
