import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import type { ConsultationParts } from './consultation/library.ts'
import type { GuideShelf } from './guides/shelf.ts'
import type { Knowledge } from './library/knowledge.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { Stores } from '../db/stores.ts'
import type { Documents } from '../documents/documents.ts'
import type { DocumentKind } from '../documents/kinds.ts'
import type { Files } from '../files/files.ts'
import type { PersonalDataCrypto } from '../identity/crypto/personal-data.ts'
import type { Sessions } from '../identity/session/sessions.ts'
import type { NetworkEngine } from '../network/orders.ts'
import type { Tables } from '../outside/tables/tables.ts'
import type { SmsSender } from '../outside/sms/sender.ts'

export interface Clock {
  now(): Instant
}

/** Law as it is set at this moment: tables and figures kept in the database, cached for a few seconds. */
export interface LawInForce {
  calendar(): Promise<WorkCalendar>
  /** Opening hours and cut-off of the place; the district's where the place has none. */
  office(placeId: string): Promise<OfficeSettings>
  parameters(): Promise<ParameterSet>
  /** Forget what is cached; called after a release. */
  refresh(): void
}

export interface Log {
  info(data: object, message: string): void
  warn(data: object, message: string): void
  error(data: object, message: string): void
}

/** Everything an action may use. Joined to real I/O in compose.ts only. */
export interface Parts {
  config: Config
  database: Database
  stores: Stores
  clock: Clock
  crypto: PersonalDataCrypto
  sms: SmsSender
  /** who a cookie belongs to, cached for a moment */
  sessions: Sessions
  files: Files
  documents: Documents
  /** every kind of official document, in the order the desk lists them */
  documentKinds: readonly { kind: DocumentKind; title: string }[]
  law: LawInForce
  guides: GuideShelf
  knowledge: Knowledge
  consultation: ConsultationParts
  network: NetworkEngine
  tables: Tables
  log: Log
}
