import { accessTexts } from '../access.ts'
import { normaliseName } from '../names.ts'
import type { CaseRow } from '../rows.ts'
import type { WriteSet } from '../writeset.ts'

/** In the order fatong.commit_rows takes them. */
export const TABLES = [
  'numbers',
  'keys',
  'documents',
  'parties',
  'outbox',
  'audit',
  'steps',
  'representations',
  'people',
  'materials',
  'drafts',
] as const
type Table = (typeof TABLES)[number]
/** Rows of a batch by table; each with `i`, the position of its item. */
export type Tables = Partial<Record<Table, object[]>>
/** Rows of the cases themselves: what is checked, new rows, changed rows. */
export interface CaseTables {
  checks: object[]
  opened: object[]
  changed: object[]
}
/** Puts a value among the texts of the batch; answers its place, from 1. */
export type AddText = (value: unknown) => number

const iso = (ms: number) => new Date(ms).toISOString()
// What is null is left out of the JSON: PostgreSQL reads a missing field as null, and does not have to look at it.
const isoOrNone = (ms: number | null | undefined) => (ms === null || ms === undefined ? undefined : iso(ms))
const hex = (bytes: Buffer | null | undefined) => (bytes ? `\\x${bytes.toString('hex')}` : undefined)

/** Adds the rows of one write set. What hangs on a case hangs on the set's own case, whatever the row says. */
export function rowsOf(set: WriteSet, i: number, text: AddText, tables: Tables): void {
  const push = (table: Table, row: object) => (tables[table] ??= []).push(row)
  const case_id = set.stream?.caseId
  const writer = set.access.personId ?? set.access.staffId ?? set.access.kind
  const hanging = [set.documents, set.parties, set.materials, set.representations, set.steps]
  if (case_id === undefined && hanging.some((rows) => rows?.length)) throw new Error('rows of a case need its stream')
  // A number belongs to what is written with it, or it would be missing from its row of numbers.
  if (set.numbers?.some(({ agencyId }) => agencyId !== set.stream?.row.agencyId))
    throw new Error('a number needs a case of its agency')

  const key = set.idempotencyKey
  if (key)
    push('keys', {
      i,
      scope: key.scope,
      key: key.key,
      request_hash: key.requestHash,
      reply: text(key.reply),
      at: isoOrNone(key.at),
    })
  for (const d of set.documents ?? []) {
    push('documents', {
      i,
      id: d.id,
      case_id,
      kind: d.kind,
      number: d.number,
      title: d.title,
      data: text(d.data),
      issued_at: iso(d.issuedAt),
      verify_code: d.verifyCode,
      pdf_sha256: d.pdfSha256,
      docx_sha256: d.docxSha256,
    })
  }
  for (const p of set.parties ?? []) {
    push('parties', {
      i,
      case_id,
      side: p.side,
      name: p.name,
      name_normalised: normaliseName(p.name),
      person_id: p.personId,
      id_bidx: hex(p.idBidx),
      credit_code: p.creditCode,
    })
  }
  for (const m of set.outbox ?? []) {
    push('outbox', {
      i,
      channel: m.channel,
      recipient_enc: hex(m.recipientEnc),
      recipient_kind: m.recipientKind,
      recipient_id: m.recipientId,
      payload: text(m.payload),
      case_id: m.caseId,
      created_at: iso(m.at),
      next_at: iso(m.notBefore ?? m.at),
    })
  }
  for (const a of set.audit ?? []) {
    push('audit', {
      i,
      at: iso(a.at),
      actor_kind: a.actor.kind,
      actor_id: a.actor.id,
      actor_name: a.actor.name,
      actor_role: a.actor.role,
      place_id: a.actor.placeId,
      action: a.action,
      subject_kind: a.subjectKind,
      subject_id: a.subjectId,
      case_id: a.caseId,
      fields: a.fields,
      why: a.why,
      channel: a.actor.channel,
      ip_hash: a.ipHash,
    })
  }
  for (const s of set.steps ?? []) {
    push('steps', {
      i,
      case_id,
      agency_id: s.agencyId,
      day: s.day,
      step: s.step,
      minutes: s.minutes,
      same_day: s.sameDay,
      paused: s.paused ?? false,
    })
  }
  for (const r of set.representations ?? []) {
    push('representations', {
      i,
      case_id,
      lawyer_id: r.lawyerId,
      firm_id: r.firmId,
      since: iso(r.since),
      until: isoOrNone(r.until),
    })
  }
  for (const p of set.people ?? []) {
    push('people', {
      i,
      id: p.id,
      name: p.name,
      id_number_enc: hex(p.idNumberEnc),
      id_number_bidx: hex(p.idNumberBidx),
      phone_enc: hex(p.phoneEnc),
      phone_bidx: hex(p.phoneBidx),
      address_enc: hex(p.addressEnc),
      birth_date: p.birthDate,
      gender: p.gender,
      profile: p.profile ?? {},
      created_at: iso(p.createdAt),
      created_by: writer,
    })
  }
  if (set.draftId !== undefined) push('drafts', { i, id: set.draftId })
  for (const m of set.materials ?? []) {
    push('materials', {
      i,
      id: m.id,
      case_id,
      sha256: m.sha256,
      kind: m.kind,
      name: m.name,
      added_by_kind: m.addedByKind,
      added_by_id: m.addedById,
      added_at: iso(m.addedAt),
    })
  }
}

/** Adds the case of one write set with its events. */
export function caseRows({ stream, access }: WriteSet, i: number, text: AddText, tables: CaseTables): void {
  if (!stream) return
  const { caseId: id, expectedVersion: v, row } = stream
  const events = stream.events.map(({ type, at, data, meta }) => ({
    type,
    at: iso(at),
    data: text(data),
    meta: text(meta),
  }))
  const [first, ...more] = events
  if (!first) throw new Error('a stream is written with at least one event')
  tables.checks.push({
    i,
    id,
    a: accessTexts(access),
    v,
    applicant_id: row.applicantId,
    proxy_id: row.proxyId ?? undefined,
    helper_staff_id: row.helperStaffId ?? undefined,
    place_id: row.placeId,
    agency_id: row.agencyId,
    ...first,
    more: more.length > 0 ? more.map(({ type, at, data, meta }) => [type, at, data, meta]) : undefined,
  })
  ;(v === 0 ? tables.opened : tables.changed).push({ i, id, v, ...columnsOf(row, text) })
}

function columnsOf(row: CaseRow, text: AddText): object {
  return {
    number: row.number,
    kind: row.kind,
    status: row.status,
    matter: row.matter,
    service_form: row.serviceForm,
    applicant_name: row.applicantName,
    applicant_id: row.applicantId,
    proxy_id: row.proxyId ?? undefined,
    helper_staff_id: row.helperStaffId ?? undefined,
    place_id: row.placeId,
    agency_id: row.agencyId,
    lawyer_id: row.lawyerId ?? undefined,
    lawyer_name: row.lawyerName ?? undefined,
    firm_id: row.firmId ?? undefined,
    opponents: row.opponents,
    claim_fen: row.claimFen ?? undefined,
    submitted_at: iso(row.submittedAt),
    due_target: isoOrNone(row.dueTarget),
    due_statutory: row.dueStatutory ?? undefined,
    next_due: iso(row.nextDue),
    light: row.light,
    objection_open: row.objectionOpen ?? false,
    updated_at: iso(row.updatedAt),
    steps: text(row.steps),
    state: text(row.state),
  }
}
