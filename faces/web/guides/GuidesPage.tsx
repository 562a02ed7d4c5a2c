import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { Topic } from '@fatong/contract/knowledge/shapes.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { words } from '../words/guides.ts'
import './guides.css'

/** All guides, by what happened. */
export default function GuidesPage() {
  const [loaded, reload] = useLoad(() => api.guides({}), 'guides')
  const topic = new URLSearchParams(useSearch()).get('topic')
  const [search, setSearch] = useState('')
  const all = loaded.state === 'ready' ? loaded.value.items : []
  const topics = [...new Set(all.map((one) => one.topic))]
  const wanted = search.trim()
  const found = all.filter((one) =>
    wanted === ''
      ? topic === null || one.topic === topic
      : `${one.title}${one.situation}${words.topics[one.topic]}`.includes(wanted),
  )
  const shown = topics.filter((one) => found.some((guide) => guide.topic === one))
  return (
    <div className="page stack-wide">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      {loaded.state === 'loading' && <Wait />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={() => void reload()} />}
      {loaded.state === 'ready' && (
        <>
          <TextField
            id="search"
            label={words.search}
            hint={words.searchHint}
            value={search}
            onChange={setSearch}
            autoComplete="off"
          />
          <nav aria-label={words.topicsTitle} className="topics">
            <TopicLink to={null} now={topic} text={words.all} />
            {topics.map((one) => (
              <TopicLink key={one} to={one} now={topic} text={words.topics[one]} />
            ))}
          </nav>
          <p className="soft" role="status">
            {found.length > 0 ? words.count(found.length) : wanted === '' ? words.none : words.notFound}
          </p>
          {shown.map((one) => (
            <section key={one} aria-labelledby={`topic-${one}`}>
              <h2 id={`topic-${one}`}>{words.topics[one]}</h2>
              <ul className="rows">
                {found
                  .filter((guide) => guide.topic === one)
                  .map((guide) => (
                    <li key={guide.slug}>
                      <Link className="row plain" href={`/guides/${guide.slug}`}>
                        <span>
                          <b>{guide.title}</b>
                          <small>{guide.situation}</small>
                        </span>
                        <Icon name="next" />
                      </Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  )
}

function TopicLink({ to, now, text }: { to: Topic | null; now: string | null; text: string }) {
  return (
    <Link
      className={`chip ${to === now ? 'chosen' : ''}`}
      href={to === null ? '/guides' : `/guides?topic=${to}`}
      {...(to === now ? { 'aria-current': 'page' } : {})}
    >
      {text}
    </Link>
  )
}
