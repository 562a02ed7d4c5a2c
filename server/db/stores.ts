import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { Connections } from './postgres.ts'
import { adviceStore } from './stores/advice.ts'
import { answeredBefore } from './stores/answered-before.ts'
import { attemptStore } from './stores/attempts.ts'
import { callbackStore } from './stores/callbacks.ts'
import { caseStore } from './stores/cases.ts'
import { conflictStore } from './stores/conflicts.ts'
import { consultationQualityStore } from './stores/consultation-quality.ts'
import { consultationSessionStore } from './stores/consultation-sessions.ts'
import { ticketStore } from './stores/consultation-tickets.ts'
import { documentStore } from './stores/documents.ts'
import { draftStore } from './stores/drafts.ts'
import { handoverStore } from './stores/handovers.ts'
import { libraryStore } from './stores/library.ts'
import { materialStore } from './stores/files.ts'
import { guideStore } from './stores/guides.ts'
import { lawSettingsStore } from './stores/law-settings.ts'
import { networkStore } from './stores/network.ts'
import { noticeStore } from './stores/notices.ts'
import { codeStore } from './stores/one-time-codes.ts'
import { outboxStore } from './stores/outbox.ts'
import { oversightStore } from './stores/oversight.ts'
import { ownDataStore } from './stores/own-data.ts'
import { peopleStore } from './stores/people.ts'
import { pastCaseStore } from './stores/past-cases.ts'
import { placeStore } from './stores/places.ts'
import { providerStore } from './stores/providers.ts'
import { serviceLogStore } from './stores/service-log.ts'
import { sessionStore } from './stores/sessions.ts'
import { signInStore } from './stores/sign-in.ts'
import { staffStore } from './stores/staff-accounts.ts'

/** All stores, as actions get them handed in. */
export const openStores = (connections: Connections) => ({
  advice: adviceStore(connections),
  answeredBefore: answeredBefore(connections),
  attempts: attemptStore(connections),
  callbacks: callbackStore(connections),
  cases: caseStore(connections),
  conflicts: conflictStore(connections),
  consultations: consultationSessionStore(connections),
  consultationQuality: consultationQualityStore(connections),
  tickets: ticketStore(connections),
  documents: documentStore(connections),
  handovers: handoverStore(connections),
  inbox: noticeStore(connections),
  outbox: outboxStore(connections),
  providers: providerStore(connections),
  codes: codeStore(connections),
  drafts: draftStore(connections),
  guides: guideStore(connections),
  lawSettings: lawSettingsStore(connections),
  library: libraryStore(connections),
  materials: materialStore(connections),
  oversight: oversightStore(connections),
  ownData: ownDataStore(connections),
  network: networkStore(connections),
  pastCases: pastCaseStore(connections),
  people: peopleStore(connections),
  places: placeStore(connections),
  serviceLog: serviceLogStore(connections),
  sessions: sessionStore(connections, localDateOf),
  signIn: signInStore(connections),
  staff: staffStore(connections),
})
export type Stores = ReturnType<typeof openStores>
