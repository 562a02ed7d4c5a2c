import { Button, Input } from 'antd'
import { LeftOutlined, PhoneOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { deskAppointments, settleAppointment } from '@fatong/contract/network/appointments.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { dayText, daysAfter, today } from '../time/format.ts'
import { SERVICES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { Callbacks } from './callbacks.tsx'
import { clock } from './clock.ts'
import { VideoAddress, VideoDoor } from './video-door.tsx'
import css from './team.module.css'

const w = words.team
type Line = ReplyOf<typeof deskAppointments>['items'][number]
const TONES = { booked: 'action', cancelled: 'pause', came: 'done', missed: 'due' } as const

/** Who comes in the next days, and who came. */
export function AppointmentsSection() {
  const [, go] = useLocation()
  const day = new URLSearchParams(useSearch()).get('day') ?? today()
  const found = useQuery({
    queryKey: ['admin', 'appointments', day],
    queryFn: () => call(deskAppointments, { query: { day } }),
  })
  const to = (next: string) => go(`/team/appointments?day=${next}`, { replace: true })
  const items = found.data?.items ?? []
  const days = [...new Set(items.map((one) => one.day))]
  return (
    <>
      <Callbacks />
      <p className="soft gap-below">{w.appointmentsLead}</p>
      <div className={css.bar}>
        <Button icon={<LeftOutlined />} aria-label={w.before} onClick={() => to(daysAfter(day, -7))} />
        <b role="status">{w.week(dayText(day), dayText(daysAfter(day, 6)))}</b>
        <Button icon={<RightOutlined />} aria-label={w.after} onClick={() => to(daysAfter(day, 7))} />
      </div>
      {isProblem(found.error, 'forbidden') ? (
        <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
      ) : found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : items.length === 0 ? (
        <Nothing title={w.none} help={w.noneHelp} />
      ) : (
        days.map((one) => (
          <section key={one}>
            <h2 className={css['day-name']}>{dayText(one)}</h2>
            <ul className={css.list}>
              {items
                .filter((line) => line.day === one)
                .map((line) => (
                  <li key={line.id} className="card padded">
                    <OneVisit line={line} />
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
    </>
  )
}

function OneVisit({
  line: { id, visitor, visitorPhone, from, to, placeName, service, state, note, reason, number, video },
}: {
  line: Line
}) {
  const [cancelling, setCancelling] = useState(false)
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({
    run: (next: 'came' | 'missed' | 'cancelled') =>
      call(settleAppointment, { params: { id }, body: { state: next, reason: why.trim() } }),
    refresh: 'appointments',
    says: w.settledDone,
  })
  return (
    <>
      <p className="row">
        <b className="num">
          {clock(from)}–{clock(to)}
        </b>
        <b>{visitor}</b>
        <Mark tone={TONES[state]}>{w.states[state]}</Mark>
      </p>
      <p className={css.facts}>
        <span>{placeName}</span>
        <span>{SERVICES[service].words}</span>
        <span className="num">{number}</span>
      </p>
      {note !== '' && (
        <p className={css.text}>
          {w.note}：{note}
        </p>
      )}
      {reason !== null && <p className="soft">{reason}</p>}
      {video !== null && <VideoDoor video={video} phone={null} />}
      {video !== null && (!video.own || video.typed) && <VideoAddress id={id} who={visitor} typed={video.typed} />}
      {state === 'booked' && (
        <>
          <p className={css.acts}>
            {visitorPhone !== null && (
              <Button href={`tel:${visitorPhone}`} icon={<PhoneOutlined />}>
                {w.call(visitorPhone)}
              </Button>
            )}
            <Button aria-label={w.settle(visitor, w.came)} loading={save.isPending} onClick={() => save.mutate('came')}>
              {w.came}
            </Button>
            <Button aria-label={w.settle(visitor, w.missed)} onClick={() => save.mutate('missed')}>
              {w.missed}
            </Button>
            <Button
              aria-label={w.settle(visitor, w.cancel)}
              onClick={() => setCancelling(!cancelling)}
              aria-expanded={cancelling}
            >
              {w.cancel}
            </Button>
          </p>
          {cancelling && (
            <form
              className="stack gap-above"
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                setWrong(why.trim() === '' ? w.cancelNeeded : '')
                if (why.trim() !== '') save.mutate('cancelled')
              }}
            >
              <label htmlFor={`why-${id}`}>{w.cancelReason}</label>
              <Input id={`why-${id}`} value={why} maxLength={200} onChange={({ target }) => setWhy(target.value)} />
              {wrong !== '' && (
                <p className="wrong" role="alert">
                  {wrong}
                </p>
              )}
              <p>
                <Button danger htmlType="submit" loading={save.isPending}>
                  {w.cancelDo}
                </Button>
              </p>
            </form>
          )}
        </>
      )}
    </>
  )
}
