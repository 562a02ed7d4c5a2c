import { Button, Input, Segmented, Select } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import {
  FINISH_DAYS,
  handovers,
  HANDOVER_KINDS,
  stepHandover,
  type HandoverView,
} from '@fatong/contract/network/handover.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { LightChip } from '../clocks/light-chip.tsx'
import type { LightLook } from '../clocks/light.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { VideoDoor } from './video-door.tsx'
import { SendHandover } from './send-handover.tsx'
import css from './team.module.css'

const w = words.team
const SHOWS = ['in', 'out', 'below', 'done'] as const
type Show = (typeof SHOWS)[number]
type Doing = HandoverView['may'][number]
const TONES = { sent: 'due', taken: 'action', done: 'done', returned: 'pause' } as const

/** What was handed to this place and from it. */
export function HandoversSection() {
  const [, go] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('show')
  const show: Show = SHOWS.find((one) => one === asked) ?? 'in'
  const [sending, setSending] = useState(false)
  const found = useQuery({
    queryKey: ['admin', 'handovers', show],
    queryFn: () => call(handovers, { query: { show } }),
  })
  const { data } = found
  if (isProblem(found.error, 'forbidden'))
    return <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
  return (
    <>
      <p className="soft gap-below">{w.handoversLead}</p>
      <div className={css.bar}>
        <Segmented
          aria-label={w.show}
          value={show}
          options={SHOWS.map((value) => ({
            value,
            label:
              data && (value === 'in' || value === 'below')
                ? `${w.shows[value] ?? ''} ${data.counts[value]}`
                : w.shows[value],
          }))}
          onChange={(value) => go(`/team/handovers?show=${value}`, { replace: true })}
        />
        {data && (
          <Button type="primary" className={css.push} icon={<PlusOutlined />} onClick={() => setSending(true)}>
            {w.send}
          </Button>
        )}
      </div>
      {show === 'below' && (
        <p className="soft gap-below">
          {w.belowLead}
          {data && data.counts.belowLate > 0 && <b className="wrong"> {w.belowLate(data.counts.belowLate)}</b>}
        </p>
      )}
      {found.error && !data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <Nothing title={w.noHandovers[show] ?? ''} help={w.noHandoversHelp} />
      ) : (
        <ul className={css.list}>
          {data.items.map((one) => (
            <li key={one.id} className="card padded">
              <OneHandover one={one} />
            </li>
          ))}
        </ul>
      )}
      {sending && <SendHandover onClose={() => setSending(false)} />}
    </>
  )
}

/** Time left, the last day, past it: a word and an icon; the colour only repeats them. */
function lookOf({ what, light }: NonNullable<HandoverView['due']>): LightLook {
  return {
    tone: ({ green: 'done', amber: 'due', red: 'late' } as const)[light],
    word: light === 'red' ? w.late[what] : (w.handoverLights[light] ?? ''),
  }
}
function OneHandover({ one }: { one: HandoverView }) {
  const {
    id,
    title,
    text,
    kind,
    state,
    fromName,
    toName,
    due,
    escalatedTo,
    caseFile,
    caseClosed,
    video,
    meetAt,
    phone,
    steps,
    may,
    version,
  } = one
  const [doing, setDoing] = useState<Doing | null>(null)
  const [days, setDays] = useState(FINISH_DAYS[kind])
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({
    run: (step: Doing) =>
      call(stepHandover, {
        params: { id, step },
        body: { note: note.trim(), version, ...(step === 'take' ? { finishDays: days } : {}) },
      }),
    refresh: 'handovers',
    says: '',
    onDone: () => setDoing(null),
  })
  const submit = () => {
    if (doing === null) return
    const says = doing !== 'take' && note.trim() === '' ? (w.noteNeeded[doing] ?? '') : ''
    setWrong(says)
    if (says === '') save.mutate(doing)
  }
  return (
    <>
      <h2 className="row">
        {title} <Mark tone={TONES[state]}>{w.handoverStates[state]}</Mark>
        {due && <LightChip light={due.light} look={lookOf(due)} />}
      </h2>
      <p className={css.facts}>
        <span>{HANDOVER_KINDS[kind]}</span>
        <span>{w.fromTo(fromName, toName)}</span>
        {due && <span>{w.due[due.what](momentText(due.at))}</span>}
        {escalatedTo !== null && <span>{w.escalated(escalatedTo)}</span>}
        {caseFile && <Link href={`/cases/${caseFile.id}`}>{w.ofCase(caseFile.number)}</Link>}
      </p>
      <p className={css.text}>{text}</p>
      {caseClosed && <p className="soft">{w.closedCase}</p>}
      {meetAt !== null && <p>{w.meetAt(momentText(meetAt))}</p>}
      {video !== null && <VideoDoor video={video} phone={phone} />}
      <ol className={css.history}>
        {steps.map((step) => (
          <li key={`${step.at} ${step.what}`}>
            {momentText(step.at)} {step.by} {w.steps[step.what]}
            {step.note !== '' && `：${step.note}`}
          </li>
        ))}
      </ol>
      {may.length > 0 && (
        <p className={css.acts}>
          {may.includes('take') && (
            <Button type="primary" onClick={() => setDoing('take')}>
              {w.take}
            </Button>
          )}
          {may.includes('finish') && (
            <Button type="primary" onClick={() => setDoing('finish')}>
              {w.finish}
            </Button>
          )}
          {may.includes('return') && <Button onClick={() => setDoing('return')}>{w.return}</Button>}
        </p>
      )}
      {doing !== null && (
        <form
          className="stack gap-above"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          {doing === 'take' ? (
            <>
              <p className="row">
                <label htmlFor={`days-${id}`}>{w.finishIn}</label>
                <Select
                  id={`days-${id}`}
                  aria-label={w.finishIn}
                  className={css.select}
                  value={days}
                  options={w.finishChoices.map((n) => ({ value: n, label: w.workdays(n) }))}
                  onChange={setDays}
                />
              </p>
              <p className="soft">{w.officeTime}</p>
            </>
          ) : (
            <>
              <label htmlFor={`note-${id}`}>{doing === 'finish' ? w.finishNote : w.returnNote}</label>
              <Input.TextArea
                id={`note-${id}`}
                value={note}
                maxLength={500}
                onChange={({ target }) => setNote(target.value)}
              />
            </>
          )}
          {wrong !== '' && (
            <p className="wrong" role="alert">
              {wrong}
            </p>
          )}
          <p>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {w[doing]}
            </Button>
          </p>
        </form>
      )}
    </>
  )
}
