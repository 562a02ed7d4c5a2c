import { Button, Select } from 'antd'
import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { places as placesRoute } from '@fatong/contract/desk/administration.ts'
import { roster, type Shift } from '@fatong/contract/network/roster.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { call } from '../api/call.ts'
import { useMe } from '../session/session-gate.tsx'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { dayText, daysAfter, today } from '../time/format.ts'
import { SERVICES } from '../vocabulary.ts'
import { words } from '../words/words.ts'
import { clock } from './clock.ts'
import { ChangeDay } from './change-day.tsx'
import { LineSheet } from './line-sheet.tsx'
import css from './team.module.css'

const w = words.team
type Week = ReplyOf<typeof roster>

/** A week of one's own places: who is where, what does not hold together, and what is open with nobody there. */
export function RosterSection() {
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const me = useMe()
  const week = search.get('week') ?? today()
  const placeId = search.get('place') ?? me.roles[0]?.placeId ?? ''
  const known = useQuery({ queryKey: ['places'], queryFn: () => call(placesRoute), staleTime: 60_000 })
  const found = useQuery({
    queryKey: ['admin', 'roster', week, placeId],
    queryFn: () => call(roster, { query: { week, ...(placeId === '' || placeId === 'all' ? {} : { placeId }) } }),
  })
  const [adding, setAdding] = useState<{ placeId: string; day?: string } | null>(null)
  const to = (next: string, place = placeId) => go(`/team/roster?week=${next}&place=${place}`, { replace: true })
  const monday = found.data?.monday ?? week
  const options = (known.data?.items ?? [])
    .filter(
      ({ kind, active }) =>
        active &&
        ['center', 'station', 'office', 'kiosk', 'mediation', 'procuratorate', 'detentionCenter', 'prison'].includes(
          kind,
        ),
    )
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <p className="soft gap-below">{w.rosterLead}</p>
      <div className={css.bar}>
        <Button icon={<LeftOutlined />} aria-label={w.before} onClick={() => to(daysAfter(monday, -7))} />
        <b role="status">{w.week(dayText(monday), dayText(daysAfter(monday, 6)))}</b>
        <Button icon={<RightOutlined />} aria-label={w.after} onClick={() => to(daysAfter(monday, 7))} />
        <Button onClick={() => to(today())}>{w.thisWeek}</Button>
        <Select
          className={css.select}
          aria-label={w.place}
          showSearch
          optionFilterProp="label"
          value={options.some(({ value }) => value === placeId) ? placeId : 'all'}
          options={[{ value: 'all', label: w.allPlaces }, ...options]}
          onChange={(value: string) => to(week, value)}
        />
        {found.data && found.data.editable.length > 0 && (
          <Button type="primary" className={css.push} icon={<PlusOutlined />} onClick={() => setAdding({ placeId })}>
            {w.addLine}
          </Button>
        )}
      </div>
      {found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : (
        <TheWeek week={found.data} onPutOn={setAdding} />
      )}
      {adding && found.data && (
        <LineSheet
          editable={found.data.editable}
          places={options}
          first={adding.placeId}
          on={adding.day}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}

function TheWeek({
  week: { monday, shifts, gaps, worked, editable },
  onPutOn,
}: {
  week: Week
  onPutOn: (on: { placeId: string; day: string }) => void
}) {
  const [changing, setChanging] = useState<Shift | null>(null)
  const wrong = shifts.filter(({ trouble }) => trouble.length > 0)
  if (shifts.length === 0) return <Nothing title={w.noRoster} help={w.noRosterHelp} />
  return (
    <>
      <div className={`${css.troubles} ${wrong.length + gaps.length === 0 ? css.calm : ''}`} role="status">
        {wrong.length + gaps.length === 0 ? (
          w.noTrouble
        ) : (
          <>
            {wrong.length > 0 && (
              <p>
                <b>{w.troubles(wrong.length)}</b>
              </p>
            )}
            {gaps.length > 0 && (
              <>
                <p>
                  <b>{w.gaps(gaps.length)}</b>
                </p>
                <ul>
                  {gaps.slice(0, 8).map((gap) => (
                    <li key={`${gap.placeId} ${gap.day} ${gap.from}`}>
                      {w.gap(gap.placeName, dayText(gap.day), clock(gap.from), clock(gap.to))}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
      {worked.map((one) => (
        <WorkedDay key={one.day} worked={one} editable={editable} onPutOn={onPutOn} />
      ))}
      <div className={css.week}>
        {w.days.map((name, at) => {
          const day = daysAfter(monday, at)
          return (
            <section key={name} className={css.day} data-today={day === today()}>
              <h2>
                {dayText(day)}
                {worked.some((one) => one.day === day) && (
                  <>
                    {' '}
                    <Mark tone="due">{w.makeUp}</Mark>
                  </>
                )}
              </h2>
              {shifts
                .filter((shift) => shift.day === day)
                .map((shift) => (
                  <OneShift
                    key={shift.lineId}
                    shift={shift}
                    editable={editable.includes(shift.placeId)}
                    onChange={() => setChanging(shift)}
                  />
                ))}
            </section>
          )
        })}
      </div>
      {changing && (
        <ChangeDay key={`${changing.lineId} ${changing.day}`} shift={changing} onClose={() => setChanging(null)} />
      )}
    </>
  )
}

/** A weekend day that is worked for a holiday: nobody's line falls on it by itself, so whoever is missing can be put on here. */
function WorkedDay({
  worked: { day, empty },
  editable,
  onPutOn,
}: {
  worked: Week['worked'][number]
  editable: readonly string[]
  onPutOn: (on: { placeId: string; day: string }) => void
}) {
  const [all, setAll] = useState(false)
  return (
    <div className={`${css.troubles} ${empty.length === 0 ? css.calm : ''}`}>
      <p>
        <b>{w.workedDay(dayText(day))}</b> {empty.length === 0 ? w.workedFull : w.workedEmpty(empty.length)}
      </p>
      {empty.length > 0 && (
        <ul>
          {(all ? empty : empty.slice(0, AT_ONCE)).map(({ placeId, placeName }) => (
            <li key={placeId}>
              {placeName.replace('公共法律服务', '')}{' '}
              {editable.includes(placeId) && (
                <Button
                  size="small"
                  aria-label={w.putOnAt(placeName, dayText(day))}
                  onClick={() => onPutOn({ placeId, day })}
                >
                  {w.putOn}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!all && empty.length > AT_ONCE && (
        <Button size="small" onClick={() => setAll(true)}>
          {w.workedMore(empty.length - AT_ONCE)}
        </Button>
      )}
    </div>
  )
}
const AT_ONCE = 8

function OneShift({ shift, editable, onChange }: { shift: Shift; editable: boolean; onChange: () => void }) {
  const { member, cover, away, from, to, placeName, kind, services, trouble, reason, day } = shift
  return (
    <div className={css.shift} data-trouble={trouble.length > 0} data-visit={kind === 'visit'}>
      <b className="num">
        {clock(from)}–{clock(to)}
      </b>
      {kind === 'visit' && (
        <>
          {' '}
          <Mark tone="done">{w.kinds[kind]}</Mark>
        </>
      )}
      <p>
        <span className={away ? css.gone : undefined}>{member}</span>
        {cover !== null && <> {w.covered(cover)}</>}
        {away && cover === null && <> {w.away}</>}
      </p>
      <p className="soft">{placeName.replace('公共法律服务', '')}</p>
      <p className="soft">{services.map((one) => SERVICES[one].words).join('、')}</p>
      {reason !== '' && <p className="soft">{reason}</p>}
      {trouble.map((one) => (
        <Mark key={one} tone="late">
          {w.trouble[one]}
        </Mark>
      ))}
      {editable && (
        <p className={css.acts}>
          <Button size="small" aria-label={w.changeOf(member, dayText(day))} onClick={onChange}>
            {w.change}
          </Button>
        </p>
      )}
    </div>
  )
}
