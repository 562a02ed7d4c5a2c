import { useState, type FormEvent } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { Heading } from '../controls/Heading.tsx'
import { TextField } from '../controls/TextField.tsx'
import { words } from '../words/law.ts'
import { Catalogue, isKind } from './Catalogue.tsx'
import { NamedArticles } from './NamedArticles.tsx'
import './law.css'

const AN_ARTICLE = /\d|第[零〇一二两三四五六七八九十百千]/

/** The library: a law by its kind and name, or an article as people write it. */
export default function LawsPage() {
  const search = new URLSearchParams(useSearch())
  const asked = search.get('q') ?? '',
    kind = search.get('kind')
  const [text, setText] = useState(asked)
  const [, move] = useLocation()
  const look = (event: FormEvent) => {
    event.preventDefault()
    move(text.trim() === '' ? '/law' : `/law?q=${encodeURIComponent(text.trim())}`)
  }
  const all = { name: asked, kind: isKind(kind) ? kind : undefined }
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      <form className="law-search" onSubmit={look} role="search">
        <TextField id="law-search" label={words.search} value={text} onChange={setText} autoComplete="off" />
        <button className="button block" type="submit">
          {words.go}
        </button>
      </form>
      {asked.length > 1 && AN_ARTICLE.test(asked) ? (
        <>
          <NamedArticles key={asked} asked={asked} />
          <p>
            <Link className="quiet" href="/law">
              {words.laws}
            </Link>
          </p>
        </>
      ) : (
        <Catalogue key={`${asked} ${kind ?? ''}`} {...all} />
      )}
    </div>
  )
}
