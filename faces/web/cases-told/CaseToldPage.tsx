import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { articleName } from '../law/article-name.ts'
import { useLoad } from '../loading/load.ts'
import { CopyButton } from '../reading/CopyButton.tsx'
import { FlagWrong } from '../reading/FlagWrong.tsx'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { words } from '../words/cases-told.ts'
import { topicName } from './topic-name.ts'
import './cases-told.css'

/** One case: what happened and how it ended, the articles it names. Prints without the frame. */
export default function CaseToldPage({ id }: { id: string }) {
  const [loaded, reload] = useLoad(() => api.typicalCase({ params: { id } }), id)
  const [size, setSize] = useState(1.05)
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
        <Link href="/cases">{words.title}</Link>
      </div>
    )
  const { title, topic, result, body, articles } = loaded.value
  return (
    <article className="page stack-wide">
      <div>
        <p className="small no-print">
          <Link href={`/cases?topic=${encodeURIComponent(topic)}`}>{topicName(topic)}</Link>
        </p>
        <Heading page={title}>{title}</Heading>
        <div className="no-print">
          <ReadAloud text={`${title}。\n${body.replaceAll('## ', '')}`} />
        </div>
      </div>
      {result !== null && !body.includes(result) && (
        <section className="card stack-tight told-result" aria-labelledby="result">
          <h2 id="result">{words.result}</h2>
          <p>{result}</p>
        </section>
      )}
      <div className="told-body stack" style={{ fontSize: `${size}rem` }}>
        {body.split(/\n{2,}(?=## )|\n{3,}/).map((part, i) => (
          <Part key={i} text={part} />
        ))}
      </div>
      {articles.length > 0 && (
        <section aria-labelledby="articles" className="stack-tight">
          <h2 id="articles">{words.articles}</h2>
          <ul className="told-articles">
            {articles.map((one) => (
              <li key={one.id}>
                <Link href={`/law/articles/${one.id}`}>{articleName(one.law, one.number)}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Say tone="info">
        <p>{words.sameNot}</p>
        <Link className="button second small-button no-print" href="/ask">
          {words.ask}
        </Link>
      </Say>
      <div className="told-buttons no-print">
        <button type="button" className="button second small-button" onClick={() => window.print()}>
          <Icon name="print" /> {words.print}
        </button>
        <CopyButton label={words.share} text={() => location.href} done={words.copied} />
        <button type="button" className="button second small-button" onClick={() => setSize(Math.min(2, size + 0.2))}>
          {words.bigger}
        </button>
        <button type="button" className="button second small-button" onClick={() => setSize(Math.max(0.9, size - 0.2))}>
          {words.smaller}
        </button>
      </div>
      <FlagWrong subjectKind="case" subject={id} />
    </article>
  )
}

/** A part may begin with its heading, marked as the library keeps it: ## 基本案情. */
function Part({ text }: { text: string }) {
  const [, heading, rest = text] = /^##\s*(.+)\n([\s\S]*)$/.exec(text) ?? []
  const said = <p className="told-words">{rest.trim()}</p>
  return heading === undefined ? (
    said
  ) : (
    <section className="stack-tight">
      <h2>{heading}</h2>
      {said}
    </section>
  )
}
