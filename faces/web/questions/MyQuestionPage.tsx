import { Link } from 'wouter'
import { api } from '../api/citizen.ts'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { Wait } from '../controls/Wait.tsx'
import { articleName } from '../law/article-name.ts'
import { useLoad } from '../loading/load.ts'
import { FlagWrong } from '../reading/FlagWrong.tsx'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { words } from '../words/questions.ts'
import { AskAgain } from './AskAgain.tsx'
import { NotRead } from './NotRead.tsx'
import { Rate } from './Rate.tsx'
import './questions.css'
import { whenText } from './when.ts'

/** One question with its answers; then what helps: say how it was, or ask again. */
export default function MyQuestionPage({ id }: { id: string }) {
  const [loaded, reload] = useLoad(() => api.myTicket({ params: { id } }), id)
  if (loaded.state === 'loading')
    return (
      <div className="page">
        <Wait />
      </div>
    )
  if (loaded.state === 'failed') return <NotRead failure={loaded.failure} reload={reload} />
  const { title, number, state, pledgeAt, thread, rating } = loaded.value
  const waiting = state === 'open' || state === 'taken'
  return (
    <div className="page stack-wide">
      <div>
        <p className="small">
          <Link href="/me/questions">{words.back}</Link>
        </p>
        <Heading page={words.page}>{title}</Heading>
        <p className="soft">
          {number} · {words.states[state]}
        </p>
      </div>
      {waiting && (
        <Say tone={pledgeAt < Date.now() ? 'due' : 'info'}>
          <p>{pledgeAt < Date.now() ? words.late : words.by(whenText(pledgeAt))}</p>
        </Say>
      )}
      {thread.map(({ by, name, at, text, articles }) =>
        by === 'talk' ? (
          <details key={`${by} ${at}`} className="card">
            <summary>{words.talk}</summary>
            <p className="as-written">{text}</p>
          </details>
        ) : (
          <section key={`${by} ${at}`} className={`card stack-tight${by === 'desk' ? ' answer' : ''}`}>
            <h2>{by === 'desk' ? words.lawyer(name) : words.you}</h2>
            <p className="soft small">{whenText(at)}</p>
            <p className="as-written">{text}</p>
            {articles.length > 0 && (
              <div className="small">
                <b>{words.rests}</b>
                <ul className="dots">
                  {articles.map((one) => (
                    <li key={one.key}>
                      {one.id === undefined ? (
                        articleName(one.law, one.number)
                      ) : (
                        <Link href={`/law/articles/${one.id}`}>{articleName(one.law, one.number)}</Link>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {by === 'desk' && <ReadAloud text={text} />}
          </section>
        ),
      )}
      {state === 'answered' && (
        <>
          <Rate id={id} rating={rating} />
          <AskAgain id={id} onAsked={() => void reload()} />
        </>
      )}
      {thread.some(({ by }) => by === 'desk') && <FlagWrong subjectKind="ticket" subject={id} />}
    </div>
  )
}
