import { Button } from 'antd'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { deskAppointments } from '@fatong/contract/network/appointments.ts'
import { useLocation, useSearch } from 'wouter'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { dayText, daysAfter, today } from '../time/format.ts'
import { words } from '../words/words.ts'
import { Callbacks } from './callbacks.tsx'
import { OneVisit } from './one-visit.tsx'
import css from './team.module.css'

const w = words.team

/** Whom nobody receives, on whatever day, before all others; then who comes in the next days, and who came. */
export function AppointmentsSection() {
  const [, go] = useLocation()
  const day = new URLSearchParams(useSearch()).get('day') ?? today()
  const found = useQuery({
    queryKey: ['admin', 'appointments', day],
    queryFn: () => call(deskAppointments, { query: { day } }),
  })
  const to = (next: string) => go(`/team/appointments?day=${next}`, { replace: true })
  const unmet = found.data?.unmet ?? []
  const items = (found.data?.items ?? []).filter(({ id }) => !unmet.some((one) => one.id === id))
  const days = [...new Set(items.map((one) => one.day))]
  return (
    <>
      {unmet.length > 0 && (
        <section aria-labelledby="unmet" className={css.alone}>
          <h2 id="unmet">{w.unmetHead(unmet.length)}</h2>
          <p className="gap-below">{w.unmetLead}</p>
          <ul className={css.list}>
            {unmet.map((line) => (
              <li key={line.id} className="card padded">
                <OneVisit line={line} dated />
              </li>
            ))}
          </ul>
        </section>
      )}
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
      ) : found.data.items.length === 0 ? (
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
