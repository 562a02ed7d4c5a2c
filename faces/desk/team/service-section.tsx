import { Button, Input, Select } from 'antd'
import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  exportServices,
  HELPED,
  SERVICE_RESULTS,
  SERVICE_WORK,
  serviceLog,
  type ServiceView,
} from '@fatong/contract/network/service-log.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { PlainTable } from '../admin/plain-table.tsx'
import { addressOf, call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { dayText, today } from '../time/format.ts'
import { words } from '../words/words.ts'
import { ServiceImport } from './service-import.tsx'
import { ServiceSheet } from './service-sheet.tsx'
import { StrikeSheet } from './strike-sheet.tsx'
import css from './team.module.css'

const w = words.service
type Reply = ReplyOf<typeof serviceLog>
const hoursText = (minutes: number): string =>
  minutes < 60 ? w.minutes(minutes) : w.hours(Math.round(minutes / 6) / 10)

/** What volunteers, mediators, advisers and 法律明白人 did in a month, and what is missing. */
export function ServiceSection() {
  const [month, setMonth] = useState(today().slice(0, 7))
  const [memberId, setMemberId] = useState('')
  const [sheet, setSheet] = useState<'add' | 'import' | null>(null)
  const [striking, setStriking] = useState<ServiceView | null>(null)
  const found = useQuery({
    queryKey: ['admin', 'service', month, memberId],
    queryFn: () => call(serviceLog, { query: { month, ...(memberId === '' ? {} : { memberId }) } }),
    placeholderData: keepPreviousData,
  })
  const reply = found.data
  return (
    <>
      <p className="soft gap-below">{w.lead}</p>
      <div className={css.bar}>
        <label htmlFor="service-month">{words.team.month}</label>
        <Input
          id="service-month"
          className={css.short}
          type="month"
          value={month}
          max={today().slice(0, 7)}
          onChange={({ target }) => {
            if (target.value !== '') setMonth(target.value)
          }}
        />
        {reply && reply.people.length > 1 && (
          <Select
            className={css.select}
            aria-label={w.whose}
            showSearch
            optionFilterProp="label"
            value={memberId}
            options={[
              { value: '', label: w.everybody },
              ...reply.people.map(({ id, name, placeName }) => ({ value: id, label: `${name} ${placeName}` })),
            ]}
            onChange={setMemberId}
          />
        )}
        <Button className={css.push} icon={<UploadOutlined />} onClick={() => setSheet('import')}>
          {w.import}
        </Button>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} icon={<DownloadOutlined />} href={addressOf(exportServices.path, { format }, { month })}>
            {w.export(format)}
          </Button>
        ))}
        <Button
          type="primary"
          icon={<PlusOutlined />}
          disabled={!reply || reply.people.length === 0}
          onClick={() => setSheet('add')}
        >
          {w.add}
        </Button>
      </div>
      {found.error && !reply ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !reply ? (
        <Loading />
      ) : reply.people.length === 0 ? (
        <Nothing title={w.notKept} help={w.notKeptHelp} />
      ) : (
        <>
          <Figures reply={reply} />
          <Entries items={reply.items} onStrike={setStriking} />
        </>
      )}
      {sheet === 'add' && reply && (
        <ServiceSheet people={reply.people} places={reply.places} chosen={memberId} onClose={() => setSheet(null)} />
      )}
      {sheet === 'import' && <ServiceImport onClose={() => setSheet(null)} />}
      {striking && <StrikeSheet key={striking.id} entry={striking} onClose={() => setStriking(null)} />}
    </>
  )
}

function Figures({ reply: { figures, running, duty } }: { reply: Reply }) {
  const [all, setAll] = useState(false)
  const told = figures.filter(({ times, gaps }) => times > 0 || gaps.length > 0)
  const gaps = figures.filter((one) => one.gaps.length > 0).length
  const shown = all ? told : told.slice(0, 20)
  return (
    <div>
      <p role="status" className={`${css.troubles} ${gaps === 0 ? css.calm : ''}`}>
        {running ? w.running(duty) : gaps === 0 ? w.noGaps : w.gaps(gaps, duty)}
      </p>
      {shown.length > 0 && (
        <PlainTable
          label={w.figures}
          head={w.figureColumns}
          rows={shown.map((one) => ({
            key: one.memberId,
            cells: [
              <>
                <b>{one.member}</b>
                <br />
                <span className="soft">
                  {one.kindText} · {one.placeName}
                </span>
              </>,
              <span key="t" className="num">
                {one.times}
              </span>,
              <span key="m" className="num">
                {hoursText(one.minutes)}
              </span>,
              <span key="p" className="num">
                {one.people}
              </span>,
              <span key="l" className="num">
                {w.lectures(one.lectures, one.quarterLectures)}
              </span>,
              one.gaps.length === 0 ? (
                <span className="soft">{running ? w.later : w.none}</span>
              ) : (
                one.gaps.map((text) => (
                  <p key={text}>
                    <Mark tone="due">{text}</Mark>
                  </p>
                ))
              ),
            ],
          }))}
        />
      )}
      {told.length > shown.length && (
        <p className="gap-above">
          <Button onClick={() => setAll(true)}>{w.more(told.length - shown.length)}</Button>
        </p>
      )}
    </div>
  )
}

function Entries({ items, onStrike }: { items: readonly ServiceView[]; onStrike: (one: ServiceView) => void }) {
  if (items.length === 0) return <Nothing title={w.noEntries} help={w.noEntriesHelp} />
  return (
    <section aria-label={w.entries} className="gap-above">
      <h2 className={css['day-name']}>{w.entries}</h2>
      <ul className={css.list}>
        {items.map((one) => (
          <li key={one.id} className="card padded">
            <p className={one.struck === null ? 'row' : `row ${css.struck}`}>
              <b>
                {dayText(one.day)} {one.member}
              </b>
              <span>
                {SERVICE_WORK[one.work]} · {one.matter}
              </span>
            </p>
            <p className={css.facts}>
              <span>{one.at}</span>
              <span>
                {HELPED[one.helped]} {w.people(one.people)}
              </span>
              <span>{hoursText(one.minutes)}</span>
              <span>{SERVICE_RESULTS[one.result]}</span>
            </p>
            {one.note !== '' && <p className={css.text}>{one.note}</p>}
            {one.struck !== null && (
              <p>
                <Mark tone="pause">{w.struck}</Mark> <span className="soft">{one.struck}</span>
              </p>
            )}
            <p className={css.acts}>
              <span className="soft">{w.by(one.by)}</span>
              {one.mine && (
                <Button size="small" aria-label={w.strikeOf(one.member, one.day)} onClick={() => onStrike(one)}>
                  {w.strike}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
