import type { Provider } from '@fatong/casework/application/types.ts'
import { isDefence, serviceOfCase } from '@fatong/casework/application/service.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { MATERIAL_KINDS, PROXY_RELATIONS } from '@fatong/casework/vocabulary.ts'
import { addDays, localDateOf } from '@fatong/law/calendar/dates.ts'
import {
  BLANK,
  STAGES,
  authorityOf,
  limitDay,
  matterOf,
  opponentsOf,
  recipientOf,
  serviceOf,
  today,
  type PaperContext,
  type PaperData,
} from './paper.ts'

/** The number in the register and the number for business, where the administrator entered them. */
const reachOf = (provider: Provider | undefined) => ({
  providerLicence: provider?.licence,
  providerPhone: provider?.officePhone,
})

/** By which paper the aid was given. */
const basisOf = ({ decision, letter }: PaperContext['state']): string =>
  decision
    ? `${decision.documentNumber}给予法律援助决定书`
    : letter
      ? `${letter.authority}${letter.letterNumber}通知`
      : '先行提供法律援助的决定'

export function assignmentNotice(paper: PaperContext): PaperData<'assignmentNotice'> {
  const { state, by, head, now } = paper
  const { assignment, letter } = state
  return {
    handlingOrg: assignment?.provider.orgName ?? '',
    caseNumber: state.number,
    basis: basisOf(state),
    recipient: recipientOf(state),
    matter: matterOf(state),
    serviceForm: serviceOf(state),
    stage: letter && STAGES[letter.stage],
    authority: authorityOf(state),
    opponent: opponentsOf(state),
    provider: assignment?.provider.name ?? '',
    ...reachOf(assignment?.provider),
    summary: (state.form?.story ?? letter?.charge ?? '').slice(0, 500),
    engageBy: limitDay(paper, 'sign', now),
    answerBy: limitDay(paper, 'answerAssignment', now),
    contact: by,
    phone: head.phone,
  }
}

/** To the body that handles a criminal case: who defends (AS-2). */
export function appointmentLetter(paper: PaperContext): PaperData<'officialLetter'> {
  const { state, by, head } = paper
  const provider = state.assignment?.provider
  return {
    addressee: authorityOf(state) ?? BLANK,
    caseNumber: state.number,
    recipient: recipientOf(state),
    matter: matterOf(state),
    purpose: state.letter ? 'reply' : 'appointed',
    theirReference: state.letter?.letterNumber,
    handlingOrg: provider?.orgName,
    provider: provider?.name,
    ...reachOf(provider),
    contact: by,
    phone: head.phone,
  }
}

/** 函告: who has to know that the aid has ended, the unit that handled it and the body before which the case lies (T18; rule book 1.11). */
export const toldOfTermination = (state: CaseState): string[] => {
  const { provider } = state.assignment ?? {}
  return [provider?.kind === 'agencyStaff' ? undefined : provider?.orgName, authorityOf(state)].filter(
    (name) => name !== undefined,
  )
}
export function terminationLetter(paper: PaperContext, addressee: string): PaperData<'officialLetter'> {
  const { state, by, head } = paper
  const provider = state.assignment?.provider
  return {
    addressee,
    caseNumber: state.number,
    recipient: recipientOf(state),
    matter: matterOf(state),
    purpose: 'termination',
    handlingOrg: provider?.orgName,
    provider: provider?.name,
    ...reachOf(provider),
    contact: by,
    phone: head.phone,
  }
}

/** Signed by the recipient, or by a legal representative or close relative who applied for them (AS-5); an agent by writing signs nothing in their place. */
function signerOf({ form }: PaperContext['state']): { signedFor?: string; signedForRelation?: string } {
  const proxy = form?.proxy
  return proxy && proxy.relation !== 'authorizedAgent'
    ? { signedFor: proxy.name, signedForRelation: PROXY_RELATIONS[proxy.relation] }
    : {}
}

/** 委托代理协议 and 委托辩护协议 say the same of the two sides. */
export function agreement({ state }: PaperContext): PaperData<'engagementAgreement'> {
  const { assignment, letter } = state
  return {
    caseNumber: state.number,
    basis: basisOf(state),
    recipient: recipientOf(state),
    ...signerOf(state),
    handlingOrg: assignment?.provider.orgName ?? '',
    provider: assignment?.provider.name ?? '',
    ...reachOf(assignment?.provider),
    matter: matterOf(state),
    serviceForm: serviceOf(state),
    stage: letter && STAGES[letter.stage],
    authority: authorityOf(state),
    opponent: opponentsOf(state),
  }
}

export function powerOfAttorney(paper: PaperContext): PaperData<'powerOfAttorney'> {
  const { state } = paper
  return {
    ...agreement(paper),
    role: isDefence(state) ? 'defender' : serviceOfCase(state) === 'criminalDefense' ? 'litigationAgent' : 'agent',
  }
}

export function replacementNotice(paper: PaperContext): PaperData<'replacementNotice'> {
  const { state, head } = paper
  const provider = state.assignment?.provider
  const former = state.declined.findLast((d) => d.reason === 'replaced')
  return {
    handlingOrg: provider?.orgName ?? '',
    recipient: recipientOf(state),
    caseNumber: state.number,
    matter: matterOf(state),
    cause: state.replacement?.by ?? 'agency',
    reason: state.replacement?.reason ?? '',
    formerProvider: former?.name ?? '',
    newProvider: provider?.name ?? '',
    newProviderOrg: provider?.orgName ?? '',
    newProviderPhone: provider?.officePhone,
    handOverBy: addDays(today(paper), 3),
    phone: head.phone,
  }
}

/** A picture is one page; how many another file has, nobody counted: that stays for the pen. */
const pagesOf = (mediaType: string): string => (mediaType.startsWith('image/') ? '1' : '＿＿')

export function closingReport(paper: PaperContext): PaperData<'closingReport'> {
  const { state } = paper
  const provider = state.assignment?.provider
  return {
    caseNumber: state.number,
    recipient: recipientOf(state),
    matter: matterOf(state),
    serviceForm: serviceOf(state),
    stage: state.letter && STAGES[state.letter.stage],
    authority: authorityOf(state),
    opponent: opponentsOf(state),
    handlingOrg: provider?.orgName ?? '',
    provider: provider?.name ?? '',
    assignedOn: localDateOf(state.assignment?.at ?? paper.now),
    concludedOn: state.conclusion?.concludedOn ?? today(paper),
    closedBy: state.conclusion?.closedBy,
    closingDocument: state.conclusion?.basis,
    outcome: state.conclusion?.outcome ?? '',
    benefit:
      state.conclusion?.recoveredFen === undefined
        ? undefined
        : `${(state.conclusion.recoveredFen / 100).toFixed(2)} 元`,
    process: state.file?.report ?? '',
    reports: `${state.progress.length} 次`,
    papers: state.materials
      .filter((m) => ['judgment', 'closingFile', 'engagement'].includes(m.kind))
      .map((m) => ({ name: `${MATERIAL_KINDS[m.kind]}（${m.name}）`, pages: pagesOf(m.mediaType) })),
    feeStatement: state.file?.propertyTaken === undefined ? undefined : state.file.propertyTaken ? 'some' : 'none',
  }
}
