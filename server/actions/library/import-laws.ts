import { randomUUID } from 'node:crypto'
import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { keysOf, nameOf } from '@fatong/knowledge/guides/moved-law.ts'
import { readCollection, type Collection, type CollectionFile } from '@fatong/knowledge/library/collection.ts'
import type { AccessContext } from '../../db/access.ts'
import type { AuditEntry } from '../../db/rows.ts'
import type { LibraryStore, TextChange } from '../../db/stores/library.ts'
import type { CaseChange } from '../../db/stores/typical-cases.ts'
import type { Clock } from '../parts.ts'

export interface ImportReport {
  files: number
  laws: number
  articles: number
  cases: number
  /** Counts of what happened to the cases; runs of former times have none. */
  caseChanges?: Record<CaseChange['what'], number>
  /** Counts of what happened to the texts. */
  texts: Record<TextChange['what'], number>
  /** Texts that changed, article by article; at most the first thousand. */
  changes: TextChange[]
  remarks: { file: string; what: string; why: string }[]
  problem?: string
}

export interface ImportOrder {
  source: string
  by: string
  access: AccessContext
  audit: readonly AuditEntry[]
  /** the guides in use: those that rest on what changed are named in the report */
  guides: () => Promise<readonly Guide[]>
}

/** Reads a collection and takes it into the library as one step; the run and its report are kept whatever happens. */
export async function importLaws(
  store: LibraryStore,
  clock: Clock,
  order: ImportOrder,
  files: readonly CollectionFile[],
  tell: (done: number, total: number) => void = () => undefined,
): Promise<ImportReport> {
  return (
    await beginImport(
      store,
      clock,
      order,
      { files: files.length, read: () => Promise.resolve().then(() => readCollection(files)) },
      randomUUID(),
    )
  )(tell)
}

/** What is to be taken in: how many files there are, and the texts in them once they are read. */
interface Coming {
  files: number
  read(): Promise<Collection>
}

/** Notes the run, so that whoever asks from now on sees it, and hands back the rest of the work. */
export async function beginImport(
  store: LibraryStore,
  clock: Clock,
  order: ImportOrder,
  coming: Coming,
  id: string,
): Promise<(tell?: (done: number, total: number) => void) => Promise<ImportReport>> {
  await store.startImport(
    order.access,
    { id, source: order.source, startedBy: order.by, total: coming.files },
    clock.now(),
    order.audit,
  )
  return (tell = () => undefined) => carryOut(store, clock, order, coming, id, tell)
}

async function carryOut(
  store: LibraryStore,
  clock: Clock,
  order: ImportOrder,
  coming: Coming,
  id: string,
  tell: (done: number, total: number) => void,
): Promise<ImportReport> {
  try {
    const { laws, cases, report } = await coming.read()
    if (laws.length === 0 && cases.length === 0) throw new NothingToImport('里面没有法律文本。请检查是不是选错了文件。')
    const { texts: changes, cases: taken } = await store.takeIn(id, laws, cases, order.by, clock.now(), (done) => {
      tell(done, laws.length)
      void store.progress(id, done, laws.length).catch(() => undefined)
    })
    const count = (what: TextChange['what']) => changes.filter((change) => change.what === what).length
    const cased = (what: CaseChange['what']) => taken.filter((change) => change.what === what).length
    const result: ImportReport = {
      files: report.files,
      laws: laws.length,
      articles: report.articles,
      cases: cases.length,
      texts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), dates: count('dates') },
      caseChanges: {
        new: cased('new'),
        changed: cased('changed'),
        unchanged: cased('unchanged'),
        kept: cased('kept'),
        twice: cased('twice'),
      },
      changes: changes
        .filter(({ what, since }) => what === 'changed' || what === 'dates' || since !== undefined)
        .slice(0, 1000),
      remarks: [...guidesOn(changes, await order.guides()), ...report.remarks, ...taken.flatMap(remarkOn)],
    }
    await store.finishImport(id, 'done', result, clock.now())
    return result
  } catch (error) {
    const problem = error instanceof NothingToImport ? error.message : '导入没有成功，原来的内容没有动。请再试一次。'
    await store.finishImport(id, 'failed', { problem }, clock.now())
    throw error
  }
}

/** Guides that cite an article which reads otherwise now, or is gone: first in the report, as people may be told what is no longer so. */
function guidesOn(changes: readonly TextChange[], guides: readonly Guide[]): ImportReport['remarks'] {
  const moved = new Set(
    changes.flatMap(({ name, changed, removed }) => [...changed, ...removed].map((number) => `${name}#${number}`)),
  )
  if (moved.size === 0) return []
  return guides.flatMap((guide) => {
    const hit = [...keysOf(guide)].filter((key) => moved.has(key))
    if (hit.length === 0) return []
    return [
      {
        file: `办事指南：${guide.title}`,
        what: 'doubtful',
        why: `引用的${hit.map(nameOf).join('、')}改了，请对照新条文改好指南再发布`,
      },
    ]
  })
}

/** Cases about which a person has to know: nothing happens to one without a line in the report. */
function remarkOn({ title, what }: CaseChange): ImportReport['remarks'] {
  switch (what) {
    case 'changed':
      return [
        { file: title, what: 'doubtful', why: '案例内容和原来不一样，新的内容待审；已发布的案例在审核前照原样公开' },
      ]
    case 'kept':
      return [{ file: title, what: 'skipped', why: '案例在工作台写过或改过，保留现有内容' }]
    case 'twice':
      return [{ file: title, what: 'skipped', why: '同名案例重复出现，只留第一个' }]
    case 'new':
    case 'unchanged':
      return []
    default:
      return what satisfies never
  }
}

export class NothingToImport extends Error {}
