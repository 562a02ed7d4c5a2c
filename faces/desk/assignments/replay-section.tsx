import { Button, Input } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { REPLAYED, replayCases, replayTable, type ReplayedCode } from '@fatong/contract/network/replay.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { call, send } from '../api/call.ts'
import { saveCsv } from '../board/csv.ts'
import { PlainTable } from '../admin/plain-table.tsx'
import { useMe } from '../session/session-gate.tsx'
import { Mark } from '../shell/mark.tsx'
import { holds } from '../shell/places.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { today } from '../time/format.ts'
import { saveFile } from '../viewer/save-file.ts'
import { words } from '../words/words.ts'
import css from './assignments.module.css'

const w = words.assignments.replay
type Reply = ReplyOf<typeof replayCases>
const CODES = Object.keys(REPLAYED) as ReplayedCode[]
const monthsAgo = (n: number): string => {
  const day = new Date(`${today()}T00:00:00Z`)
  day.setUTCMonth(day.getUTCMonth() - n)
  return day.toISOString().slice(0, 10)
}

/** Past cases played again under each way of assigning, beside what was really done. For the director, who sets the way. */
export function ReplaySection() {
  const me = useMe()
  const [span, setSpan] = useState({ from: monthsAgo(3), to: today() })
  const right = span.from <= span.to && span.from !== '' && span.to !== ''
  const mine = holds(me, ['director'])
  const found = useQuery({
    queryKey: ['assignments', 'replay', span],
    queryFn: () => call(replayCases, { query: span }),
    enabled: mine && right,
    placeholderData: keepPreviousData,
  })
  const sheet = useMutation({
    mutationFn: async () =>
      saveFile(await (await send(replayTable, { query: span })).blob(), w.file(span.from, span.to, 'xlsx')),
  })
  if (!mine) return <Nothing title={words.admin.notYours} help={w.notYours} />
  return (
    <>
      <p className="soft gap-below">{w.lead}</p>
      <div className={css.bar}>
        <label htmlFor="replay-from">{w.from}</label>
        <Input
          id="replay-from"
          className={css.day}
          type="date"
          max={span.to}
          value={span.from}
          onChange={({ target }) => setSpan({ ...span, from: target.value })}
        />
        <label htmlFor="replay-to">{w.to}</label>
        <Input
          id="replay-to"
          className={css.day}
          type="date"
          min={span.from}
          max={today()}
          value={span.to}
          onChange={({ target }) => setSpan({ ...span, to: target.value })}
        />
        {found.data && found.data.cases > 0 && (
          <>
            <Button
              icon={<DownloadOutlined />}
              onClick={() => saveCsv(w.file(span.from, span.to, 'csv'), tableOf(found.data))}
            >
              CSV
            </Button>
            <Button icon={<DownloadOutlined />} loading={sheet.isPending} onClick={() => sheet.mutate()}>
              Excel
            </Button>
          </>
        )}
      </div>
      {!right && (
        <p className="wrong" role="alert">
          {w.spanWrong}
        </p>
      )}
      {sheet.error !== null && (
        <p className="wrong" role="alert">
          {sheet.error.message}
        </p>
      )}
      {found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        right && <Loading />
      ) : found.data.cases === 0 ? (
        <Nothing title={w.none} help={w.noneHelp} />
      ) : (
        <Compared reply={found.data} />
      )}
    </>
  )
}

const cellsOf = (one: Reply['figures'][string]): string[] =>
  [
    one.cost,
    one.meanCost,
    one.gini.toFixed(3),
    one.maxLoad,
    w.hours(one.waitingMeanHours),
    w.hours(one.waitingMaxHours),
    one.unplaced,
  ].map(String)
const tableOf = ({ figures }: Reply): string[][] => [
  [...w.columns],
  ...CODES.map((code) => [REPLAYED[code], ...cellsOf(figures[code]!)]),
  [],
  [w.person, ...CODES.map((code) => REPLAYED[code]), w.capacity],
  ...(figures.asItWas?.loads ?? []).map(({ name, capacity }, at) => [
    name,
    ...CODES.map((code) => String(figures[code]!.loads[at]!.cases)),
    String(capacity),
  ]),
]

function Compared({ reply }: { reply: Reply }) {
  const { figures, cases, lawyers, left, policy } = reply
  const loads = figures.asItWas?.loads ?? []
  const busy = loads.map((_, at) => at).filter((at) => CODES.some((code) => figures[code]!.loads[at]!.cases > 0))
  const most = Math.max(1, ...CODES.flatMap((code) => figures[code]!.loads.map((one) => one.cases)))
  return (
    <div className="stack">
      <p role="status">
        {w.found(cases, lawyers)}
        {left > 0 && ` ${w.left(cases)}`}
      </p>
      <PlainTable
        label={w.table}
        head={w.columns}
        rows={CODES.map((code) => ({
          key: code,
          cells: [
            <>
              {REPLAYED[code]}
              {code === policy && (
                <>
                  {' '}
                  <Mark tone="action">{w.inForce}</Mark>
                </>
              )}
            </>,
            ...cellsOf(figures[code]!).map((cell, at) => (
              <span key={w.columns[at + 1]} className="num">
                {cell}
              </span>
            )),
          ],
        }))}
      />
      <section className="card padded">
        <h2 className={css.subhead}>{w.picture}</h2>
        <p className="soft">{w.pictureHelp}</p>
        <div className={css.bars}>
          {CODES.map((code) => (
            <figure key={code}>
              <figcaption>{REPLAYED[code]}</figcaption>
              <ul>
                {busy.map((at) => {
                  const { name, cases: n } = figures[code]!.loads[at]!
                  return (
                    <li key={`${name} ${at}`}>
                      <span className={css.barName}>{name}</span>
                      <span className={css.track} aria-hidden>
                        <i style={{ width: `${(n / most) * 100}%` }} />
                      </span>
                      <span className="num">{n}</span>
                    </li>
                  )
                })}
              </ul>
            </figure>
          ))}
        </div>
      </section>
      <p className="soft">{w.rests}</p>
    </div>
  )
}
