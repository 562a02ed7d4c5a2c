import { Button, Input } from 'antd'
import { deskTicket, releaseTicket, takeTicket } from '@fatong/contract/consultation/tickets.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { useMe } from '../session/session-gate.tsx'
import { ANSWERS, holds } from '../shell/places.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { AnswerForm } from './answer-form.tsx'
import { MakeGuide } from './make-guide.tsx'
import { type Question, useQuestionChange } from './question-change.ts'
import css from './questions.module.css'
import { Standing } from './standing.tsx'

const w = words.questions

/** One question: what was asked and answered, and what can be done now. */
export default function QuestionPage() {
  const { id = '' } = useParams<{ id: string }>()
  const found = useQuery({ queryKey: ['questions', 'one', id], queryFn: () => call(deskTicket, { params: { id } }) })
  useTitle(found.data ? w.one(found.data.number) : w.title)
  return (
    <div className="page">
      <p>
        {holds(useMe(), ANSWERS) ? (
          <Link href="/questions">{w.back}</Link>
        ) : (
          <Link href="/quality/flags">{words.quality.title}</Link>
        )}
      </p>
      {isProblem(found.error, 'forbidden', 'notFound') ? (
        <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
      ) : found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : (
        <Whole question={found.data} />
      )}
    </div>
  )
}

function Whole({ question }: { question: Question }) {
  const { id, number, thread, events, mayTake, mayAnswer, mine, state, version } = question
  return (
    <>
      <div className="page-head">
        <h1>{w.one(number)}</h1>
      </div>
      <p className="gap-below">
        <Standing line={question} />
      </p>
      <div className={css.columns}>
        <section aria-label={w.thread}>
          {thread.map(({ by, name, at, text, articles }) => (
            <div key={`${by} ${at}`} className={`${css.message} ${css[by]}`}>
              <p className="soft">
                {by === 'desk' ? name : w[by]}　{momentText(at)}
              </p>
              <p>{text}</p>
              {articles.length > 0 && (
                <ul className={css.rests}>
                  {articles.map((one) => (
                    <li key={one.key}>
                      {one.id === undefined ? (
                        w.article(one.law, one.number)
                      ) : (
                        <a href={`/law/articles/${one.id}`} target="_blank" rel="noopener">
                          {w.article(one.law, one.number)}
                        </a>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ))}
          <h2 className="gap-above">{w.events}</h2>
          <ul className={css.events}>
            {events.map(({ type, actorName, at, note }) => (
              <li key={`${type} ${at}`}>
                {momentText(at)}　{w.eventNames[type]}　
                <span className="soft">
                  {actorName}
                  {note === '' ? '' : `：${note}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <div className="stack">
          {mayTake && <Take id={id} />}
          {mayAnswer && <AnswerForm key={`${id} ${version}`} question={question} />}
          {state === 'taken' && mine && <Release id={id} />}
          {state === 'answered' && mine && <MakeGuide id={id} />}
        </div>
      </div>
    </>
  )
}

function Take({ id }: { id: string }) {
  const take = useQuestionChange(() => call(takeTicket, { params: { id } }), w.taken)
  return (
    <div className="card padded stack">
      <p className="soft">{w.takeHelp}</p>
      <p>
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate(undefined)}>
          {w.take}
        </Button>
      </p>
    </div>
  )
}

function Release({ id }: { id: string }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const release = useQuestionChange(
    () => call(releaseTicket, { params: { id }, body: { reason: reason.trim() } }),
    w.released,
  )
  if (!open)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{w.release}</Button>
      </p>
    )
  return (
    <form
      className="card padded stack"
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(reason.trim() === '')
        if (reason.trim() !== '') release.mutate(undefined)
      }}
    >
      <label htmlFor="release-reason">
        {w.reason}
        <Input
          id="release-reason"
          value={reason}
          maxLength={200}
          status={wrong ? 'error' : ''}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      {wrong && (
        <p className="wrong" role="alert">
          {w.reasonNeeded}
        </p>
      )}
      <p>
        <Button htmlType="submit" loading={release.isPending}>
          {w.confirmRelease}
        </Button>
      </p>
    </form>
  )
}
