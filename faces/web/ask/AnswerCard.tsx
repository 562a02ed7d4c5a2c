import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer, Said, SourceRef } from '@fatong/contract/consultation/shapes.ts'
import { api } from '../api/citizen.ts'
import { Icon } from '../controls/Icon.tsx'
import { Say } from '../controls/Say.tsx'
import { articleName } from '../law/article-name.ts'
import { ReadAloud } from '../reading/ReadAloud.tsx'
import { words } from '../words/ask.ts'

/** The answer from what cannot wait to what can be done now; each sentence with what it rests on. */
export function AnswerCard({ answer, turn, question }: { answer: Answer; turn: string | null; question: string }) {
  const [flagged, setFlagged] = useState(false)
  const { emergencies, short, steps, deadlines, traps, papers, quotes, likeCases, otherGuides, offers, notes, guide } = answer
  const flag = () => {
    if (turn === null) return
    void api.flagAnswer({ body: { subjectKind: 'turn', subject: turn, reason: 'wrong', note: '' } }).then((result) => { if (result.ok) setFlagged(true) })
  }
  return (
    <div className="stack answer-card">
      {emergencies.map(({ help, level }) => (
        <Say key={help.kind} tone={level === 'now' ? 'late' : 'due'} live={level === 'now'}>
          <p><b>{help.title}</b></p>
          <p className="calls">{help.calls.map(({ number, says }) => <a key={number} className="button small-button" href={`tel:${number}`}><Icon name="phone" /> {words.call(number)} <small>{says}</small></a>)}</p>
          {help.does.map((line) => <p key={line}>{line}</p>)}
        </Say>
      ))}
      {notes.map(({ code, says }) => <p key={code} className="soft small">{says}</p>)}
      {short.length > 0 && (
        <div className="card answer">
          <h2>{answer.kind === 'answer' ? words.short : words.topicless}</h2>
          {short.map((one) => <Sentence key={one.text} said={one} />)}
          {guide && <p className="small"><Link href={`/guides/${guide.slug}`}>{words.whole}：{guide.title}</Link></p>}
          <ReadAloud text={short.map(({ text }) => text).join('\n')} />
        </div>
      )}
      {steps.length > 0 && <div className="stack-tight"><h3>{words.steps}</h3><ol className="steps">{steps.map((one) => <li key={one.text}><Sentence said={one} /></li>)}</ol></div>}
      <Folded title={words.deadlines} said={deadlines} open />
      {papers.length > 0 && <details><summary>{words.papers}</summary><ul className="dots">{papers.map((one) => <li key={one}>{one}</li>)}</ul></details>}
      <Folded title={words.traps} said={traps} />
      {answer.where !== undefined && <details><summary>{words.where}</summary><p>{answer.where}</p></details>}
      {answer.cost !== undefined && <details><summary>{words.cost}</summary><p>{answer.cost}</p></details>}
      {quotes.length > 0 && (
        <details open={answer.kind === 'article'}>
          <summary>{words.quotes}</summary>
          {quotes.map((one) => <blockquote key={one.source.key + one.passage.slice(0, 12)}><p className="law-words">{one.passage}</p><Source source={one.source} /></blockquote>)}
        </details>
      )}
      {likeCases.length > 0 && <details><summary>{words.cases}</summary>{likeCases.map((one) => <p key={one.id}><Link href={`/cases/${one.id.replace(/^case:/, '')}`}>{one.title}</Link><br />{one.passage}</p>)}</details>}
      {otherGuides.length > 0 && <details><summary>{words.others}</summary><ul className="dots">{otherGuides.map((one) => <li key={one.slug}><Link href={`/guides/${one.slug}`}>{one.title}</Link></li>)}</ul></details>}
      {offers.length > 0 && <div className="offers"><h3>{words.offers}</h3>{offers.map(({ offer, says }, i) => <OfferLink key={offer} offer={offer} says={says} first={i === 0} question={question} />)}</div>}
      {turn !== null && answer.kind === 'answer' && (flagged ? <p role="status" className="soft small">{words.flagged}</p> : <button type="button" className="quiet" onClick={flag}>{words.flag}</button>)}
    </div>
  )
}

function Sentence({ said }: { said: Said }) {
  return <p>{said.text}{said.sources.some(({ kind }) => kind === 'article') && <small className="cited">{said.sources.map((one) => (one.kind === 'article' ? <Source key={one.key} source={one} /> : null))}</small>}</p>
}

function Folded({ title, said, open = false }: { title: string; said: readonly Said[]; open?: boolean }) {
  if (said.length === 0) return null
  return <details open={open}><summary>{title}</summary>{said.map((one) => <Sentence key={one.text} said={one} />)}</details>
}

/** The article; it opens where the library holds it. */
function Source({ source }: { source: Extract<SourceRef, { kind: 'article' }> }) {
  const label = articleName(source.law, source.number)
  return source.id === undefined ? <span>{label}</span> : <Link href={`/law/articles/${source.id}`}>{label}</Link>
}

function OfferLink({ offer, says, first, question }: { offer: Answer['offers'][number]['offer']; says: string; first: boolean; question: string }) {
  const to = { eligibility: '/entitled', apply: '/apply', points: '/points', mediation: '/points', ticket: `/ask/person?q=${encodeURIComponent(question.slice(0, 500))}`, hotline12348: 'tel:12348', calculator: undefined }[offer]
  if (to === undefined) return null
  const look = `button block ${first ? '' : 'second'}`
  return to.startsWith('/') ? <Link className={look} href={to}>{says}</Link> : <a className={look} href={to}><Icon name="phone" /> {says}</a>
}
