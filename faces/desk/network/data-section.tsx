import { Alert, App, Button, Segmented } from 'antd'
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { exportTable, importRoads, importTable, removeRoads, roadsState } from '@fatong/contract/network/tables.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useRef, useState } from 'react'
import { addressOf, call } from '../api/call.ts'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { Loading, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { TableHead } from '../shell/table-head.tsx'
import { words } from '../words/words.ts'
import { BusCard } from './bus-card.tsx'
import css from './network.module.css'

const w = words.circle.data
type Kind = 'villages' | 'places'
const FORMATS = ['xlsx', 'csv', 'geojson'] as const

/** Tables of villages and places in and out, and the roads. */
export function DataSection() {
  const me = useMe()
  if (!holds(me, ['administrator'])) return <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
  return (
    <div className="stack">
      <Tables />
      <Roads />
      <BusCard />
    </div>
  )
}

function Tables() {
  const [kind, setKind] = useState<Kind>('villages')
  const file = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const [chosen, setChosen] = useState<File | null>(null)
  const look = useMutation({
    mutationFn: ({ what, confirm }: { what: File; confirm: 'yes' | 'no' }) =>
      call(importTable, { params: { kind }, query: { confirm }, body: what }),
    onSuccess: (reply) => {
      if (reply.imported) void client.invalidateQueries({ queryKey: ['network'] })
    },
  })
  const start = (what: File | undefined) => {
    setChosen(what ?? null)
    if (what) look.mutate({ what, confirm: 'no' })
  }
  const report = look.data
  return (
    <section className="card padded stack">
      <p className="soft">
        {w.lead}
        {kind === 'places' && w.leadPlaces}
      </p>
      <p>
        <Segmented
          aria-label={w.kind}
          value={kind}
          options={(['villages', 'places'] as const).map((value) => ({ value, label: w.kinds[value] ?? '' }))}
          onChange={(value) => {
            setKind(value)
            look.reset()
            setChosen(null)
          }}
        />
      </p>
      <p className="row">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            href={addressOf(exportTable.path, { kind, format }, { template: 'yes' })}
          >
            {w.template(w.formats[format] ?? '')}
          </Button>
        ))}
      </p>
      <p className="row">
        {FORMATS.map((format) => (
          <Button key={format} icon={<DownloadOutlined />} href={addressOf(exportTable.path, { kind, format })}>
            {w.export(w.formats[format] ?? '')}
          </Button>
        ))}
      </p>
      <p>
        <input
          ref={file}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          data-testid="table"
          accept=".csv,.xlsx,.geojson,.json,.txt"
          onChange={({ target }) => {
            start(target.files?.[0])
            target.value = ''
          }}
        />
        <Button
          type="primary"
          icon={<UploadOutlined />}
          loading={look.isPending && look.variables.confirm === 'no'}
          onClick={() => file.current?.click()}
        >
          {look.isPending ? w.looking : w.choose}
        </Button>{' '}
        {chosen && <span className="soft">{chosen.name}</span>}
      </p>
      {look.error !== null && <Alert type="error" showIcon role="alert" title={look.error.message} />}
      {report?.remarks.map((text) => (
        <Alert key={text} type="warning" showIcon title={text} />
      ))}
      {report && report.faults.length > 0 && (
        <div className="stack" role="alert">
          <p className="wrong">
            <b>{w.faults(report.faults.length + report.more)}</b>
          </p>
          <div className={css.scroll} tabIndex={0} role="region" aria-label={w.head[2]}>
            <table className={css.table}>
              <TableHead columns={w.head} />
              <tbody>
                {report.faults.map(({ line, column, says }, at) => (
                  <tr key={`${line} ${column} ${at}`}>
                    <td className="num">{w.line(line)}</td>
                    <td>{column}</td>
                    <td>{says}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {report.more > 0 && <p className="soft">{w.moreFaults(report.more)}</p>}
        </div>
      )}
      {report &&
        report.faults.length === 0 &&
        (report.imported ? (
          <>
            <Alert type="success" showIcon role="status" title={w.imported(report.added, report.changed)} />
            {report.lost > 0 && (
              <Alert
                type="warning"
                showIcon
                role="alert"
                title={words.team.lost(report.lost)}
                description={words.team.lostHelp}
              />
            )}
          </>
        ) : (
          <div className="stack" role="status">
            <p>
              <b>
                {report.added + report.changed === 0 ? w.nothing : w.ready(report.added, report.changed, report.same)}
              </b>
            </p>
            {report.sample.length > 0 && <Changes sample={report.sample} more={report.moreChanges} />}
            {report.added + report.changed > 0 && chosen && (
              <p>
                <Button
                  type="primary"
                  loading={look.isPending}
                  onClick={() => look.mutate({ what: chosen, confirm: 'yes' })}
                >
                  {look.isPending ? w.importing : w.confirm}
                </Button>
              </p>
            )}
          </div>
        ))}
    </section>
  )
}

/** What would change, old beside new: whoever confirms has to see that a telephone goes or a closed place opens. */
function Changes({ sample, more }: { sample: ReplyOf<typeof importTable>['sample']; more: number }) {
  return (
    <details open>
      <summary>{w.sample(sample.length)}</summary>
      <div className={css.scroll} tabIndex={0} role="region" aria-label={w.sample(sample.length)}>
        <table className={css.table}>
          <TableHead columns={w.changeHead} />
          {sample.map(({ code, name, what, values }) => (
            <tbody key={code}>
              {(values.length === 0 ? [undefined] : values).map((one, at) => (
                <tr key={one?.field ?? ''}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={Math.max(1, values.length)}>
                      {w.what[what]} {name}
                      <br />
                      <span className="soft num">{code}</span>
                    </th>
                  )}
                  <td className={css.field}>{one?.field}</td>
                  <td>{one && (one.before === '' ? <span className="soft">{w.nothingThere}</span> : one.before)}</td>
                  <td>{one && <b>{one.after === '' ? w.nothingThere : one.after}</b>}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {more > 0 && <p className="soft">{w.moreChanges(more)}</p>}
    </details>
  )
}

function Roads() {
  const { message } = App.useApp()
  const client = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const state = useQuery({ queryKey: ['network', 'roads'], queryFn: () => call(roadsState) })
  const done = () => void client.invalidateQueries({ queryKey: ['network'] })
  const take = useMutation({ mutationFn: (what: File) => call(importRoads, { body: what }), onSuccess: done })
  const remove = useMutation({
    mutationFn: () => call(removeRoads),
    onSuccess: () => {
      void message.success(w.removed)
      take.reset()
      done()
    },
  })
  return (
    <section className="card padded stack">
      <h2>{w.roads}</h2>
      <p className="soft">{w.roadsLead}</p>
      {!state.data ? (
        <Loading />
      ) : (
        <p>
          {state.data.known
            ? w.roadsKnown((state.data.bytes / 1_048_576).toFixed(1), momentText(state.data.at ?? 0))
            : w.roadsNone}
        </p>
      )}
      <p className="row">
        <input
          ref={file}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-hidden="true"
          data-testid="roads"
          accept=".pbf,.json,.geojson"
          onChange={({ target }) => {
            const what = target.files?.[0]
            if (what) take.mutate(what)
            target.value = ''
          }}
        />
        <Button icon={<UploadOutlined />} loading={take.isPending} onClick={() => file.current?.click()}>
          {take.isPending ? w.readingRoads : w.chooseRoads}
        </Button>
        {state.data?.known === true && (
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            {w.removeRoads}
          </Button>
        )}
      </p>
      {take.error !== null && <Alert type="error" showIcon role="alert" title={take.error.message} />}
      {take.data &&
        (take.data.problem === null ? (
          <Alert type="success" showIcon role="status" title={w.roadsRead(take.data.ways)} />
        ) : (
          <Alert type="error" showIcon role="alert" title={take.data.problem} />
        ))}
    </section>
  )
}
