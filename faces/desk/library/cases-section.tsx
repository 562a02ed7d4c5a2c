import { Button, Modal, Segmented } from 'antd'
import {
  deskTypicalCase,
  deskTypicalCases,
  libraryImports,
  setTypicalCase,
} from '@fatong/contract/knowledge/library.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Read } from '../admin/read.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { PlusOutlined } from '@ant-design/icons'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import css from './library.module.css'
import { WriteCase, type CaseText } from './write-case.tsx'
import { Mark } from '../shell/mark.tsx'

type CaseLine = ReplyOf<typeof deskTypicalCases>['items'][number]
type State = CaseLine['state']
const w = words.library.cases
const TONES = { draft: 'due', published: 'done', withdrawn: 'pause' } as const

/** Typical cases: read in full, then published or withdrawn. */
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

function Cases({ items, mayPublish }: { items: readonly CaseLine[]; mayPublish: boolean }) {
  const [only, setOnly] = useState<State | 'all'>(items.some(({ state }) => state === 'draft') ? 'draft' : 'all')
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
  const count = (state: State) => items.filter((one) => one.state === state).length
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
          .filter(({ state }) => only === 'all' || state === only)
          .map((one) => (
            <li key={one.id} className="card padded">
              <p className={css.caseLine}>
                <b>{one.title}</b>
                <Mark tone={TONES[one.state]}>{w.states[one.state]}</Mark>
              </p>
              {one.result !== null && (
                <p>
                  {w.result}：{one.result}
                </p>
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
            mayWrite && reading.state !== 'published'
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

/** The whole text first, the decision under it. */
function ReadCase({
  line,
  mayPublish,
  onEdit,
  onClose,
}: {
  line: CaseLine
  mayPublish: boolean
  onEdit: ((text: CaseText) => void) | null
  onClose: () => void
}) {
  const found = useQuery({
    queryKey: ['admin', 'typicalCase', line.id],
    queryFn: () => call(deskTypicalCase, { params: { id: line.id } }),
  })
  const to: State = line.state === 'published' ? 'withdrawn' : 'published'
  const save = useSave({
    run: () => call(setTypicalCase, { params: { id: line.id }, body: { state: to } }),
    refresh: 'typicalCases',
    says: to === 'published' ? w.published : w.withdrawn,
    onDone: onClose,
  })
  const decide = (
    <Button
      type="primary"
      danger={to === 'withdrawn'}
      disabled={!found.data}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {to === 'published' ? w.publish : w.withdraw}
    </Button>
  )
  return (
    <Modal
      open
      title={line.title}
      width={760}
      onCancel={onClose}
      footer={
        <>
          {onEdit && found.data && (
            <Button
              aria-label={w.edit(line.title)}
              onClick={() =>
                onEdit({
                  id: line.id,
                  title: line.title,
                  topic: line.topic,
                  body: found.data.body,
                  result: line.result ?? '',
                })
              }
            >
              {w.editShort}
            </Button>
          )}
          {mayPublish && !(line.mine && to === 'published') && decide}
        </>
      }
    >
      {found.error && !found.data && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading />}
      {found.data && <p className={css.text}>{found.data.body}</p>}
      <p className="soft">{line.mine && to === 'published' ? w.own : mayPublish ? w.publishHelp : w.notYours}</p>
    </Modal>
  )
}
