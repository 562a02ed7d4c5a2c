import { Button, Input } from 'antd'
import { PhoneOutlined } from '@ant-design/icons'
import { type deskAppointments, settleAppointment } from '@fatong/contract/network/appointments.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { dayText } from '../time/format.ts'
import { SERVICES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { clock } from './clock.ts'
import { MoveVisit } from './move-visit.tsx'
import { VideoAddress, VideoDoor } from './video-door.tsx'
import css from './team.module.css'

const w = words.team
export type Line = ReplyOf<typeof deskAppointments>['items'][number]
const TONES = { booked: 'action', cancelled: 'pause', came: 'done', missed: 'due' } as const

/** One visit with what can be done about it. `dated`: it stands in no list of a day. */
export function OneVisit({ line, dated = false }: { line: Line; dated?: boolean }) {
  const { id, visitor, visitorPhone, day, from, to, placeId, placeName, service, state, note, reason, number } = line
  const { video, unmet } = line
  const [, go] = useLocation()
  const [doing, setDoing] = useState<'moving' | 'cancelling' | null>(null)
  const toggle = (what: NonNullable<typeof doing>) => setDoing(doing === what ? null : what)
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
          {dated && `${dayText(day)} `}
          {clock(from)}–{clock(to)}
        </b>
        <b>{visitor}</b>
        {unmet === null ? (
          <Mark tone={TONES[state]}>{w.states[state]}</Mark>
        ) : (
          <Mark tone="late">{w.unmet[unmet]}</Mark>
        )}
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
            {unmet !== null && (
              <Button aria-label={w.arrangeOf(visitor)} onClick={() => go(`/team/roster?week=${day}&place=${placeId}`)}>
                {w.arrange}
              </Button>
            )}
            <Button
              type={unmet === null ? 'default' : 'primary'}
              aria-label={w.settle(visitor, w.move)}
              onClick={() => toggle('moving')}
              aria-expanded={doing === 'moving'}
            >
              {w.move}
            </Button>
            <Button
              aria-label={w.settle(visitor, w.cancel)}
              onClick={() => toggle('cancelling')}
              aria-expanded={doing === 'cancelling'}
            >
              {w.cancel}
            </Button>
          </p>
          {doing === 'moving' && <MoveVisit line={line} onDone={() => setDoing(null)} />}
          {doing === 'cancelling' && (
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
