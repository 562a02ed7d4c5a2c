import { randomUUID } from 'node:crypto'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from './access.ts'
import type {
  AuditEntry,
  CaseRow,
  DocumentRow,
  MaterialRow,
  NewEvent,
  OutboxMessage,
  PartyRow,
  PersonRow,
  RepresentationRow,
  StepRow,
} from './rows.ts'

/** The channel of the outbox on which all open lights are judged anew. */
export const LIGHTS = 'lights'

/**
 * A number to be given inside the commit. Wherever `#slot#` stands in the data or meta of an event, in the row's number,
 * steps or state, in a document's number or data, in an outbox payload or in the kept reply, the number will stand.
 */
export interface NumberWanted {
  slot: string
  agencyId: string
  /** 'case' or the kind of a document */
  kind: string
  year: number
  /** with one %s, e.g. 兰新法援决字〔2026〕第%s号 */
  format: string
  /** digits the serial is padded to */
  pad: number
}

/** A slot nobody can have typed, and the text that stands for the number until it is known. */
export function newSlot(): { slot: string; marker: string } {
  const slot = `number:${randomUUID()}`
  return { slot, marker: `#${slot}#` }
}

/** Everything one caller wants written, or nothing of it. Data only. */
export interface WriteSet {
  access: AccessContext
  /** `at`: when it was used, for retention; the database's clock when absent */
  idempotencyKey?: { scope: string; key: string; requestHash: string; reply: unknown; at?: Instant }
  stream?: { caseId: string; expectedVersion: number; events: readonly NewEvent[]; row: CaseRow }
  numbers?: readonly NumberWanted[]
  people?: readonly PersonRow[]
  parties?: readonly PartyRow[]
  documents?: readonly DocumentRow[]
  materials?: readonly MaterialRow[]
  /** the draft this was written in: it ends here, and nothing comes of it a second time */
  draftId?: string
  representations?: readonly RepresentationRow[]
  outbox?: readonly OutboxMessage[]
  steps?: readonly StepRow[]
  audit?: readonly AuditEntry[]
}

export type CommitOutcome =
  | {
      ok: true /** of the case; 0 without a stream */
      version: number /** slot -> number */
      numbers: Record<string, string>
    }
  | { ok: false; reason: 'versionConflict' }
  /** the same request was answered before; this is that answer */
  | { ok: false; reason: 'alreadyDone'; reply: unknown }
  /** the key was used for another request */
  | { ok: false; reason: 'keyReused' }
  | { ok: false; reason: 'forbidden' }
