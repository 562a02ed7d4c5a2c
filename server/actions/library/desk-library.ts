import { said } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type * as contract from '@fatong/contract/knowledge/library.ts'
import { ArchiveProblem } from '@fatong/knowledge/library/archive.ts'
import type { StoredImport } from '../../db/stores/library.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, isRestricted, type Caller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { beginImport, NothingToImport, type ImportReport } from './import-laws.ts'
import type { OpenedUpload } from './knowledge.ts'
import { wholeCase } from './read-laws.ts'

type Reply<R extends { reply: z.ZodType }> = Promise<Outcome<z.infer<R['reply']>>>
const MOST_BYTES = 80 * 1024 * 1024

export async function deskLibrary(parts: Parts, caller: Caller): Reply<typeof contract.libraryImports> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
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
  caller: Caller,
  { query, body }: UploadOf<typeof contract.importLibrary>,
): Reply<typeof contract.importLibrary> {
  const signedIn = caller.kind === 'staff'
  if (!signedIn || !holdsRole(caller, 'administrator')) {
    body.resume()
    return signedIn ? failed('forbidden') : failed('signInNeeded')
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
    { source: query.name, by: caller.name, access: accessOf(caller), audit: [audit] },
    opened,
    id,
  ).catch(async (error: unknown) => {
    await opened.drop()
    throw error
  })
  void run().then(
    () => parts.knowledge.refresh(),
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

/** The whole text, which has to be read before it is published. */
export async function deskTypicalCase(
  parts: Parts,
  caller: Caller,
  { params }: InputOf<typeof contract.deskTypicalCase>,
): Reply<typeof contract.deskTypicalCase> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  return isRestricted(caller) ? failed('forbidden') : wholeCase(parts, accessOf(caller), params.id)
}

export async function deskTypicalCases(parts: Parts, caller: Caller): Reply<typeof contract.deskTypicalCases> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (isRestricted(caller)) return failed('forbidden')
  const cases = await parts.stores.library.cases(accessOf(caller))
  return done({
    items: cases.map(({ id, title, topic, result, state, changedBy, changedAt, writtenBy }) => ({
      id,
      title,
      topic,
      result,
      state: state as 'draft' | 'published' | 'withdrawn',
      changedBy,
      changedAt,
      mine: writtenBy === caller.staffId,
    })),
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

/** Written or changed at the desk; people see it once somebody else has published it. */
export async function writeTypicalCase(
  parts: Parts,
  caller: Caller,
  { params, body }: InputOf<typeof contract.writeTypicalCase>,
): Reply<typeof contract.writeTypicalCase> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (!holdsRole(caller, ...WRITERS)) return failed('forbidden')
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'typicalCase',
    subjectId: params.id,
    fields: ['draft'],
  })
  const written = await parts.stores.library.writeCase(
    accessOf(caller),
    {
      id: params.id,
      ...body,
      result: body.result === '' ? null : body.result,
      changedBy: caller.name,
      changedAt: parts.clock.now(),
      writtenBy: caller.staffId,
    },
    audit,
  )
  switch (written) {
    case 'written':
      return done({ ok: true })
    case 'taken':
      return failed('malformed', { fields: { title: '已经有一个案例用了这个标题，请换一个' } })
    case 'published':
      return failed('malformed', { fields: { title: '这个案例正在公开。先请审批人撤下，再修改' } })
    default:
      return written satisfies never
  }
}

/** A typical case is shown to the public once somebody has looked at it. */
export async function setTypicalCase(
  parts: Parts,
  caller: Caller,
  { params, body }: InputOf<typeof contract.setTypicalCase>,
): Reply<typeof contract.setTypicalCase> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (!holdsRole(caller, 'approver', 'director', 'bureauOfficer')) return failed('forbidden')
  if (
    body.state === 'published' &&
    (await parts.stores.library.findCase(accessOf(caller), params.id))?.writtenBy === caller.staffId
  )
    return failed('ownDraft')
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'typicalCase',
    subjectId: params.id,
    fields: [body.state],
  })
  if (
    !(await parts.stores.library.setCaseState(
      accessOf(caller),
      params.id,
      body.state,
      caller.name,
      parts.clock.now(),
      audit,
    ))
  )
    return failed('notFound')
  parts.knowledge.refresh()
  return done({ ok: true })
}
