import { Button, Checkbox, Input } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { activity } from '@fatong/contract/network/handover.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { PlainTable } from '../admin/plain-table.tsx'
import { Read } from '../admin/read.tsx'
import { call } from '../api/call.ts'
import { saveCsv } from '../board/csv.ts'
import { Nothing } from '../shell/states.tsx'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.team
type Line = ReplyOf<typeof activity>['items'][number]
const figures = (one: Line): number[] => [
  one.applications,
  one.helped,
  one.booked,
  one.came,
  one.missed,
  one.served,
  one.servedPeople,
  one.answered,
  one.calledBack,
  one.notCalledBack,
  one.handedIn,
  one.handedOut,
  one.lateHandovers,
  one.dutyHours,
]
const isActive = (one: Line): boolean => figures(one).some((n) => n > 0)

/** A month of each point, own and below. */
export function ActivitySection() {
  const [month, setMonth] = useState(today().slice(0, 7))
  const [all, setAll] = useState(false)
  return (
    <>
      <p className="soft gap-below">{w.activityLead}</p>
      <Read key={month} what={['activity', month]} run={() => call(activity, { query: { month } })}>
        {({ items }) => {
          const shown = all ? items : items.filter(isActive)
          return (
            <>
              <div className={css.bar}>
                <label htmlFor="month">{w.month}</label>
                <Input
                  id="month"
                  className={css.short}
                  type="month"
                  value={month}
                  max={today().slice(0, 7)}
                  onChange={({ target }) => {
                    if (target.value !== '') setMonth(target.value)
                  }}
                />
                <Checkbox checked={!all} onChange={({ target }) => setAll(!target.checked)}>
                  {w.onlyActive}
                </Checkbox>
                <Button
                  className={css.push}
                  icon={<DownloadOutlined />}
                  disabled={shown.length === 0}
                  onClick={() =>
                    saveCsv(w.download(month), [
                      [...w.activityColumns],
                      ...shown.map((one) => [one.name, ...figures(one).map(String)]),
                    ])
                  }
                >
                  {words.forms.download}
                </Button>
              </div>
              {items.some((one) => !isActive(one)) && (
                <p className="soft gap-below">{w.quiet(items.filter((one) => !isActive(one)).length)}</p>
              )}
              {shown.length === 0 ? (
                <Nothing title={w.noActivity} help={w.noActivityHelp} />
              ) : (
                <PlainTable
                  label={w.sections.activity}
                  head={w.activityColumns}
                  rows={shown.map((one) => ({
                    key: one.placeId,
                    cells: [
                      <>
                        <b className={css.point}>{one.name}</b>
                        <br />
                        <span className="soft">{one.kindText}</span>
                      </>,
                      ...figures(one).map((n, at) => (
                        <span key={w.activityColumns[at + 1]} className="num">
                          {n}
                        </span>
                      )),
                    ],
                  }))}
                />
              )}
            </>
          )
        }}
      </Read>
    </>
  )
}
