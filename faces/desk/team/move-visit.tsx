import { Button, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { appointmentTimes, moveAppointment } from '@fatong/contract/network/appointments.ts'
import { useState } from 'react'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import type { Line } from './one-visit.tsx'
import css from './team.module.css'

const w = words.team

/** Another time for a visitor, at the same place or one above it; they are told of it in writing. */
export function MoveVisit({ line: { id, placeId }, onDone }: { line: Line; onDone: () => void }) {
  const [wished, setWished] = useState(placeId)
  const [day, setDay] = useState('')
  const [from, setFrom] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const times = useQuery({
    queryKey: ['admin', 'appointments', 'times', id, wished],
    queryFn: () => call(appointmentTimes, { params: { id }, query: { placeId: wished } }),
  })
  // Where nobody is received any more the server answers with the times of another place.
  const place = times.data?.placeId ?? wished
  const places = times.data?.places ?? []
  const save = useSave({
    run: (at: { day: string; from: number }) =>
      call(moveAppointment, { params: { id }, body: { placeId: place, ...at, reason: reason.trim() } }),
    refresh: 'appointments',
    says: w.moved,
    onDone,
    onError: (error) => {
      if (error instanceof ProblemError) setWrong(Object.values(error.fields)[0] ?? error.message)
      // Somebody else may have taken the time meanwhile.
      void times.refetch()
    },
  })
  if (times.error && !times.data) return <LoadFailed error={times.error} onRetry={() => void times.refetch()} />
  const days = times.data?.days ?? []
  const slots = days.find((one) => one.day === day)?.slots ?? []
  const chosen = slots.find((one) => one.from === from)
  const submit = () => {
    setWrong(chosen ? '' : w.moveNeeded)
    if (chosen) save.mutate({ day, from: chosen.from })
  }
  return (
    <form
      className="stack gap-above"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div>
        <label htmlFor={`where-${id}`}>{w.moveWhere}</label>
        <Select
          id={`where-${id}`}
          aria-label={w.moveWhere}
          className="full"
          value={places.some(({ id: one }) => one === place) ? place : undefined}
          options={places.map(({ id: value, name: label }) => ({ value, label }))}
          onChange={(next) => {
            setWished(next)
            setDay('')
            setFrom(null)
            setWrong('')
          }}
        />
      </div>
      {!times.data ? (
        <Loading />
      ) : days.length === 0 ? (
        <p role="status">{w.moveNone}</p>
      ) : (
        <>
          <div className={css.line}>
            <div>
              <label htmlFor={`day-${id}`}>{w.moveDay}</label>
              <Select
                id={`day-${id}`}
                aria-label={w.moveDay}
                className="full"
                value={day === '' ? undefined : day}
                options={days.map(({ day: value, dayText: label }) => ({ value, label }))}
                onChange={(next: string) => {
                  setDay(next)
                  setFrom(null)
                  setWrong('')
                }}
              />
            </div>
            <div>
              <label htmlFor={`time-${id}`}>{w.moveTime}</label>
              <Select
                id={`time-${id}`}
                aria-label={w.moveTime}
                className="full"
                disabled={day === ''}
                value={from ?? undefined}
                options={slots.map(({ from: value, text, left }) => ({ value, label: w.moveLeft(text, left) }))}
                onChange={(next: number) => {
                  setFrom(next)
                  setWrong('')
                }}
              />
            </div>
          </div>
          <div>
            <label htmlFor={`move-why-${id}`}>{w.moveReason}</label>
            <Input
              id={`move-why-${id}`}
              value={reason}
              maxLength={200}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
          {wrong !== '' && (
            <p className="wrong" role="alert">
              {wrong}
            </p>
          )}
          <p>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {w.moveDo}
            </Button>
          </p>
        </>
      )}
    </form>
  )
}
