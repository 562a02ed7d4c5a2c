import { Button, Segmented } from 'antd'
import { deskTypicalCases, libraryImports } from '@fatong/contract/knowledge/library.ts'
import { useState } from 'react'
import { Read } from '../admin/read.tsx'
import { call } from '../api/call.ts'
import { Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { PlusOutlined } from '@ant-design/icons'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import css from './library.module.css'
import { ReadCase, type CaseLine } from './read-case.tsx'
import { WriteCase, type CaseText } from './write-case.tsx'
import { Mark } from '../shell/mark.tsx'

type State = CaseLine['state']
const w = words.library.cases
const TONES = { draft: 'due', published: 'done', withdrawn: 'pause' } as const

/** Typical cases: read in full, then published or withdrawn; a correction of a published one waits beside it. */
export function CasesSection() {
  return (
    <Read what={['typicalCases']} run={() => Promise.all([call(deskTypicalCases), call(libraryImports)])}>
      {([{ items }, { mayPublish }]) => <Cases items={items} mayPublish={mayPublish} />}
    </Read>
  )
}

/** The list is kept by those who may write; the server decides. */
const WRITE = [
  'clerk',
  'reviewer',
  'approver',
  'director',
  'lawyer',
  'grassrootsLegalWorker',
  'bureauOfficer',
  'administrator',
] as const

/** What waits is found among what waits, whether people see an earlier text of it or not. */
const stands = ({ state, waiting }: CaseLine, as: State): boolean =>
  as === 'draft' ? waiting !== null || state === 'draft' : state === as

function Cases({ items, mayPublish }: { items: readonly CaseLine[]; mayPublish: boolean }) {
  const [only, setOnly] = useState<State | 'all'>(items.some((one) => stands(one, 'draft')) ? 'draft' : 'all')
  const [reading, setReading] = useState<CaseLine | null>(null)
  const [writing, setWriting] = useState<CaseText | 'new' | null>(null)
  const mayWrite = holds(useMe(), WRITE)
  const sheet = writing && (
    <WriteCase
      key={writing === 'new' ? 'new' : writing.id}
      start={writing === 'new' ? null : writing}
      onClose={() => setWriting(null)}
    />
  )
  const write = mayWrite && (
    <p className="gap-below">
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting('new')}>
        {w.write}
      </Button>
    </p>
  )
  if (items.length === 0)
    return (
      <>
        {write}
        <Nothing title={w.none} help={w.noneHelp} />
        {sheet}
      </>
    )
  const count = (state: State) => items.filter((one) => stands(one, state)).length
  const options = [
    { value: 'all' as const, label: `${w.all} ${items.length}` },
    ...(['draft', 'published', 'withdrawn'] as const).map((value) => ({
      value,
      label: `${w.states[value]} ${count(value)}`,
    })),
  ]
  return (
    <>
      {write}
      <p className="gap-below">
        <Segmented aria-label={w.filter} options={options} value={only} onChange={setOnly} />
      </p>
      <ul className={css.list}>
        {items
          .filter((one) => only === 'all' || stands(one, only))
          .map((one) => (
            <li key={one.id} className="card padded">
              <p className={css.caseLine}>
                <b>{one.title}</b>
                <span className="row">
                  <Mark tone={TONES[one.state]}>{w.states[one.state]}</Mark>
                  {one.waiting && one.state !== 'draft' && <Mark tone="due">{w.waiting}</Mark>}
                </span>
              </p>
              {one.result !== null && (
                <p>
                  {w.result}：{one.result}
                </p>
              )}
              {one.waiting && one.state === 'published' && (
                <p className="soft">{w.waits(one.waiting.by, momentText(one.waiting.at))}</p>
              )}
              <p className={css.caseLine}>
                <span className="soft">{w.changed(one.changedBy, momentText(one.changedAt))}</span>
                <Button size="small" aria-label={w.read(one.title)} onClick={() => setReading(one)}>
                  {w.readShort}
                </Button>
              </p>
            </li>
          ))}
      </ul>
      {reading && (
        <ReadCase
          key={reading.id}
          line={reading}
          mayPublish={mayPublish}
          onEdit={
            mayWrite
              ? (text) => {
                  setReading(null)
                  setWriting(text)
                }
              : null
          }
          onClose={() => setReading(null)}
        />
      )}
      {sheet}
    </>
  )
}
