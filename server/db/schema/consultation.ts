import { boolean, integer, jsonb, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant } from './columns.ts'

/** One consultation; everything said in it is sealed. */
export const consultationSession = fatong.table('consultation_session', {
  id: uuid('id').primaryKey(),
  secretHash: bytes('secret_hash').notNull(),
  personId: uuid('person_id'),
  dataEnc: bytes('data_enc').notNull(),
  version: integer('version').notNull(),
  channel: text('channel').notNull(),
  learns: boolean('learns').notNull().default(false),
  codeHash: bytes('code_hash'),
  codeUntil: instant('code_until'),
  draftId: uuid('draft_id'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** One thing asked, for the quality of answers. */
export const consultationTurn = fatong.table('consultation_turn', {
  id: uuid('id').primaryKey(),
  sessionId: uuid('session_id').notNull(),
  at: instant('at').notNull(),
  questionEnc: bytes('question_enc'),
  /** Without personal data. */
  masked: text('masked').notNull(),
  kind: text('kind').notNull(),
  topic: text('topic'),
  confidence: real('confidence').notNull(),
  guide: text('guide'),
  sources: text('sources').array().notNull(),
  emergencies: text('emergencies').array().notNull(),
  helpful: boolean('helpful'),
})

/** A question for a person (问题单). */
export const questionTicket = fatong.table('question_ticket', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull(),
  personId: uuid('person_id').notNull(),
  sessionId: uuid('session_id'),
  topic: text('topic').notNull(),
  urgent: boolean('urgent').notNull(),
  /** open, taken, answered, closed */
  state: text('state').notNull(),
  masked: text('masked').notNull(),
  threadEnc: bytes('thread_enc').notNull(),
  learns: boolean('learns').notNull(),
  version: integer('version').notNull(),
  openedAt: instant('opened_at').notNull(),
  pledgeAt: instant('pledge_at').notNull(),
  takenBy: uuid('taken_by'),
  takenByName: text('taken_by_name'),
  takenAt: instant('taken_at'),
  answeredAt: instant('answered_at'),
  rating: integer('rating'),
  updatedAt: instant('updated_at').notNull(),
})

export const questionTicketEvent = fatong.table(
  'question_ticket_event',
  {
    ticketId: uuid('ticket_id').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    data: jsonb('data').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.version] })],
)

/** Somebody says that an answer is wrong. */
export const answerFlag = fatong.table('answer_flag', {
  id: uuid('id').primaryKey(),
  at: instant('at').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subject: text('subject').notNull(),
  reason: text('reason').notNull(),
  note: text('note').notNull(),
  byKind: text('by_kind').notNull(),
  /** of a question: its own asker says so, which alone opens it to those who look after the answers */
  byAsker: boolean('by_asker').notNull().default(false),
  state: text('state').notNull().default('open'),
  outcome: text('outcome'),
  settledNote: text('settled_note'),
  settledBy: uuid('settled_by'),
  settledByName: text('settled_by_name'),
  settledAt: instant('settled_at'),
})

/** Question and article that belong together, from people who agreed. */
export const labelledPair = fatong.table('labelled_pair', {
  id: uuid('id').primaryKey(),
  at: instant('at').notNull(),
  question: text('question').notNull(),
  articleKey: text('article_key').notNull(),
  origin: text('origin').notNull(),
})
