import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import { PERMISSIONS } from '@fatong/casework/application/permissions.ts'
import { IN_HAND, type CaseState } from '@fatong/casework/application/state.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import { papersOwed } from './papers-owed.ts'
import { supplementOwed } from './supplement-owed.ts'
import { toPost } from './to-post.ts'
import { citizenLine } from './wording/history.ts'

/** Steps worth a message of their own to the applicant's phone; the rest is read on the case page. */
const TOLD: readonly RecordedEvent['type'][] = [
  'applicationSubmitted',
  'applicationAccepted',
  'supplementRequested',
  'supplementExtended',
  'applicationWithdrawn',
  'applicationTransferred',
  'provisionalAidGranted',
  'aidGranted',
  'aidRefused',
  'lawyerAssigned',
  'assignmentAccepted',
  'replacementDecided',
  'aidTerminated',
  'caseConcluded',
  'objectionDecided',
  'correctionCarriedOut',
]
/** A message read over somebody's shoulder must not tell who is accused of violence (rule book 9). */
const DISCREET = '您办理的事项有新进展，请登录查看。'

/** T26: 及时, by our promise the same day. */
const ORDERED = '司法局审查异议，责令改正，请当天办理。'

/** To the desk's inbox and as a text message: by number alone, a phone lies open on a table (no names, no matter). */
const TO_LAWYER: Partial<Record<RecordedEvent['type'], string>> = {
  lawyerAssigned: '有一件新指派的法律援助案件，请登录工作台确认能否承办。',
  replacementDecided: '更换承办人的申请有了结果，请登录查看。',
  aidTerminated: '一件法律援助案件已终止，请登录查看。',
  aidRefused: '先行提供援助的案件经审查不予援助，请停止办理，把材料退给受援人。',
  fileReturned: '一份结案卷宗被退回补正，请登录查看。',
}

const TO_FIRM = '指派给本所一件法律援助案件，请登录工作台确认能否承办。'

/** Who answers at the centre. */
const COUNTER: readonly Role[] = ['clerk']
const NEW_MESSAGE = '有一条新留言，请登录查看。',
  NEW_PAPERS = '受援人补充了材料，请登录查看。'

interface Heard {
  lawyer?: string
  /** whoever reads for the applicant */
  person?: string
  office?: { roles: readonly Role[]; text: string }
}
/** What is said of a case without moving it on: no list shows it, so somebody has to be told (TM-7, 法律援助法 48). */
function heardOf({ status, assignment }: CaseState, event: RecordedEvent): Heard {
  const byPerson = event.actor.kind === 'citizen',
    { roles } = PERMISSIONS.terminateAid,
    goesOn = assignment?.acceptedAt === undefined ? '援助继续' : '律师继续帮您'
  switch (event.type) {
    case 'messageLeft':
      return event.data.to === 'agency'
        ? { office: { roles: COUNTER, text: NEW_MESSAGE } }
        : event.data.to === 'lawyer'
          ? { lawyer: NEW_MESSAGE }
          : {}
    case 'materialsAdded':
      if (!byPerson || !IN_HAND.includes(status)) return {}
      return assignment ? { lawyer: NEW_PAPERS } : { office: { roles: COUNTER, text: NEW_PAPERS } }
    case 'terminationGroundReported':
      return byPerson || event.data.ground === 'TM-7'
        ? {
            office: { roles, text: '受援人请求结束援助，请审查决定。' },
            lawyer: '受援人请求结束援助，等中心决定；决定前请照常办理。',
          }
        : { office: { roles, text: '有人报告了应当终止援助的情形，请审查决定。' } }
    // The reason may be long and stands on the case page, like the answer of an objection.
    case 'terminationDeclined':
      return {
        lawyer: '中心决定不终止援助，请照常办理。',
        ...(event.data.reportedBy === 'recipient'
          ? { person: `您请求结束援助，中心没有同意，${goesOn}。理由请登录查看。` }
          : {}),
      }
    default:
      return {}
  }
}

/** Who reads for the applicant: whoever filed with a power of attorney, else they themselves. */
export const readerOf = ({ form }: CaseState): string | undefined => form?.proxy?.personId ?? form?.applicant.personId
export const applicantText = ({ form, number }: CaseState, text: string): string =>
  `【法通】${form?.matter === 'domesticViolence' ? DISCREET : `${number}：${text}`}`

/** Who is to be told of these events, and how. Delivered after the commit, at least once. `before` is the case as they met it. */
export function noticesOf(
  caseId: string,
  state: CaseState,
  events: readonly RecordedEvent[],
  now: Instant,
  calendar: WorkCalendar,
  before: CaseState | null,
): OutboxMessage[] {
  const messages: OutboxMessage[] = []
  const person = readerOf(state)
  for (const event of events) {
    const text = TOLD.includes(event.type) ? citizenLine(event) : null
    if (text && person) {
      messages.push({
        channel: 'notice',
        recipientKind: 'person',
        recipientId: person,
        caseId,
        at: now,
        payload: { number: state.number, text: applicantText(state, `${text.replace(/。$/, '')}。`) },
      })
    }
    if (event.type === 'messageLeft' && event.data.to === 'applicant' && person) {
      messages.push({
        channel: 'notice',
        recipientKind: 'person',
        recipientId: person,
        caseId,
        at: now,
        payload: { number: state.number, text: `【法通】${state.number}：有给您的新留言，请登录查看。` },
      })
    }
    if (event.type === 'objectionDecided' && event.data.outcome === 'orderCorrection') {
      messages.push(
        toPost(
          caseId,
          { placeId: state.agencyId, roles: PERMISSIONS.carryOutCorrection.roles, number: state.number, text: ORDERED },
          now,
        ),
      )
    }
    if (event.type === 'supplementRequested' || event.type === 'supplementExtended')
      messages.push(...supplementOwed(caseId, state, now, calendar))
    if (event.type === 'provisionalAidGranted') messages.push(papersOwed(caseId, event.at, calendar))
    const forLawyer = TO_LAWYER[event.type]
    // Whoever is out of the case by this very event has to hand over (CF-7), or to stop after provisional aid (T9).
    const lawyer = state.assignment?.provider.staffId ?? before?.assignment?.provider.staffId
    if (forLawyer && lawyer)
      messages.push({
        channel: 'notice',
        recipientKind: 'staff',
        recipientId: lawyer,
        caseId,
        at: now,
        payload: { number: state.number, text: `【法通】${state.number}：${forLawyer}`, sms: true },
      })
    // The firm's manager may accept for the firm; who is manager and lawyer in one hears it once.
    if (event.type === 'lawyerAssigned') {
      const { orgId, staffId } = event.data.provider
      messages.push(
        toPost(
          caseId,
          { placeId: orgId, roles: ['firmManager'], except: staffId, number: state.number, text: TO_FIRM, sms: true },
          now,
        ),
      )
    }
    const heard = heardOf(state, event),
      handler = state.assignment?.provider.staffId
    if (heard.person && person)
      messages.push({
        channel: 'notice',
        recipientKind: 'person',
        recipientId: person,
        caseId,
        at: now,
        payload: { number: state.number, text: applicantText(state, heard.person) },
      })
    if (heard.lawyer && handler && handler !== event.actor.id) {
      messages.push({
        channel: 'notice',
        recipientKind: 'staff',
        recipientId: handler,
        caseId,
        at: now,
        payload: { number: state.number, text: `【法通】${state.number}：${heard.lawyer}` },
      })
    }
    if (heard.office)
      messages.push(
        toPost(
          caseId,
          {
            placeId: state.agencyId,
            ...heard.office,
            orElse: ['director'],
            except: event.actor.id,
            number: state.number,
          },
          now,
        ),
      )
  }
  return messages
}
