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

export const rosterChange = fatong.table('roster_change', {
  lineId: uuid('line_id').notNull(),
  day: localDate('day').notNull(),
  coverId: uuid('cover_id'),
  reason: text('reason').notNull(),
}, (t) => [primaryKey({ columns: [t.lineId, t.day] })])

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
  state: text('state').notNull(),
  cancelledBy: text('cancelled_by'),
  reason: text('reason'),
  bookedAt: instant('booked_at').notNull(),
  changedAt: instant('changed_at').notNull(),
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
  state: text('state').notNull(),
  dueAt: instant('due_at').notNull(),
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
  chosen: text('chosen').notNull(),
  followed: boolean('followed').notNull(),
  reason: text('reason'),
})
