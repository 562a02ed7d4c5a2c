import type { IndexedField, SealedField } from '../../identity/crypto/personal-data.ts'

/** A column of sealed values; `mark` is the column beside it that holds the blind index of the same value. */
export interface SealedColumn {
  name: string
  field: SealedField
  mark?: { name: string; of: IndexedField }
}
export interface SealedTable {
  table: string
  key: { name: string; type: 'uuid' | 'bigint' }
  columns: readonly SealedColumn[]
}

const byId = (table: string, ...columns: SealedColumn[]): SealedTable => ({
  table,
  key: { name: 'id', type: 'uuid' },
  columns,
})

/** Every column that holds what the installation's key seals. A test compares it with the columns that the database has. */
export const SEALED_TABLES: readonly SealedTable[] = [
  byId(
    'person',
    { name: 'id_number_enc', field: 'person.idNumber', mark: { name: 'id_number_bidx', of: 'idNumber' } },
    { name: 'phone_enc', field: 'person.phone', mark: { name: 'phone_bidx', of: 'phone' } },
    { name: 'address_enc', field: 'person.address' },
  ),
  byId(
    'staff',
    { name: 'phone_enc', field: 'staff.phone', mark: { name: 'phone_bidx', of: 'phone' } },
    { name: 'totp_secret_enc', field: 'staff.totp' },
  ),
  byId('draft', { name: 'data_enc', field: 'draft.data' }),
  {
    table: 'outbox',
    key: { name: 'id', type: 'bigint' },
    columns: [{ name: 'recipient_enc', field: 'outbox.recipient' }],
  },
  byId('consultation_session', { name: 'data_enc', field: 'consultation.data' }),
  byId('consultation_turn', { name: 'question_enc', field: 'consultation.question' }),
  byId('question_ticket', { name: 'thread_enc', field: 'question.thread' }),
  byId('team_member', { name: 'phone_enc', field: 'team.phone' }),
  byId('appointment', { name: 'note_enc', field: 'appointment.note' }),
  byId('handover', { name: 'text_enc', field: 'handover.text' }),
  byId('callback', { name: 'text_enc', field: 'callback.text' }),
]

/** Values that stand sealed, as base64, among the other things of a profile; `name` is the SQL pattern of their keys. */
export const SEALED_IN_PROFILES: readonly { table: string; name: string; field: SealedField }[] = [
  { table: 'person', name: 'particulars:%', field: 'person.particulars' },
  { table: 'staff', name: 'relatives', field: 'staff.relatives' },
]

/** Marks that stand elsewhere than beside their value; they follow the person or member of staff they were made of. */
export const COPIED_MARKS: readonly { table: string; name: string; of: IndexedField }[] = [
  { table: 'party', name: 'id_bidx', of: 'idNumber' },
  { table: 'sms_simulated', name: 'phone_bidx', of: 'phone' },
]

/** Bytes that no key of ours made, or that end with a change of keys: `otp` and `attempt` are emptied then. */
export const OTHER_BYTES: readonly string[] = [
  'attempt.key',
  'case_file.head_hash',
  'consultation_session.code_hash',
  'consultation_session.secret_hash',
  'document_template.docx',
  'draft.secret_hash',
  'event.hash',
  'event.prev_hash',
  'installation_key.changing_from',
  'installation_key.key_id',
  'otp.code_hash',
  'otp.phone_bidx',
  'session.id',
]
