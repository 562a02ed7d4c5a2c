import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { LEGAL_LIMITS } from '@fatong/law/legal-aid/deadlines.ts'
import { SYSTEM } from '../../db/access.ts'
import type { Parts } from '../parts.ts'
import { deadlineNotice, owedPapers } from './deadline-notices.ts'
import { applicantText, readerOf } from './notices.ts'
import type { PapersOwed } from './papers-owed.ts'
import type { SupplementOwed } from './supplement-owed.ts'
import { holdersOf } from './to-post.ts'

/** Channel of the outbox: the light of a case got worse while nobody touched it (server/jobs/lights.ts). */
export const DEADLINE = 'deadline'
export interface LightTurned {
  light: 'amber' | 'red'
}

export interface Told {
  number: string
  text: string
  staffIds: readonly string[]
  person: { id: string; text: string } | null
}

/** Whom to tell what of a light that turned; nobody when the case has moved on since. */
export async function toldOfDeadline(parts: Parts, caseId: string, { light }: LightTurned): Promise<Told | undefined> {
  const state = await stateOf(parts, caseId)
  if (!state) return undefined
  const [calendar, office] = await Promise.all([parts.law.calendar(), parts.law.office(state.agencyId)])
  const notice = deadlineNotice(state, parts.clock.now(), { calendar, office })
  if (!notice || (light === 'red' && notice.light === 'amber')) return undefined
  const { roles, staffId, firmId, text, toApplicant } = notice
  const person = toApplicant === null ? undefined : readerOf(state)
  return {
    number: state.number,
    text: signed(state, text),
    staffIds: await everybody(parts, state, roles, staffId, firmId),
    person:
      person === undefined || toApplicant === null ? null : { id: person, text: applicantText(state, toApplicant) },
  }
}

/** The papers are still owed: approvers and the director press for them, the lawyer knows. */
export async function toldOfPapersOwed(parts: Parts, caseId: string, payload: unknown): Promise<Told | undefined> {
  const state = await stateOf(parts, caseId)
  const { since } = payload as PapersOwed
  if (
    !state ||
    state.status !== 'provisional' ||
    state.provisional?.at !== since ||
    state.provisional.formalitiesAt !== undefined
  )
    return undefined
  const text = `先行援助已满 ${LEGAL_LIMITS.provisionalEscalation.amount} 日，手续还没有补，请催办。`
  return {
    number: state.number,
    text: signed(state, text),
    staffIds: await everybody(parts, state, ['approver', 'director'], state.assignment?.provider.staffId ?? null),
    person: null,
  }
}

/** The term of a correction is about to end: whoever owes the papers hears of it, staff see the case red already. */
export async function toldOfSupplementOwed(parts: Parts, caseId: string, payload: unknown): Promise<Told | undefined> {
  const state = await stateOf(parts, caseId)
  const { deadline } = payload as SupplementOwed
  if (!state || state.supplement?.deadline !== deadline) return undefined
  const [calendar, office] = await Promise.all([parts.law.calendar(), parts.law.office(state.agencyId)])
  const text = owedPapers(state, parts.clock.now(), { calendar, office })
  const id = readerOf(state)
  if (text === null || id === undefined) return undefined
  return {
    number: state.number,
    text: signed(state, text),
    staffIds: [],
    person: { id, text: applicantText(state, text) },
  }
}

const stateOf = async (parts: Parts, caseId: string): Promise<CaseState | undefined> =>
  (await parts.stores.cases.load(SYSTEM, caseId))?.state as CaseState | undefined
const signed = ({ number }: CaseState, text: string): string => `【法通】${number}：${text}`

/** Where a post is vacant the director hears of it. */
async function everybody(
  parts: Parts,
  { agencyId }: CaseState,
  roles: readonly Role[],
  staffId: string | null,
  firmId: string | null = null,
): Promise<string[]> {
  const [found, ofFirm] = await Promise.all([
    holdersOf(parts, { placeId: agencyId, roles, ...(roles.length > 0 ? { orElse: ['director'] } : {}) }),
    firmId === null ? [] : holdersOf(parts, { placeId: firmId, roles: ['firmManager'] }),
  ])
  return [...new Set([...(staffId === null ? [] : [staffId]), ...ofFirm, ...found])]
}
