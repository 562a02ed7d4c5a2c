import { boolean, doublePrecision, integer, jsonb, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant, localDate } from './columns.ts'

/** Where people live: a village or community with how many live there, by age. */
export const village = fatong.table('village', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  townCode: text('town_code').notNull(),
  lon: doublePrecision('lon').notNull(),
  lat: doublePrecision('lat').notNull(),
  crs: text('crs').notNull(),
  approximate: boolean('approximate').notNull().default(false),
  child: integer('child').notNull(),
  adult: integer('adult').notNull(),
  elder: integer('elder').notNull(),
  oldest: integer('oldest').notNull(),
  source: text('source').notNull(),
})

/** Who helps people, with or without an account; the phone is sealed. */
export const teamMember = fatong.table('team_member', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  placeId: uuid('place_id').notNull(),
  staffId: uuid('staff_id'),
  phoneEnc: bytes('phone_enc'),
  gender: text('gender'),
  languages: text('languages').array().notNull().default([]),
  specialties: text('specialties').array().notNull().default([]),
  qualifications: jsonb('qualifications').notNull().default([]),
  training: jsonb('training').notNull().default([]),
  active: boolean('active').notNull().default(true),
})

/** Days on which somebody is away, both ends included. */
export const teamLeave = fatong.table('team_leave', {
  id: uuid('id').primaryKey(),
  memberId: uuid('member_id').notNull(),
  from: localDate('from_day').notNull(),
  to: localDate('to_day').notNull(),
  reason: text('reason').notNull(),
  enteredBy: uuid('entered_by').notNull(),
  enteredAt: instant('entered_at').notNull(),
})

/** One time somebody of the team helped; whom by kind, never by name. */
export const serviceEntry = fatong.table('service_entry', {
  id: uuid('id').primaryKey(),
  memberId: uuid('member_id').notNull(),
  placeId: uuid('place_id').notNull(),
  day: localDate('day').notNull(),
  atPlace: text('at_place').notNull(),
  work: text('work').notNull(),
  helped: text('helped').notNull(),
  people: integer('people').notNull(),
  matter: text('matter').notNull(),
  minutes: smallint('minutes').notNull(),
  result: text('result').notNull(),
  note: text('note').notNull().default(''),
  enteredBy: uuid('entered_by').notNull(),
  enteredName: text('entered_name').notNull(),
  enteredAt: instant('entered_at').notNull(),
  struckAt: instant('struck_at'),
  struckReason: text('struck_reason'),
})

export const rosterLine = fatong.table('roster_line', {
  id: uuid('id').primaryKey(),
  placeId: uuid('place_id').notNull(),
  memberId: uuid('member_id').notNull(),
  kind: text('kind').notNull(),
  services: text('services').array().notNull(),
  weekday: smallint('weekday').notNull(),
  fromMinute: smallint('from_minute').notNull(),
  toMinute: smallint('to_minute').notNull(),
  validFrom: localDate('valid_from').notNull(),
  validTo: localDate('valid_to'),
})

export const rosterChange = fatong.table(
  'roster_change',
  {
    lineId: uuid('line_id').notNull(),
    day: localDate('day').notNull(),
    coverId: uuid('cover_id'),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.lineId, t.day] })],
)

export const appointment = fatong.table('appointment', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull(),
  placeId: uuid('place_id').notNull(),
  day: localDate('day').notNull(),
  fromMinute: smallint('from_minute').notNull(),
  toMinute: smallint('to_minute').notNull(),
  service: text('service').notNull(),
  personId: uuid('person_id').notNull(),
  noteEnc: bytes('note_enc'),
  /** name of its video room; the address is this in the district's template, or what somebody typed */
  room: text('room').notNull(),
  videoUrl: text('video_url'),
  state: text('state').notNull(),
  cancelledBy: text('cancelled_by'),
  reason: text('reason'),
  bookedAt: instant('booked_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** since when staff know that nobody receives the visitor; null while somebody does */
  unmetAt: instant('unmet_at'),
  /** when the visitor was reminded of this time */
  remindedAt: instant('reminded_at'),
  /** since when it has the place and time it has: booked, or moved there */
  placedAt: instant('placed_at').notNull(),
  /** when staff were last asked to ring the visitor, because nobody receives them at this time */
  rungAt: instant('rung_at'),
})

/** A matter handed from one place to another, and what became of it. */
export const handover = fatong.table('handover', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull(),
  fromPlace: uuid('from_place').notNull(),
  toPlace: uuid('to_place').notNull(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  textEnc: bytes('text_enc').notNull(),
  caseId: uuid('case_id'),
  videoUrl: text('video_url'),
  room: text('room').notNull(),
  /** when both meet by video */
  meetAt: instant('meet_at'),
  state: text('state').notNull(),
  /** to be taken up by then */
  dueAt: instant('due_at').notNull(),
  /** to be done by then; null until it is taken up */
  finishBy: instant('finish_by'),
  /** when the next tier up is told, unless somebody acts before */
  escalateAt: instant('escalate_at'),
  escalatedTo: uuid('escalated_to'),
  escalatedAt: instant('escalated_at'),
  steps: jsonb('steps').notNull(),
  version: integer('version').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const assignmentAdvice = fatong.table('assignment_advice', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  agencyId: uuid('agency_id').notNull(),
  at: instant('at').notNull(),
  policy: text('policy').notNull(),
  byStaff: uuid('by_staff').notNull(),
  byName: text('by_name').notNull(),
  advised: jsonb('advised').notNull(),
  /** who was ranked where and why, the best first, and who was not open */
  ranking: jsonb('ranking').notNull().default([]),
  banned: jsonb('banned').notNull().default([]),
  settingsVersion: integer('settings_version').notNull().default(0),
  /** the same list shown twice to the same person is kept once */
  digest: text('digest').notNull().default(''),
  /** empty until somebody was chosen; filled in once */
  chosen: text('chosen'),
  followed: boolean('followed'),
  /** of the one chosen, from 1; 0 for somebody not on the list */
  place: integer('place'),
  reason: text('reason'),
  settledAt: instant('settled_at'),
})

/** Somebody asks to be called back; who is called and who calls are told apart by person and staff. */
export const callback = fatong.table('callback', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull(),
  placeId: uuid('place_id').notNull(),
  memberId: uuid('member_id'),
  personId: uuid('person_id'),
  fromStaff: uuid('from_staff'),
  fromName: text('from_name').notNull(),
  textEnc: bytes('text_enc').notNull(),
  state: text('state').notNull(),
  note: text('note'),
  doneBy: text('done_by'),
  askedAt: instant('asked_at').notNull(),
  changedAt: instant('changed_at').notNull(),
})
