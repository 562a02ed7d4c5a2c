import { App, Button, Modal } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { deskTypicalCase, setTypicalCase, type deskTypicalCases } from '@fatong/contract/knowledge/library.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './library.module.css'
import type { CaseText } from './write-case.tsx'

const w = words.library.cases
export type CaseLine = ReplyOf<typeof deskTypicalCases>['items'][number]
type Version = ReplyOf<typeof deskTypicalCase>['versions'][number]
type Settled = 'published' | 'withdrawn' | 'dropped'
const TONES = { draft: 'due', published: 'done', replaced: 'pause', withdrawn: 'pause', dropped: 'pause' } as const

/** The whole text first, the decision under it; of a correction what people see until then as well. */
export function ReadCase({
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
  const { message } = App.useApp()
  const found = useQuery({
    queryKey: ['admin', 'typicalCases', 'one', line.id],
    queryFn: () => call(deskTypicalCase, { params: { id: line.id } }),
  })
  const save = useSave({
    run: async (body: { state: Settled; version: number }) => {
      await call(setTypicalCase, { params: { id: line.id }, body })
      return body.state
    },
    refresh: 'typicalCases',
    says: '',
    onDone: (state) => {
      void message.success(w.settled[state])
      onClose()
    },
    onError: () => void found.refetch(),
  })
  const versions = found.data?.versions ?? []
  const draft = versions.find(({ state }) => state === 'draft')
  const shown = versions.find(({ state }) => state === 'published')
  const read =
    draft ??
    shown ??
    versions.find(({ state }) => state === 'withdrawn') ??
    versions.find(({ version }) => version === line.version)
  return (
    <Modal
      open
      title={line.title}
      width={760}
      onCancel={onClose}
      footer={
        read && (
          <>
            {onEdit && (
              <Button
                aria-label={w.edit(line.title)}
                onClick={() => onEdit({ ...read, id: line.id, result: read.result ?? '' })}
              >
                {w.editShort}
              </Button>
            )}
            {mayPublish && (
              <Decide
                read={read}
                shown={shown}
                saving={save.isPending}
                onSettle={(version, state) => save.mutate({ version, state })}
              />
            )}
          </>
        )
      }
    >
      {found.error && !found.data && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading />}
      {read && <Texts read={read} shown={shown} />}
      {versions.length > 1 && <History versions={versions} />}
      {read && <p className="soft">{mayPublish ? helpOn(read) : w.notYours}</p>}
    </Modal>
  )
}

const helpOn = ({ state, mine }: Version): string => {
  if (state === 'published') return w.withdrawHelp
  if (state === 'dropped') return w.droppedHelp
  return mine ? w.own : w.publishHelp
}

function Decide({
  read,
  shown,
  saving,
  onSettle,
}: {
  read: Version
  shown: Version | undefined
  saving: boolean
  onSettle: (version: number, state: Settled) => void
}) {
  const publishable = read.state === 'draft' || read.state === 'withdrawn'
  return (
    <>
      {shown && (
        <Button danger disabled={saving} onClick={() => onSettle(shown.version, 'withdrawn')}>
          {w.withdraw}
        </Button>
      )}
      {read.state === 'draft' && (
        <Button disabled={saving} onClick={() => onSettle(read.version, 'dropped')}>
          {w.drop}
        </Button>
      )}
      {publishable && !read.mine && (
        <Button type="primary" loading={saving} onClick={() => onSettle(read.version, 'published')}>
          {shown ? w.publishCorrection : w.publish}
        </Button>
      )}
    </>
  )
}

function Texts({ read, shown }: { read: Version; shown: Version | undefined }) {
  if (!shown || read === shown) return <Text version={read} />
  return (
    <>
      <h2 className={css.toReview}>{w.toReview}</h2>
      {read.title !== shown.title && <p>{w.newTitle(read.title)}</p>}
      <Text version={read} />
      <details className={css.report}>
        <summary>{w.shownNow}</summary>
        <Text version={shown} />
      </details>
    </>
  )
}

const Text = ({ version: { body, result } }: { version: Version }) => (
  <>
    <p className={css.text}>{body}</p>
    {result !== null && (
      <p>
        {w.result}：{result}
      </p>
    )}
  </>
)

/** Every text that the case had: who wrote it, who looked at it, what came of it. */
const History = ({ versions }: { versions: readonly Version[] }) => (
  <details className={css.report}>
    <summary>{w.history}</summary>
    <ol className={css.changes}>
      {versions.map((one) => (
        <li key={one.version}>
          <p className={css.caseLine}>
            <b>{w.version(one.version)}</b>
            <Mark tone={TONES[one.state]}>{w.versionStates[one.state]}</Mark>
          </p>
          <p className="soft">{w.writtenBy(one.writtenByName, momentText(one.writtenAt))}</p>
          {one.settledByName !== null && one.settledAt !== null && (
            <p className="soft">{w.settledBy(one.settledByName, momentText(one.settledAt))}</p>
          )}
          <details>
            <summary aria-label={w.readVersion(one.version)}>{w.readShort}</summary>
            <Text version={one} />
          </details>
        </li>
      ))}
    </ol>
  </details>
)
