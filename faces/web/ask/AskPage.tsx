import { lazy, Suspense, useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Message, Suggestion } from '@fatong/contract/consultation/shapes.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Tick } from '../controls/Tick.tsx'
import { Wait } from '../controls/Wait.tsx'
import { words } from '../words/ask.ts'
import { AidSaid } from './AidSaid.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { Asking } from './Asking.tsx'
import { MOST, questionOf, useTalk } from './talk.ts'
import { words as goingOn } from '../words/continue.ts'
import { HandOver } from './HandOver.tsx'
import { whereTo } from '../suggest/where.ts'
import './ask.css'

const Suggestions = lazy(() => import('../suggest/Suggestions.tsx'))

/** A consultation: ask, read, answer one question at a time, ask on. */
export default function AskPage() {
  const { turns, waiting, say, restart, session, learns, setLearns } = useTalk()
  const [, move] = useLocation()
  const [movedOn, setMovedOn] = useState(false)
  const moved = useCallback(() => {
    restart()
    setMovedOn(true)
  }, [restart])
  const asked = new URLSearchParams(useSearch()).get('q')
  const [text, setText] = useState('')
  const [cut, setCut] = useState(false)
  const begun = useRef<string | null>(null)
  const last = useRef<HTMLElement>(null)
  // What the address asks is asked whatever was talked of before: it may be an emergency. Once answered it leaves the address,
  // so that a reload does not ask it again; until then a reload loses nothing.
  useEffect(() => {
    if (!asked) begun.current = null
    if (!asked || waiting || begun.current === asked) return
    begun.current = asked
    const short = asked.slice(0, MOST)
    void say(short, { kind: 'says', text: short }).then((ok) => {
      if (ok) move('/ask', { replace: true })
    })
  }, [asked, waiting, say, move])
  useEffect(() => {
    if (turns.length > 0 && !waiting) last.current?.scrollIntoView({ block: 'start' })
  }, [turns.length, waiting])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const typed = text.trim()
    if (typed === '' || waiting) return
    setCut(typed.length > MOST)
    const short = typed.slice(0, MOST)
    void say(short, { kind: 'says', text: short }).then((ok) => {
      if (ok) setText('')
    })
  }
  const choose = (one: Suggestion) => {
    if (one.kind !== 'question') return move(whereTo(one))
    setText('')
    void say(one.text, { kind: 'says', text: one.text })
  }
  const ask = (said: string, message: Message) => void say(said, message)
  /** What the newest turn asks back. */
  const asking = (i: number) => {
    const one = turns[i]?.reply?.asking
    return i === turns.length - 1 && one && !waiting ? <Asking asking={one} say={ask} /> : null
  }
  return (
    <div className="page stack-wide ask">
      <div>
        <Heading page={words.page}>{words.title}</Heading>
        <p className="soft">{words.lead}</p>
      </div>
      {movedOn && turns.length === 0 && (
        <Say tone="done" live>
          <p>{goingOn.moved}</p>
        </Say>
      )}
      {turns.map((turn, i) => (
        <section
          key={i}
          className="stack"
          ref={i === turns.length - 1 ? last : undefined}
          aria-label={turn.said.slice(0, 40)}
        >
          <p className="asked">
            <span className="soft small">{words.you}</span>
            {turn.said}
          </p>
          {turn.reply?.says.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {turn.reply?.aid && <AidSaid aid={turn.reply.aid} settled={turn.reply.asking === undefined} />}
          {turn.reply?.answer && (
            <AnswerCard
              answer={turn.reply.answer}
              turn={turn.turn ?? null}
              question={questionOf(turn)}
              session={session.current}
              last={i === turns.length - 1}
              say={ask}
              rephrasable={turn.rephrasable === true}
              which={turn.reply.asking?.about === 'which' ? asking(i) : null}
            >
              {turn.reply.asking?.about === 'which' ? null : asking(i)}
            </AnswerCard>
          )}
          {turn.failure && (
            <Failed
              failure={turn.failure}
              again={() => ask(turn.said, turn.message ?? { kind: 'says', text: turn.said })}
            />
          )}
          {turn.reply?.answer === undefined && asking(i)}
        </section>
      ))}
      {waiting && <Wait says={words.sending} />}
      <form onSubmit={send} className="ask-box no-print" role="search">
        {cut && (
          <Say tone="info">
            <p>{words.cut}</p>
          </Say>
        )}
        <TextField
          id="question"
          label={turns.length === 0 ? words.box : words.again}
          hint={words.hint}
          value={text}
          onChange={setText}
          multiline
          autoComplete="off"
        />
        <Suspense fallback={null}>
          <Suggestions fieldId="question" onChoose={choose} />
        </Suspense>
        <button type="submit" className="button block" disabled={waiting}>
          {words.go}
        </button>
        {turns.length === 0 && (
          <Tick id="learns" ticked={learns} onChange={setLearns}>
            {words.learns}
          </Tick>
        )}
        {turns.length > 0 && (
          <button type="button" className="quiet" onClick={restart}>
            {words.newOne}
          </button>
        )}
      </form>
      {turns.length > 0 && session.current && !waiting && <HandOver session={session.current} onMoved={moved} />}
      {turns.length === 0 && !waiting && (
        <p>
          <Link className="quiet" href="/ask/continue">
            {goingOn.enter}
          </Link>
        </p>
      )}
    </div>
  )
}
