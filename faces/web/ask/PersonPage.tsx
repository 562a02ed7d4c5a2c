import { useRef, useState, type FormEvent } from 'react'
import { Link, useSearch } from 'wouter'
import type { Answer } from '@fatong/contract/consultation/answer.ts'
import type { Failure } from '../../ui/api/result.ts'
import { uuid } from '../../ui/uuid.ts'
import { api } from '../api/citizen.ts'
import { Failed } from '../controls/Failed.tsx'
import { Heading } from '../controls/Heading.tsx'
import { Say } from '../controls/Say.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Tick } from '../controls/Tick.tsx'
import { words } from '../words/ask.ts'
import { Calls, Emergencies } from './Emergencies.tsx'
import { keepQuestion, keptQuestion } from './kept-question.ts'
import { openQuestion, openTalk } from './talk.ts'
import './ask.css'

/** A question for the lawyer on duty: phone and code, because the answer has to reach somebody. */
export default function PersonPage() {
  const from = new URLSearchParams(useSearch()).get('q') ?? ''
  const [question, setQuestion] = useState(() => keptQuestion(from))
  const write = (text: string) => {
    setQuestion(text)
    keepQuestion({ from, text })
  }
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [learns, setLearns] = useState(false)
  const [talk] = useState(openTalk)
  const [brings, setBrings] = useState(true)
  const [coded, setCoded] = useState(false)
  const [wrong, setWrong] = useState('')
  const [wrongCode, setWrongCode] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sent, setSent] = useState<{ number: string; pledgeAt: number; emergencies: Answer['emergencies'] } | null>(
    null,
  )
  const key = useRef(uuid())
  const getCode = async () => {
    setFailure(null)
    const result = await api.requestCode({ body: { phone } })
    if (result.ok) setCoded(true)
    else setFailure(result.failure)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const lacksCode = phone.trim() !== '' && code.trim() === ''
    setWrong(question.trim() === '' ? words.needQuestion : '')
    setWrongCode(lacksCode ? words.needCode : '')
    if (question.trim() === '' || lacksCode) return
    setFailure(null)
    const result = await api.openTicket({
      body: {
        question: question.trim().slice(0, 2000),
        learns,
        ...(talk && brings ? { consultation: { id: talk.id, secret: talk.secret } } : {}),
        ...(phone.trim() === '' ? {} : { phone: phone.trim(), code: code.trim() }),
      },
      idempotencyKey: key.current,
    })
    if (result.ok) {
      keepQuestion(undefined)
      setSent(result.value)
    } else setFailure(result.failure)
  }
  if (sent) {
    const at = new Intl.DateTimeFormat('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(sent.pledgeAt)
    return (
      <div className="page stack-wide">
        <Heading page={words.sent}>{words.sent}</Heading>
        <Emergencies emergencies={sent.emergencies} />
        <Say tone="done">
          <p>
            <b>{words.number(sent.number)}</b>
          </p>
          <p>{words.pledge(at)}</p>
        </Say>
        <p>
          <Link className="button block" href="/me/questions">
            {words.toMine}
          </Link>
        </p>
      </div>
    )
  }
  return (
    <form className="page stack-wide" onSubmit={(event) => void send(event)} noValidate>
      <div>
        <Heading page={words.person}>{words.personTitle}</Heading>
        <p className="soft">{words.personLead}</p>
      </div>
      <Say tone="due">
        <p>{words.cannotWait}</p>
        <Calls calls={words.cannotWaitCalls} />
      </Say>
      <TextField
        id="question"
        label={words.question}
        value={question}
        onChange={write}
        multiline
        error={wrong || undefined}
      />
      {talk && (
        <Tick id="brings" ticked={brings} onChange={setBrings}>
          {words.brings((openQuestion() ?? '').slice(0, 40))}
        </Tick>
      )}
      <TextField
        id="phone"
        label={words.phone}
        value={phone}
        onChange={setPhone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        short
        hint={words.phoneHint}
      />
      <button type="button" className="button second" onClick={() => void getCode()}>
        {words.getCode}
      </button>
      {coded && (
        <p role="status" className="soft">
          {words.gotCode}
        </p>
      )}
      <TextField
        id="code"
        label={words.code}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        short
        error={wrongCode || undefined}
      />
      <Tick id="learns" ticked={learns} onChange={setLearns}>
        {words.learnsAnswer}
      </Tick>
      {failure?.code === 'signInNeeded' ? (
        <Say tone="due" live>
          <p>{words.needPhone}</p>
          <p>
            <Link href="/me">{words.toSignIn}</Link>
          </p>
          <p>{words.noPhone}</p>
          <Calls calls={words.noPhoneCalls} />
        </Say>
      ) : (
        failure && <Failed failure={failure} />
      )}
      <button type="submit" className="button block">
        {words.send}
      </button>
    </form>
  )
}
