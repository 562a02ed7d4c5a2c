import { Button, Input } from 'antd'
import { answerTicket } from '@fatong/contract/consultation/tickets.ts'
import { useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import { type AnswerDraft, draftOfAnswer, dropAnswer, keepAnswer } from './answer-draft.ts'
import { PickArticles } from './pick-articles.tsx'
import { type Question, useQuestionChange } from './question-change.ts'
import css from './questions.module.css'

const w = words.questions
const MOST = 10

/** The answer in plain words and the articles that it rests on. */
export function AnswerForm({ question: { id, version, title } }: { question: Question }) {
  const [draft, setDraft] = useState(() => draftOfAnswer(id))
  const [wrong, setWrong] = useState('')
  const key = useRef(crypto.randomUUID())
  const change = (next: AnswerDraft) => {
    setDraft(next)
    keepAnswer(id, next)
    key.current = crypto.randomUUID()
  }
  const send = useQuestionChange(
    () =>
      call(answerTicket, {
        params: { id },
        body: { version, text: draft.text.trim(), articles: draft.articles },
        key: key.current,
      }),
    w.sent,
    () => dropAnswer(id),
  )
  const submit = () => {
    setWrong(draft.text.trim() === '' ? w.textNeeded : '')
    if (draft.text.trim() !== '') send.mutate(undefined)
  }
  return (
    <section className="card padded stack" aria-labelledby="answer-title">
      <h2 id="answer-title">{w.answer}</h2>
      <label htmlFor="answer-text">{w.text}</label>
      <Input.TextArea
        id="answer-text"
        value={draft.text}
        maxLength={4000}
        rows={6}
        status={wrong === '' ? '' : 'error'}
        aria-describedby="answer-help"
        onChange={({ target }) => change({ ...draft, text: target.value })}
      />
      <p id="answer-help" className="soft">
        {w.textHelp}
      </p>
      {wrong !== '' && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <h3>{w.picked}</h3>
      {draft.articles.length === 0 ? (
        <p className="soft">{w.pickedNone}</p>
      ) : (
        <ul className={css.picked}>
          {draft.articles.map((one) => {
            const name = w.article(one.law, one.number)
            return (
              <li key={one.key}>
                <Button
                  size="small"
                  aria-label={w.remove(name)}
                  onClick={() =>
                    change({ ...draft, articles: draft.articles.filter(({ key: other }) => other !== one.key) })
                  }
                >
                  {name} ×
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {draft.articles.length >= MOST ? (
        <p className="soft">{w.most}</p>
      ) : (
        <PickArticles
          first={title}
          taken={draft.articles.map((one) => one.key)}
          onPick={(one) => change({ ...draft, articles: [...draft.articles, one] })}
        />
      )}
      <p>
        <Button type="primary" loading={send.isPending} onClick={submit}>
          {w.send}
        </Button>
      </p>
    </section>
  )
}
