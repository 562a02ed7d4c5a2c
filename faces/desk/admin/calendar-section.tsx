import { Alert, Button, Input } from 'antd'
import { type HolidayTableView, calendar, importHolidays } from '@fatong/contract/desk/administration.ts'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { dayText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { Read } from './read.tsx'
import { useSave } from './use-save.ts'

type HolidayTable = (typeof HolidayTableView)['_zod']['output']
const w = words.admin.calendar

function Days({ days }: { days: readonly string[] }) {
  return (
    <span className={css.days}>
      {days.map((day) => (
        <span key={day} className="num">
          {dayText(day)}
        </span>
      ))}
    </span>
  )
}

function YearCard({ table }: { table: HolidayTable }) {
  return (
    <section className="card padded" aria-label={String(table.year)}>
      <h2>
        {table.year} <span className="soft">{table.source}</span>
      </h2>
      <p className="soft">{w.holidays}</p>
      <Days days={table.holidays} />
      <p className="soft">{w.makeUp}</p>
      <Days days={table.makeUpWorkdays} />
    </section>
  )
}

/** Holidays by year, and the import of the yearly notice: read first, then saved. */
export function CalendarSection() {
  return (
    <Read what={['calendar']} run={() => call(calendar)}>
      {({ tables, unknownFrom }) => (
        <div className="stack">
          <Alert type="info" showIcon title={w.unknownFrom(dayText(unknownFrom))} />
          <ImportNotice />
          {[...tables]
            .sort((a, b) => b.year - a.year)
            .map((table) => (
              <YearCard key={table.year} table={table} />
            ))}
        </div>
      )}
    </Read>
  )
}

function ImportNotice() {
  const [notice, setNotice] = useState('')
  const read = useSave({
    run: (confirm: boolean) => call(importHolidays, { body: { notice, confirm } }),
    refresh: 'calendar',
    says: '',
  })
  const result = read.data
  return (
    <section className="card padded stack" aria-labelledby="import">
      <h2 id="import">{w.import}</h2>
      <Input.TextArea
        aria-label={w.notice}
        placeholder={w.notice}
        rows={6}
        maxLength={20_000}
        value={notice}
        onChange={(event) => {
          setNotice(event.target.value)
          read.reset()
        }}
      />
      {result && result.problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={w.problems}
          description={
            <ul>
              {result.problems.map((p) => (
                <li key={p}>{p}</li>
              ))}
            </ul>
          }
        />
      )}
      {result?.table && (
        <>
          <p>{w.read(result.table.year)}</p>
          <YearCard table={result.table} />
        </>
      )}
      {result?.saved === true && <Alert type="success" showIcon title={w.saved} role="status" />}
      <div className="row">
        <Button loading={read.isPending} disabled={notice.trim() === ''} onClick={() => read.mutate(false)}>
          {w.preview}
        </Button>
        {result?.table && !result.saved && (
          <Button type="primary" loading={read.isPending} onClick={() => read.mutate(true)}>
            {w.confirm}
          </Button>
        )}
      </div>
    </section>
  )
}
