import { Button, Input, Segmented } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { handovers, HANDOVER_KINDS, stepHandover, type HandoverView } from '@fatong/contract/network/handover.ts'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { VideoDoor } from './video-door.tsx'
import { SendHandover } from './send-handover.tsx'
import css from './team.module.css'

const w = words.team
const SHOWS = ['in', 'out', 'done'] as const
type Show = (typeof SHOWS)[number]
type Doing = 'finish' | 'return'
const TONES = { sent: 'due', taken: 'action', done: 'done', returned: 'pause' } as const

/** What was handed to this place and from it. */
export function HandoversSection() {
  const [, go] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('show')
  const show: Show = SHOWS.find((one) => one === asked) ?? 'in'
  const [sending, setSending] = useState(false)
  const found = useQuery({ queryKey: ['admin', 'handovers', show], queryFn: () => call(handovers, { query: { show } }) })
  const { data } = found
  if (isProblem(found.error, 'forbidden')) return <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
  return (
    <>
      <p className="soft gap-below">{w.handoversLead}</p>
      <div className={css.bar}>
        <Segmented aria-label={w.show} value={show} options={SHOWS.map((value) => ({ value, label: value === 'in' && data ? `${w.shows[value] ?? ''} ${data.counts.in}` : w.shows[value] }))} onChange={(value) => go(`/team/handovers?show=${value}`, { replace: true })} />
        {data && data.own.length > 0 && <Button type="primary" className={css.push} icon={<PlusOutlined />} onClick={() => setSending(true)}>{w.send}</Button>}
      </div>
      {found.error && !data ? <LoadFailed error={found.error} onRetry={() => void found.refetch()} /> : !data ? <Loading /> : data.items.length === 0 ? <Nothing title={w.noHandovers[show] ?? ''} help={w.noHandoversHelp} /> : (
        <ul className={css.list}>{data.items.map((one) => <li key={one.id} className="card padded"><OneHandover one={one} /></li>)}</ul>
      )}
      {sending && data && <SendHandover own={data.own} targets={data.targets} ownRooms={data.ownRooms} onClose={() => setSending(false)} />}
    </>
  )
}

function OneHandover({ one }: { one: HandoverView }) {
  const { id, title, text, kind, state, fromName, toName, dueAt, late, escalatedTo, video, meetAt, phone, steps, may, version } = one
  const [doing, setDoing] = useState<Doing | null>(null)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({ run: (step: 'take' | Doing) => call(stepHandover, { params: { id, step }, body: { note: note.trim(), version } }), refresh: 'handovers', says: '', onDone: () => setDoing(null) })
  const submit = () => {
    if (doing === null) return
    const says = note.trim() === '' ? (w.noteNeeded[doing] ?? '') : ''
    setWrong(says)
    if (says === '') save.mutate(doing)
  }
  return (
    <>
      <h2 className="row">{title} <Mark tone={TONES[state]}>{w.handoverStates[state]}</Mark>{late && <Mark tone="late">{w.late}</Mark>}</h2>
      <p className={css.facts}><span>{HANDOVER_KINDS[kind]}</span><span>{w.fromTo(fromName, toName)}</span>{state === 'sent' && <span>{w.due(momentText(dueAt))}</span>}{escalatedTo !== null && <span>{w.escalated(escalatedTo)}</span>}</p>
      <p className={css.text}>{text}</p>
      {meetAt !== null && <p>{w.meetAt(momentText(meetAt))}</p>}
      {video !== null && <VideoDoor video={video} phone={phone} />}
      <ol className={css.history}>{steps.map((step) => <li key={`${step.at} ${step.what}`}>{momentText(step.at)} {step.by} {w.steps[step.what]}{step.note !== '' && `：${step.note}`}</li>)}</ol>
      {may.length > 0 && (
        <p className={css.acts}>
          {may.includes('take') && <Button type="primary" loading={save.isPending} onClick={() => save.mutate('take')}>{w.take}</Button>}
          {may.includes('finish') && <Button type="primary" onClick={() => setDoing('finish')}>{w.finish}</Button>}
          {may.includes('return') && <Button onClick={() => setDoing('return')}>{w.return}</Button>}
        </p>
      )}
      {doing !== null && (
        <form className="stack gap-above" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
          <label htmlFor={`note-${id}`}>{doing === 'finish' ? w.finishNote : w.returnNote}</label><Input.TextArea id={`note-${id}`} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
          {wrong !== '' && <p className="wrong" role="alert">{wrong}</p>}
          <p><Button type="primary" htmlType="submit" loading={save.isPending}>{w[doing]}</Button></p>
        </form>
      )}
    </>
  )
}
