import { availableCommands } from '@fatong/casework/application/available.ts'
import type { CommandType } from '@fatong/casework/application/commands.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import { isOfRecipient, openReports, reportsOf } from '@fatong/casework/application/ending-reports.ts'
import { IN_HAND, type CaseState } from '@fatong/casework/application/state.ts'
import { supplementTerm } from '@fatong/casework/application/supplement-term.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import type { CitizenCase } from '@fatong/contract/citizen/case.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import type { StoredDocument } from '../../db/stores/documents.ts'
import type { StoredEvent } from '../../db/stores/cases/history.ts'
import { citizenLine } from '../casework/wording/history.ts'
import { isForCitizens } from '../documents/for-citizens.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { nextWords, pauseWords } from './next-words.ts'
import { stations } from './stations.ts'
import { statusText } from './status-words.ts'

type Paper = CitizenCase['materials'][number]

/** What of a case the view is made from. */
export interface Shown {
  id: string
  state: CaseState
  events: readonly StoredEvent[]
  documents: readonly StoredDocument[]
  /** uploaded, not handed in */
  waiting: readonly Paper[]
  reader: Actor
}

/** A case as the person who applied reads it. */
export async function caseView(
  parts: Parts,
  { id, state, events, documents, waiting, reader }: Shown,
): Promise<CitizenCase> {
  const now = parts.clock.now()
  const [calendar, office, parameters, places] = await Promise.all([
    parts.law.calendar(),
    parts.law.office(state.agencyId),
    parts.law.parameters(),
    directory(parts),
  ])
  const settings = { calendar, office }
  const place = places.byId.get(state.placeId) ?? places.center
  const allowed = new Set(
    availableCommands(state, { actor: reader, now, parameters, ...settings }).flatMap(({ command, allowed }) =>
      allowed ? [command] : [],
    ),
  )
  const can = (command: CommandType) => allowed.has(command)
  const { supplement, assignment } = state
  return {
    id,
    number: state.number,
    version: state.version,
    status: state.status,
    statusText: statusTextOf(state),
    matterText: matterText(state),
    applicantName: state.form?.applicant.name ?? state.letter?.defendant.name ?? '',
    submittedAt: state.openedAt,
    officeName: place.name,
    officePhone: place.phone ?? places.center.phone,
    steps: stations(state, settings),
    next: nextWords(state, now, settings),
    paused: pauseWords(state),
    supplement: supplement
      ? {
          items: supplement.items.map(({ code, wording }) => ({ code, wording })),
          deadline: supplementTerm(supplement, calendar).lastDay,
          suppliedAt: supplement.suppliedAt ?? null,
        }
      : null,
    lawyer: assignment
      ? {
          name: assignment.provider.name,
          firm: assignment.provider.orgName,
          accepted: assignment.acceptedAt !== undefined,
          phone: assignment.acceptedAt === undefined ? null : (assignment.provider.officePhone ?? null),
        }
      : null,
    history: events.flatMap((event) => historyLine(event, reader)),
    messages: messagesOf(state, reader),
    materials: state.materials.filter(isHandedIn).map(paperView),
    notHandedIn: waiting.map(paperView),
    documents: documents
      .filter(({ kind }) => isForCitizens(kind))
      .map(({ id, kind, title, number, issuedAt }) => ({ id, kind, title, number, issuedAt })),
    can: {
      supply: can('supplyMaterials'),
      addMaterials: can('addMaterials'),
      withdraw: can('withdrawApplication'),
      object: can('fileObjection'),
      message: can('leaveMessage'),
      requestReplacement: can('requestReplacement'),
      askToEnd: can('reportTerminationGround'),
    },
    ...endAsked(state),
  }
}

/** What the recipient asked (TM-6, TM-7) and what came of it; what somebody else reported of them is the office's. */
function endAsked(state: CaseState): Pick<CitizenCase, 'askedToEndAt' | 'endDeclined'> {
  const declined = IN_HAND.includes(state.status) ? reportsOf(state).findLast(isOfRecipient)?.declined : undefined
  return {
    askedToEndAt: openReports(state).findLast(isOfRecipient)?.at ?? null,
    endDeclined: declined ? { at: declined.at, reason: declined.reason } : null,
  }
}

export const matterText = ({ form }: Pick<CaseState, 'form'>): string =>
  form ? MATTERS[form.matter].plain : '刑事案件，办案机关通知援助'

export const statusTextOf = (state: CaseState): string =>
  statusText(state.status, state.supplement?.suppliedAt === undefined, state.objection)

const paperView = ({ id, kind, name, mediaType, bytes, addedAt }: Paper): Paper => ({
  id,
  kind,
  name,
  mediaType,
  bytes,
  addedAt,
})

/** The signature is kept with the application form, and the file of the lawyer is the office's. */
const isHandedIn = ({ kind }: CaseState['materials'][number]): boolean => kind !== 'signature' && kind !== 'closingFile'

function historyLine(stored: StoredEvent, reader: Actor): CitizenCase['history'] {
  const { actor } = stored.meta as { actor: Actor }
  const text = citizenLine({
    type: stored.type,
    data: stored.data,
    at: stored.at,
    actor,
    version: stored.version,
  } as RecordedEvent)
  return text === null ? [] : [{ at: stored.at, text, by: nameFor(actor, reader) }]
}
function nameFor({ kind, id, name }: Pick<Actor, 'kind' | 'id' | 'name'>, reader: Actor): string {
  return kind === 'citizen' && id === reader.id ? '您' : name
}

/** Talk between the office and the lawyer stays theirs. */
const messagesOf = ({ messages }: CaseState, reader: Actor): CitizenCase['messages'] =>
  messages
    .filter(({ to, from }) => to === 'applicant' || from.kind === 'citizen')
    .map(({ at, from, text }) => ({
      at,
      from: from.name,
      text,
      mine: from.kind === 'citizen' && from.id === reader.id,
    }))
