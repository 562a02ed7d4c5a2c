import * as consultationAsk from './consultation/ask.ts'
import * as consultationDuty from './consultation/duty.ts'
import * as consultationFind from './consultation/find.ts'
import * as consultationQuality from './consultation/quality.ts'
import * as consultationSuggestions from './consultation/suggestions.ts'
import * as consultationTickets from './consultation/tickets.ts'
import { assessEligibility } from './eligibility.ts'
import { calculatorFigures } from './figures.ts'
import * as citizenCase from './citizen/case.ts'
import * as citizenDraft from './citizen/draft.ts'
import * as citizenWishes from './citizen/wishes.ts'
import * as citizenSession from './citizen/session.ts'
import * as administration from './desk/administration.ts'
import * as deskCases from './desk/cases.ts'
import { COMMAND_ROUTES, previewDocument, registerNotification } from './desk/commands.ts'
import * as deskNotices from './desk/notices.ts'
import * as deskSession from './desk/session.ts'
import * as guides from './knowledge/guides.ts'
import * as library from './knowledge/library.ts'
import * as networkAppointments from './network/appointments.ts'
import * as networkAssignment from './network/assignment.ts'
import * as networkCallbacks from './network/callbacks.ts'
import * as networkCoverage from './network/coverage.ts'
import * as networkFinder from './network/finder.ts'
import * as networkHandover from './network/handover.ts'
import * as networkRebalance from './network/rebalance.ts'
import * as networkReplay from './network/replay.ts'
import * as networkRoster from './network/roster.ts'
import * as networkServiceLog from './network/service-log.ts'
import * as networkTables from './network/tables.ts'
import type { Route } from './route.ts'

const isRoute = (v: unknown): v is Route => typeof v === 'object' && v !== null && 'audience' in v && 'path' in v
const routesOf = (module: object): Route[] => (Object.values(module) as unknown[]).filter(isRoute)

/** Every route of the API, in the order of the OpenAPI document. */
export const ROUTES: Route[] = [
  assessEligibility,
  calculatorFigures,
  ...routesOf(citizenSession),
  ...routesOf(citizenDraft),
  ...routesOf(citizenCase),
  ...routesOf(citizenWishes),
  ...routesOf(deskSession),
  ...routesOf(deskCases),
  ...routesOf(deskNotices),
  ...routesOf(COMMAND_ROUTES),
  previewDocument,
  registerNotification,
  ...routesOf(administration),
  ...routesOf(guides),
  ...routesOf(library),
  ...routesOf(consultationFind),
  ...routesOf(consultationSuggestions),
  ...routesOf(consultationAsk),
  ...routesOf(consultationTickets),
  ...routesOf(consultationQuality),
  ...routesOf(consultationDuty),
  ...routesOf(networkFinder),
  ...routesOf(networkAppointments),
  ...routesOf(networkRoster),
  ...routesOf(networkCoverage),
  ...routesOf(networkHandover),
  ...routesOf(networkTables),
  ...routesOf(networkAssignment),
  ...routesOf(networkRebalance),
  ...routesOf(networkReplay),
  ...routesOf(networkServiceLog),
  ...routesOf(networkCallbacks),
]
