import { type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Topic } from '@fatong/contract/knowledge/shapes.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { useLoad } from '../loading/load.ts'
import { CopyButton } from '../reading/CopyButton.tsx'
import { FlagWrong } from '../reading/FlagWrong.tsx'
import { words } from '../words/guides.ts'
import { Offers } from './Offers.tsx'
import { Cited } from './Cited.tsx'
import './guides.css'

/** One guide: the answer first, then what to do. Prints without the frame. */
export default function GuidePage({ topic, name }: { topic: string; name: string }) {
  const [loaded, reload] = useLoad(() => api.guide({ params: { topic: topic as Topic, name } }), `${topic}/${name}`)
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
  const guide = loaded.value
  return (
    <article className="page stack-wide guide">
      <div>
        <p className="small no-print">
          <Link href={`/guides?topic=${guide.topic}`}>{words.topics[guide.topic]}</Link>
        </p>
        <Heading page={guide.title}>{guide.title}</Heading>
        <p className="soft">{guide.situation}</p>
      </div>
      {guide.emergency && (
        <Say tone="late">
          <p>
            <b>{words.emergency}</b>
          </p>
        </Say>
      )}
      {guide.toCheck !== undefined && (
        <Say tone="due">
          <p>{words.toCheck(guide.toCheck)}</p>
        </Say>
      )}
      <section className="card answer" aria-labelledby="answer">
        <h2 id="answer">{words.answer}</h2>
        {guide.answer.map((one) => (
          <p key={one.text}>
            {one.text}
            <Cited cites={one.cites} articles={guide.articles} />
          </p>
        ))}
      </section>
      <Part title={words.steps} id="steps">
        <ol className="steps">
          {guide.steps.map((one) => (
            <li key={one.text}>
              <span>
                {one.text}
                <Cited cites={one.cites} articles={guide.articles} />
              </span>
            </li>
          ))}
        </ol>
      </Part>
      {guide.deadlines.length > 0 && (
        <Part title={words.deadlines} id="deadlines">
          <ul className="points-list due">
            {guide.deadlines.map((one) => (
              <li key={one.text}>
                <Icon name="clock" />
                <span>
                  {one.text}
                  <Cited cites={one.cites} articles={guide.articles} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {guide.papers.length > 0 && (
        <Part title={words.papers} id="papers">
          <ul className="points-list">
            {guide.papers.map((one) => (
              <li key={one}>
                <Icon name="file" />
                <span>{one}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.where} id="where">
        <p>{guide.where}</p>
      </Part>
      <Part title={words.cost} id="cost">
        <p>{guide.cost}</p>
      </Part>
      {guide.traps.length > 0 && (
        <Part title={words.traps} id="traps">
          <ul className="points-list">
            {guide.traps.map((one) => (
              <li key={one.text}>
                <Icon name="info" />
                <span>
                  {one.text}
                  <Cited cites={one.cites} articles={guide.articles} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Offers offers={guide.offers} calculators={guide.calculators ?? []} />
      {guide.articles.length > 0 && (
        <Part title={words.articles} id="articles">
          <ul className="articles">
            {guide.articles.map((one) => (
              <li key={one.key}>
                {one.articleId === null ? one.label : <Link href={`/law/articles/${one.articleId}`}>{one.label}</Link>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p className="soft small">{words.reviewed(guide.reviewed)}</p>
      <div className="buttons no-print">
        <button type="button" className="button second small-button" onClick={() => window.print()}>
          <Icon name="print" /> {words.print}
        </button>
        <CopyButton label={words.share} text={() => location.href} done={words.shared} />
      </div>
      <FlagWrong subjectKind="guide" subject={guide.slug} />
      {guide.near.length > 0 && (
        <nav className="no-print" aria-labelledby="near">
          <h2 id="near">{words.near}</h2>
          <ul className="rows">
            {guide.near.map((one) => (
              <li key={one.slug}>
                <Link className="row plain" href={`/guides/${one.slug}`}>
                  <span>
                    <b>{one.title}</b>
                  </span>
                  <Icon name="next" />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </article>
  )
}

function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="stack-tight">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
