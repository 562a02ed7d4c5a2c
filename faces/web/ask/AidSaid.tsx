import { Link } from 'wouter'
import type { Reply } from '@fatong/contract/consultation/shapes.ts'
import { Say } from '../controls/Say.tsx'
import { Listed } from '../reading/Listed.tsx'
import { words } from '../words/entitled.ts'

/** What the rules on legal aid say so far; once nothing is left to ask also why, with the articles, and the way to apply. */
export function AidSaid({
  aid: { outcome, headline, text, reasons, articles = {} },
  settled,
}: {
  aid: NonNullable<Reply['aid']>
  settled: boolean
}) {
  const refused = outcome === 'notEntitled'
  return (
    <>
      <Say tone={outcome === 'entitled' ? 'done' : 'info'}>
        <p>
          <b>{headline}</b>
        </p>
        <p>{text}</p>
      </Say>
      {reasons.length > 0 && (
        <div className="card stack-tight">
          <h2>{words.whyTitle}</h2>
          <ul className="dots">
            {reasons.map(({ says, citations }) => (
              <li key={says}>
                {says}
                {citations.length > 0 && (
                  <small className="cited">
                    {words.articles}：
                    <Listed>
                      {[...new Set(citations)].map((cited) => {
                        const id = articles[cited]
                        return id === undefined ? (
                          <span key={cited}>{cited}</span>
                        ) : (
                          <Link key={cited} href={`/law/articles/${id}`}>
                            {cited}
                          </Link>
                        )
                      })}
                    </Listed>
                  </small>
                )}
              </li>
            ))}
          </ul>
          <p className="soft small">{words.notLaw}</p>
        </div>
      )}
      {settled && (
        <p>
          <Link className={`button block${refused ? ' second' : ''}`} href="/apply">
            {refused ? words.applyAnyway : words.apply}
          </Link>
        </p>
      )}
    </>
  )
}
