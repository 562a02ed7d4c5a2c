import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, json, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant, localDate, searched } from './columns.ts'

/**
 * One row a case: what lists and searches read, the folded state, and the head of the history's hash chain.
 * Rewritten with every event, so it has few indexes.
 */
export const caseFile = fatong.table(
  'case_file',
  {
    id: uuid('id').primaryKey(),
    number: searched('number').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    matter: text('matter').notNull(),
    serviceForm: text('service_form').notNull(),
    applicantName: text('applicant_name').notNull(),
    applicantId: uuid('applicant_id').notNull(),
    proxyId: uuid('proxy_id'),
    helperStaffId: uuid('helper_staff_id'),
    placeId: uuid('place_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    lawyerId: uuid('lawyer_id'),
    lawyerName: text('lawyer_name'),
    firmId: uuid('firm_id'),
    opponents: text('opponents').notNull(),
    claimFen: bigint('claim_fen', { mode: 'number' }),
    submittedAt: instant('submitted_at').notNull(),
    dueTarget: instant('due_target'),
    dueStatutory: localDate('due_statutory'),
    nextDue: instant('next_due').notNull(),
    light: text('light').notNull(),
    objectionOpen: boolean('objection_open').notNull().default(false),
    updatedAt: instant('updated_at').notNull(),
    version: integer('version').notNull(),
    headHash: bytes('head_hash').notNull(),
    steps: json('steps').notNull(),
    state: json('state').notNull(),
  },
  (t) => [
    uniqueIndex('case_file_number').on(t.number),
    index('case_file_queue').on(t.agencyId, t.status, t.nextDue, t.id),
    index('case_file_place').on(t.placeId, t.nextDue, t.id).where(sql`place_id <> agency_id`),
    index('case_file_applicant').on(t.applicantId),
    index('case_file_proxy').on(t.proxyId).where(sql`proxy_id is not null`),
    index('case_file_lawyer').on(t.lawyerId, t.nextDue, t.id).where(sql`lawyer_id is not null`),
    index('case_file_firm').on(t.firmId, t.nextDue, t.id).where(sql`firm_id is not null`),
  ],
)

/** Everybody named on either side of a case: searched by name, checked for conflicts of interest. */
export const party = fatong.table(
  'party',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: uuid('case_id').notNull(),
    side: text('side').notNull(),
    name: text('name').notNull(),
    nameNormalised: searched('name_normalised').notNull(),
    personId: uuid('person_id'),
    idBidx: bytes('id_bidx'),
    creditCode: text('credit_code'),
  },
  (t) => [
    index('party_name').on(t.nameNormalised, t.caseId),
    index('party_case').on(t.caseId),
    index('party_id_bidx').on(t.idBidx).where(sql`id_bidx is not null`),
    index('party_credit_code').on(t.creditCode).where(sql`credit_code is not null`),
  ],
)

/** Who acted for the applicant of a case, from when to when; former clients are found here. */
export const representation = fatong.table(
  'representation',
  {
    caseId: uuid('case_id').notNull(),
    lawyerId: uuid('lawyer_id').notNull(),
    firmId: uuid('firm_id').notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.lawyerId, t.since] }),
    index('representation_lawyer').on(t.lawyerId, t.since),
  ],
)

/** One row a finished step of the four same-days: the board counts these. */
export const stepDone = fatong.table(
  'step_done',
  {
    caseId: uuid('case_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    day: localDate('day').notNull(),
    step: text('step').notNull(),
    minutes: integer('minutes').notNull(),
    sameDay: boolean('same_day').notNull(),
    paused: boolean('paused').notNull().default(false),
  },
  (t) => [
    index('step_done_board').on(t.agencyId, t.day, t.step, t.minutes, t.sameDay, t.paused, t.caseId),
    index('step_done_case').on(t.caseId),
  ],
)

/** Last serial number given, by agency, kind of document and year. */
export const documentCounter = fatong.table(
  'document_counter',
  {
    agencyId: uuid('agency_id').notNull(),
    kind: text('kind').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.kind, t.year] })],
)
