import { createHash, randomUUID } from 'node:crypto'
import { caseRow } from './case-row.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import type { Context } from '@fatong/casework/application/context.ts'
import { decide } from '@fatong/casework/application/decide.ts'
import { evolve } from '@fatong/casework/application/evolve.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import type { AccessContext } from '../../db/access.ts'
import type { AuditEntry, DocumentRow, MaterialRow, OutboxMessage, RepresentationRow } from '../../db/rows.ts'
import type { CommitOutcome, NumberWanted, WriteSet } from '../../db/writeset.ts'
import type { Outcome } from '../outcome.ts'
import { done, failed, refused } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { letterheadOf, sameDaySteps } from './agency.ts'
import { applicationPapers, papersOf, reserve, writePapers, yearOf, type IssueSettings } from './documents/issue.ts'
import type { PaperContext } from './documents/paper.ts'
import { noticesOf } from './notices.ts'

/** What a command needs to be written besides what the case itself says. */
export interface CommandRequest {
  caseId: string
  before: CaseState | null
  command: Command
  actor: Actor
  access: AccessContext
  idempotencyKey?: string
  /** person, route and content: a key used again for something else is refused */
  idempotencyScope: string
  requestBody: unknown
  /** rows that belong to the same moment: people, parties, materials */
  besides?: Pick<WriteSet, 'people' | 'parties' | 'representations' | 'draftId'>
  materials?: readonly MaterialRow[]
  numbers?: readonly NumberWanted[]
}
export interface CommandResult {
  caseId: string
  version: number
  number: string
  status: CaseState['status']
  documents: { id: string; kind: string; title: string; number: string; issuedAt: number }[]
  /** Absent when the request had been answered before: what was decided this time was not written, and the case may have gone on since. */
  state?: CaseState
}

/** What the answer to a repeated request is rebuilt from; kept with the idempotency key. */
type KeptReply = Omit<CommandResult, 'state'>
/** What a caller is told. */
export type CommandReply = Omit<CommandResult, 'state' | 'caseId'>

/** Decides, then writes events, read model, papers, notices and audit in one commit; nothing is half done. */
export const runCommand = (parts: Parts, request: CommandRequest): Promise<Outcome<CommandResult>> =>
  runCommands(parts, request, [request.command])

/** Several commands of one case, each decided on what the ones before it made of the case; all of them in one commit, or none. */
export async function runCommands(
  parts: Parts,
  request: Omit<CommandRequest, 'command'>,
  commands: readonly [Command, ...Command[]],
): Promise<Outcome<CommandResult>> {
  const { before, actor, caseId } = request
  const [command] = commands
  const now = parts.clock.now()
  // The four promises are kept by the agency, so that its hours count, wherever the application was put down.
  const agencyId = before?.agencyId ?? ('agencyId' in command ? command.agencyId : '')
  const [calendar, office, parameters, agency] = await Promise.all([
    parts.law.calendar(),
    parts.law.office(agencyId),
    parts.law.parameters(),
    letterheadOf(parts, agencyId, before),
  ])
  const context: Context = { actor, now, calendar, office, parameters }

  const settings: IssueSettings & { caseId: string } = {
    agencyId: agency.agencyId,
    agencyShort: agency.short,
    publicUrl: parts.config.publicUrl,
    caseId,
  }
  const from = before?.version ?? 0
  const written: {
    numbers: NumberWanted[]
    documents: DocumentRow[]
    events: RecordedEvent[]
    outbox: OutboxMessage[]
    representations: RepresentationRow[]
    audit: AuditEntry[]
  } = { numbers: [], documents: [], events: [], outbox: [], representations: [], audit: [] }
  let reached = before
  for (const one of commands) {
    const writers = papersOf(one, reached)
    const { wanted, markers } = reserve(writers, settings, yearOf({ now }))
    const numbered = 'documentNumber' in one && markers[0] !== undefined ? { ...one, documentNumber: markers[0] } : one
    const decision = decide(reached, numbered, context)
    if (!decision.ok) return refused(decision.refusal, decision.data)
    const events = decision.events.map(
      (event, i) => ({ ...event, at: now, actor, version: from + written.events.length + i + 1 }) as RecordedEvent,
    )
    const after: CaseState = events.reduce<CaseState | null>((s, event) => evolve(s, event), reached) as CaseState
    const { head, custodyPlace } = agency
    const paperContext: PaperContext = { state: after, now, by: actor.name, head, calendar, parameters, custodyPlace }
    written.documents.push(
      ...writePapers(writers, markers, paperContext, settings),
      ...(one.type === 'submitApplication' ? applicationPapers(paperContext, settings) : []),
    )
    written.numbers.push(...wanted)
    written.events.push(...events)
    written.outbox.push(...noticesOf(caseId, after, events, now, calendar, reached))
    written.representations.push(...representationsOf(caseId, reached, after, now))
    written.audit.push(auditOf(request, one, now, events))
    reached = after
  }
  const state = reached as CaseState
  const { events, documents } = written

  const reply: KeptReply = {
    caseId,
    version: state.version,
    number: state.number,
    status: state.status,
    documents: documents.map(viewOf),
  }
  const set: WriteSet = {
    access: request.access,
    ...(request.idempotencyKey
      ? {
          idempotencyKey: {
            scope: request.idempotencyScope,
            key: request.idempotencyKey,
            requestHash: hashOf(request.requestBody),
            reply,
          },
        }
      : {}),
    stream: {
      caseId,
      expectedVersion: from,
      events: events.map(({ type, data, at }) => ({ type, data, at, meta: { actor } })),
      row: caseRow(caseId, state, now, { calendar, office }),
    },
    numbers: [...written.numbers, ...(request.numbers ?? [])],
    documents,
    outbox: written.outbox,
    steps: sameDaySteps(caseId, before, state, { office, calendar }),
    audit: written.audit,
    materials: request.materials ?? [],
    ...request.besides,
    representations: written.representations,
  }
  return settle(await parts.database.commit(set), state, reply)
}

function settle(outcome: CommitOutcome, state: CaseState, reply: KeptReply): Outcome<CommandResult> {
  if (outcome.ok) {
    const settled = withNumbers({ ...reply, state }, outcome.numbers)
    return done(settled, { etag: String(settled.version) })
  }
  switch (outcome.reason) {
    case 'alreadyDone':
      return done(outcome.reply as KeptReply)
    case 'versionConflict':
      return failed('changedMeanwhile')
    case 'keyReused':
      return failed('keyReused')
    case 'forbidden':
      return failed('forbidden')
    default:
      return outcome satisfies never
  }
}

/** Puts the numbers the commit gave where the markers stand. */
function withNumbers<T>(value: T, numbers: Record<string, string>): T {
  const markers = Object.entries(numbers).map(([slot, number]) => [`#${slot}#`, number] as const)
  return markers.length === 0 ? value : (filled(value, markers) as T)
}

/** Only what holds a marker is copied; the rest of a large state stays as it is. */
function filled(value: unknown, markers: readonly (readonly [string, string])[]): unknown {
  if (typeof value === 'string')
    return value.includes('#number:')
      ? markers.reduce((text, [marker, number]) => text.replaceAll(marker, number), value)
      : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const changed = entries.flatMap(([key, old]) => {
    const fresh = filled(old, markers)
    return fresh === old ? [] : [[key, fresh] as const]
  })
  if (changed.length === 0) return value
  return Object.assign(Array.isArray(value) ? [...(value as unknown[])] : { ...value }, Object.fromEntries(changed))
}

const viewOf = ({ id, kind, title, number, issuedAt }: DocumentRow) => ({ id, kind, title, number, issuedAt })
export const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')
export const newCaseId = (): string => randomUUID()

function auditOf(
  { actor, caseId }: Pick<CommandRequest, 'actor' | 'caseId'>,
  command: Command,
  at: RecordedEvent['at'],
  events: readonly RecordedEvent[],
): AuditEntry {
  return {
    at,
    actor: {
      kind: actor.kind,
      id: actor.id,
      name: actor.name,
      role: actor.roles[0] ?? null,
      placeId: actor.placeId,
      channel: actor.channel,
    },
    action: 'change',
    subjectKind: 'case',
    subjectId: caseId,
    caseId,
    fields: [command.type, ...events.map((e) => e.type)],
  }
}

/** Who acts for the recipient, kept for the conflict check of later cases (CF-1, CF-9). */
function representationsOf(
  caseId: string,
  before: CaseState | null,
  after: CaseState,
  now: RecordedEvent['at'],
): RepresentationRow[] {
  const old = before?.assignment,
    fresh = after.assignment
  if (old?.provider.staffId === fresh?.provider.staffId && old?.at === fresh?.at) return []
  if (fresh) return [{ caseId, lawyerId: fresh.provider.staffId, firmId: fresh.provider.orgId, since: now }]
  return old ? [{ caseId, lawyerId: old.provider.staffId, firmId: old.provider.orgId, since: old.at, until: now }] : []
}
