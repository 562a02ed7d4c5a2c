import { said } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type * as contract from '@fatong/contract/knowledge/library.ts'
import { ArchiveProblem } from '@fatong/knowledge/library/archive.ts'
import type { StoredImport } from '../../db/stores/library.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, isRestricted, type StaffCaller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { beginImport, NothingToImport, type ImportReport } from './import-laws.ts'
import type { OpenedUpload } from './knowledge.ts'
import { wholeCase } from './read-laws.ts'

type Reply<R extends { reply: z.ZodType }> = Promise<Outcome<z.infer<R['reply']>>>
const MOST_BYTES = 80 * 1024 * 1024

export async function deskLibrary(parts: Parts, caller: StaffCaller): Reply<typeof contract.libraryImports> {
  if (isRestricted(caller)) return failed('forbidden')
  const [counts, imports] = await Promise.all([
    parts.stores.library.counts(),
    parts.stores.library.imports(accessOf(caller)),
  ])
  return done({
    counts,
    preparing: parts.knowledge.preparing(),
    mayImport: holdsRole(caller, 'administrator'),
    mayPublish: holdsRole(caller, 'approver', 'director', 'bureauOfficer'),
    imports: imports.map(viewOf),
  })
}

function viewOf({ report, ...run }: StoredImport): z.infer<typeof contract.libraryImports.reply>['imports'][number] {
  const { id, source, startedBy, startedAt, finishedAt, state, done: worked, total } = run
  const told = report as Partial<ImportReport>
  return {
    id,
    source,
    startedBy,
    startedAt,
    finishedAt,
    state: state as 'running' | 'done' | 'failed',
    done: worked,
    total,
    problem: told.problem ?? null,
    report: state === 'done' ? (told as ImportReport) : null,
  }
}

/** Takes the archive, answers at once, and imports behind the back of the desk, which looks at the progress. */
export async function importArchive(
  parts: Parts,
  caller: StaffCaller,
  { query, body }: UploadOf<typeof contract.importLibrary>,
): Reply<typeof contract.importLibrary> {
  if (!holdsRole(caller, 'administrator')) {
    body.resume()
    return failed('forbidden')
  }
  const bytes = await whole(body)
  if (!bytes) return failed('fileTooLarge')
  let opened: OpenedUpload
  try {
    opened = await parts.knowledge.openUpload(query.name, bytes)
  } catch (error) {
    if (error instanceof ArchiveProblem) return failed('malformed', { fields: { file: error.message } })
    throw error
  }
  const id = randomUUID()
  const audit = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'library',
    subjectId: id,
    fields: [said(query.name)],
  })
  // Noted before the answer goes out: the desk looks at the list at once and has to find it running.
  const run = await beginImport(
    parts.stores.library,
    parts.clock,
    { source: query.name, by: caller.name, access: accessOf(caller), audit: [audit], guides: () => parts.guides.all() },
    opened,
    id,
  ).catch(async (error: unknown) => {
    await opened.drop()
    throw error
  })
  void run().then(
    () => {
      parts.guides.refresh()
      return parts.knowledge.refresh()
    },
    (error: unknown) => {
      if (!(error instanceof NothingToImport)) parts.log.error({ error: String(error) }, 'import of laws')
    },
  )
  return done({ id })
}

async function whole(stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(chunks)
}

/** Every text of a case: the one to be read before it is published, the one people see, those before. */
export async function deskTypicalCase(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof contract.deskTypicalCase>,
): Reply<typeof contract.deskTypicalCase> {
  if (isRestricted(caller)) return failed('forbidden')
  const access = accessOf(caller)
  const [whole, versions] = await Promise.all([
    wholeCase(parts, access, params.id),
    parts.stores.library.caseVersions(access, params.id),
  ])
  if (!whole.ok) return whole
  return done({
    ...whole.value,
    versions: versions.map(({ caseId: _, writtenBy, state, ...one }) => ({
      ...one,
      state: state as VersionState,
      mine: writtenBy === caller.staffId,
    })),
  })
}

type VersionState = z.infer<typeof contract.deskTypicalCase.reply>['versions'][number]['state']

/** All cases as they stand; of one whose correction waits, who wrote it and when. */
export async function deskTypicalCases(parts: Parts, caller: StaffCaller): Reply<typeof contract.deskTypicalCases> {
  if (isRestricted(caller)) return failed('forbidden')
  const access = accessOf(caller)
  const [cases, waiting] = await Promise.all([
    parts.stores.library.cases(access),
    parts.stores.library.waitingCases(access),
  ])
  const waits = new Map(waiting.map((one) => [one.caseId, one]))
  return done({
    items: cases.map(({ id, title, topic, result, state, changedBy, changedAt, version }) => {
      const draft = waits.get(id)
      return {
        id,
        title,
        topic,
        result,
        state: state as 'draft' | 'published' | 'withdrawn',
        version,
        changedBy,
        changedAt,
        waiting: draft
          ? {
              version: draft.version,
              title: draft.title,
              by: draft.writtenByName,
              at: draft.writtenAt,
              mine: draft.writtenBy === caller.staffId,
            }
          : null,
      }
    }),
  })
}

const WRITERS: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'director',
  'lawyer',
  'grassrootsLegalWorker',
  'bureauOfficer',
  'administrator',
]

/** Written or changed at the desk; people see it once somebody else has published it, and what was published until then. */
export async function writeTypicalCase(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof contract.writeTypicalCase>,
): Reply<typeof contract.writeTypicalCase> {
  if (!holdsRole(caller, ...WRITERS)) return failed('forbidden')
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'typicalCase',
    subjectId: params.id,
    fields: ['draft'],
  })
  const written = await parts.stores.library.writeCase(
    accessOf(caller),
    params.id,
    { ...body, result: body.result === '' ? null : body.result },
    { id: caller.staffId, name: caller.name },
    parts.clock.now(),
    audit,
  )
  return written === 'taken' ? titleTaken() : done({ ok: true })
}

const titleTaken = () => failed('malformed', { fields: { title: '已经有一个案例用了这个标题，请换一个' } })

/** A typical case, and each correction of it, is shown to the public once somebody else has looked at it. */
export async function setTypicalCase(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof contract.setTypicalCase>,
): Reply<typeof contract.setTypicalCase> {
  if (!holdsRole(caller, 'approver', 'director', 'bureauOfficer')) return failed('forbidden')
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'typicalCase',
    subjectId: params.id,
    fields: [body.state],
  })
  const settled = await parts.stores.library.settleCase(
    accessOf(caller),
    params.id,
    body.version,
    body.state,
    { id: caller.staffId, name: caller.name },
    parts.clock.now(),
    audit,
  )
  switch (settled) {
    case 'settled':
      parts.knowledge.refresh()
      return done({ ok: true })
    case 'own':
      return failed('ownDraft')
    case 'taken':
      return titleTaken()
    case 'notFound':
    case 'changedMeanwhile':
      return failed(settled)
    default:
      return settled satisfies never
  }
}
