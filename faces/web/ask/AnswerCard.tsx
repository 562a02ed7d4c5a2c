import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Answer, Message, Session } from '@fatong/contract/consultation/shapes.ts'
import { api } from '../api/citizen.ts'
import { Icon } from '../controls/Icon.tsx'
import { Say as Box } from '../controls/Say.tsx'
import { FlagWrong } from '../reading/FlagWrong.tsx'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { words } from '../words/ask.ts'
import { AfterAnswer } from './AfterAnswer.tsx'
import { ChangeDay } from './ChangeDay.tsx'
import { editionOf } from './cited-as.ts'
import { Emergencies } from './Emergencies.tsx'
import { NearestPoint } from './NearestPoint.tsx'
import { Folded, Opened, Sentence, Source } from './Sentence.tsx'
import { Simpler } from './Simpler.tsx'

type Say = (said: string, message: Message) => void
interface Props {
  answer: Answer
  turn: string | null
  question: string
  session: Session | undefined /** the newest of the talk: what concerns only that one is offered here */
  last: boolean
  rephrasable: boolean
  say: Say /** which matter was meant, where the answer is a guess: it stands before it */
  which?: ReactNode /** the one thing to ask next: it stands behind the short answer, not below all the rest */
  children?: ReactNode
}

/** The answer from what cannot wait to what can be done now; each sentence with what it rests on. */
export function AnswerCard({ answer, turn, question, session, last, rephrasable, say, which, children }: Props) {
  const { emergencies, short, steps, deadlines, traps, papers, quotes, likeCases, otherGuides, offers, notes, guide } =
    answer
  const opened = (article: string) => {
    if (session && turn !== null)
      void api.giveFeedback({
        params: { id: session.id, turn },
        headers: { 'X-Draft-Secret': session.secret },
        body: { openedArticle: article },
      })
  }
  return (
    <Opened.Provider value={opened}>
      <div className="stack answer-card">
        <Emergencies emergencies={emergencies} />
        {notes
          .filter(({ code }) => code !== 'guideToCheck')
          .map(({ code, says }) => (
            <p key={code} className="soft small">
              {says}
            </p>
          ))}
        {last && notes.some(({ code }) => code === 'lawOfThatDay' || code === 'presentLaw') && (
          <ChangeDay on={answer.on} say={say} />
        )}
        {which}
        {short.length > 0 && (
          <div className="card answer">
            <h2>{answer.kind === 'answer' ? words.short : words.topicless}</h2>
            {guide && <p className="soft small">{words.takenFor(guide.title)}</p>}
            {short.map((one) => (
              <Sentence key={one.text} said={one} />
            ))}
            {guide && (
              <p className="small">
                <Link href={`/guides/${guide.slug}`}>
                  {words.whole}：{guide.title}
                </Link>
              </p>
            )}
            <ReadAloud text={short.map(({ text }) => text).join('\n')} />
          </div>
        )}
        {notes
          .filter(({ code }) => code === 'guideToCheck')
          .map(({ code, says }) => (
            <Box key={code} tone="due">
              <p>{says}</p>
            </Box>
          ))}
        {children}
        {/* Without a source there is nothing to be said more simply. */}
        {last && rephrasable && session && (answer.kind === 'answer' || answer.kind === 'article') && (
          <Simpler session={session} />
        )}
        {steps.length > 0 && (
          <div className="stack-tight">
            <h3>{words.steps}</h3>
            <ol className="steps">
              {steps.map((one) => (
                <li key={one.text}>
                  <Sentence said={one} />
                </li>
              ))}
            </ol>
          </div>
        )}
        <Folded title={words.deadlines} said={deadlines} open />
        {papers.length > 0 && (
          <details>
            <summary>{words.papers}</summary>
            <ul className="dots">
              {papers.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        )}
        <Folded title={words.traps} said={traps} />
        {answer.where !== undefined && (
          <details>
            <summary>{words.where}</summary>
            <p>{answer.where}</p>
          </details>
        )}
        {answer.cost !== undefined && (
          <details>
            <summary>{words.cost}</summary>
            <p>{answer.cost}</p>
          </details>
        )}
        {quotes.length > 0 && (
          <details open={answer.kind === 'article'}>
            <summary>{words.quotes}</summary>
            {quotes.map((one) => (
              <blockquote key={one.source.key + one.passage.slice(0, 12)}>
                <p className="law-words">{one.passage}</p>
                <Source source={one.source} />
                {editionOf(one.source) !== '' && <p className="soft small">{editionOf(one.source)}</p>}
              </blockquote>
            ))}
          </details>
        )}
        {likeCases.length > 0 && (
          <details>
            <summary>{words.cases}</summary>
            {likeCases.map((one) => (
              <p key={one.id}>
                <Link href={`/cases/${one.id.replace(/^case:/, '')}`}>{one.title}</Link>
                <br />
                {one.passage}
              </p>
            ))}
          </details>
        )}
        {otherGuides.length > 0 && (
          <details>
            <summary>{words.others}</summary>
            <ul className="dots">
              {otherGuides.map((one) => (
                <li key={one.slug}>
                  <Link href={`/guides/${one.slug}`}>{one.title}</Link>
                </li>
              ))}
            </ul>
          </details>
        )}
        {offers.length > 0 && (
          <div className="offers no-print">
            <h3>{words.offers}</h3>
            {offers.map((one, i) => (
              <OfferLink
                key={one.calculator ?? one.offer}
                offered={one}
                first={i === 0}
                question={question}
                {...(last ? { say } : {})}
              />
            ))}
          </div>
        )}
        {last && offers.some(({ offer }) => offer === 'points') && <NearestPoint />}
        {answer.kind === 'answer' || answer.kind === 'article' ? (
          <AfterAnswer answer={answer} question={question} turn={turn} session={session} />
        ) : (
          turn !== null && <FlagWrong subjectKind="turn" subject={turn} />
        )}
      </div>
    </Opened.Provider>
  )
}

/** On the newest answer eligibility is asked within the talk, which knows the matter already; elsewhere the offers lead to their pages. */
function OfferLink({
  offered: { offer, says, calculator },
  first,
  question,
  say,
}: {
  offered: Answer['offers'][number]
  first: boolean
  question: string
  say?: Say
}) {
  const to = {
    eligibility: '/entitled',
    apply: '/apply',
    points: '/points',
    mediation: '/points?what=mediation',
    ticket: `/ask/person?q=${encodeURIComponent(question.slice(0, 500))}`,
    hotline12348: 'tel:12348',
    law: '/law',
    calculator: calculator && `/calculate/${calculator}`,
  }[offer]
  if (to === undefined) return null
  const look = `button block ${first ? '' : 'second'}`
  if (offer === 'eligibility' && say)
    return (
      <button type="button" className={look} onClick={() => say(says, { kind: 'checksEligibility' })}>
        {says}
      </button>
    )
  return to.startsWith('/') ? (
    <Link className={look} href={to}>
      {says}
    </Link>
  ) : (
    <a className={look} href={to}>
      <Icon name="phone" /> {says}
    </a>
  )
}
