import { accessTexts } from '../access.ts'
import { normaliseName } from '../names.ts'
import type { CaseRow } from '../rows.ts'
import type { WriteSet } from '../writeset.ts'

/** Arguments of fatong.commit_batch: items and tail as JSON text, long texts apart so that they are kept byte for byte. */
export interface Payload {
  items: string
  numbers: string
  tail: string
  texts: string[]
  /** position in the batch -> index of the write set */
  order: number[]
}

const iso = (ms: number) => new Date(ms).toISOString()
const isoOrNull = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : iso(ms))
const hex = (bytes: Buffer | null | undefined) => (bytes ? `\\x${bytes.toString('hex')}` : null)

/**
 * Lays out a batch. Items go by case id, so that two batches lock cases in one order; items of one case keep
 * their order. Numbers go by counter for the same reason.
 */
export function payloadOf(sets: readonly WriteSet[]): Payload {
  const order = sets.map((_, i) => i)
  if (sets.length > 1) order.sort((a, b) => compare(sets[a]!.stream?.caseId ?? '', sets[b]!.stream?.caseId ?? '') || a - b)
  const texts: string[] = []
  const add = (value: unknown) => texts.push(JSON.stringify(value))
  const items: object[] = []
  const numbers: (object & { order: string })[] = []
  const tail = new Tail()
  order.forEach((index, i) => {
    const set = sets[index]!
    const from = texts.length + 1
    items.push(itemOf(set, add))
    tail.add(set, i, add)
    for (const wanted of set.numbers ?? []) {
      const { slot, agencyId: agency, kind, year, format, pad } = wanted
      numbers.push({
        i, a: accessTexts(set.access), slot, agency, kind, year, format, pad, from, to: texts.length,
        order: `${agency} ${kind} ${year}`,
      })
    }
  })
  numbers.sort((a, b) => compare(a.order, b.order))
  return { items: JSON.stringify(items), numbers: JSON.stringify(numbers), tail: JSON.stringify(tail.tables), texts, order }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function itemOf(set: WriteSet, add: (value: unknown) => number): object {
  const { stream } = set
  return {
    a: accessTexts(set.access),
    ...(stream && {
      c: stream.caseId,
      v: stream.expectedVersion,
      e: stream.events.map((event) => [event.type, iso(event.at), add(event.data), add(event.meta)]),
      r: columnsOf(stream.row),
      s: add(stream.row.state),
    }),
    ...(set.people?.length && { people: set.people.map((p) => ({
      id: p.id, name: p.name, id_number_enc: hex(p.idNumberEnc), id_number_bidx: hex(p.idNumberBidx), phone_enc: hex(p.phoneEnc),
      phone_bidx: hex(p.phoneBidx), address_enc: hex(p.addressEnc), birth_date: p.birthDate, gender: p.gender,
      profile: p.profile ?? {}, created_at: iso(p.createdAt), created_by: p.createdBy ?? 'self',
    })) }),
    ...(set.parties?.length && { parties: set.parties.map((p) => ({
      case_id: p.caseId, side: p.side, name: p.name, name_normalised: normaliseName(p.name), person_id: p.personId,
      id_bidx: hex(p.idBidx), credit_code: p.creditCode,
    })) }),
    ...(set.documents?.length && { documents: set.documents.map((d) => ({
      id: d.id, case_id: d.caseId, kind: d.kind, number: d.number, title: d.title, data: d.data, issued_at: iso(d.issuedAt),
      verify_code: d.verifyCode, pdf_sha256: d.pdfSha256, docx_sha256: d.docxSha256,
    })) }),
    ...(set.materials?.length && { materials: set.materials.map((m) => ({
      id: m.id, case_id: m.caseId, draft_id: m.draftId, sha256: m.sha256, kind: m.kind, name: m.name,
      added_by_kind: m.addedByKind, added_by_id: m.addedById, added_at: iso(m.addedAt),
    })) }),
    ...(set.representations?.length && { representations: set.representations.map((r) => ({
      case_id: r.caseId, lawyer_id: r.lawyerId, firm_id: r.firmId, since: iso(r.since), until: isoOrNull(r.until),
    })) }),
  }
}

function columnsOf(row: CaseRow): object {
  return {
    number: row.number, kind: row.kind, status: row.status, matter: row.matter, service_form: row.serviceForm,
    applicant_name: row.applicantName, applicant_id: row.applicantId, proxy_id: row.proxyId, helper_staff_id: row.helperStaffId,
    place_id: row.placeId, agency_id: row.agencyId, lawyer_id: row.lawyerId, lawyer_name: row.lawyerName, firm_id: row.firmId,
    opponents: row.opponents, claim_fen: row.claimFen, submitted_at: iso(row.submittedAt), due_target: isoOrNull(row.dueTarget),
    due_statutory: row.dueStatutory, next_due: iso(row.nextDue), light: row.light, objection_open: row.objectionOpen ?? false,
    updated_at: iso(row.updatedAt), steps: row.steps,
  }
}

/** Rows that are inserted for the whole batch at once, each with the position of its item. */
class Tail {
  readonly tables: Partial<Record<'keys' | 'outbox' | 'audit' | 'steps' | 'deadlines', object[]>> = {}

  add(set: WriteSet, i: number, text: (value: unknown) => number): void {
    const key = set.idempotencyKey
    if (key) {
      this.push('keys', { i, scope: key.scope, key: key.key, request_hash: key.requestHash, reply: text(key.reply), at: iso(set.at) })
    }
    for (const m of set.outbox ?? []) {
      this.push('outbox', {
        i, channel: m.channel, recipient_enc: hex(m.recipientEnc), recipient_kind: m.recipientKind, recipient_id: m.recipientId,
        payload: m.payload, case_id: m.caseId, created_at: iso(m.at), next_at: iso(m.notBefore ?? m.at),
      })
    }
    for (const a of set.audit ?? []) {
      this.push('audit', {
        i, at: iso(a.at), actor_kind: a.actor.kind, actor_id: a.actor.id, actor_name: a.actor.name, actor_role: a.actor.role,
        place_id: a.actor.placeId, action: a.action, subject_kind: a.subjectKind, subject_id: a.subjectId, case_id: a.caseId,
        fields: a.fields, why: a.why, channel: a.actor.channel, ip_hash: a.ipHash,
      })
    }
    for (const s of set.steps ?? []) {
      this.push('steps', { i, case_id: s.caseId, agency_id: s.agencyId, day: s.day, step: s.step, minutes: s.minutes, same_day: s.sameDay })
    }
    for (const d of set.deadlines ?? []) {
      this.push('deadlines', { i, case_id: d.caseId, kind: d.kind, due: iso(d.due), remind_at: isoOrNull(d.remindAt), done: d.done ?? false })
    }
  }

  private push(table: keyof Tail['tables'], row: object): void {
    (this.tables[table] ??= []).push(row)
  }
}
