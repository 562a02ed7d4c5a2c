import type { Command } from '@fatong/casework/application/commands.ts'
import { replacing } from '@fatong/casework/application/replacing.ts'
import { isDefence, serviceOfCase } from '@fatong/casework/application/service.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { localDateOf, partsOf } from '@fatong/law/calendar/dates.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { FORMS, type IssuedKind } from '../../../documents/kinds.ts'
import { newSlot, type NumberWanted } from '../../../db/writeset.ts'
import type { DocumentRow } from '../../../db/rows.ts'
import * as decisions from './decision-papers.ts'
import * as handling from './handling-papers.ts'
import * as intake from './intake-papers.ts'
import type { PaperContext, PaperData } from './paper.ts'

type Writer = { [K in IssuedKind]: { kind: K; write: (paper: PaperContext) => PaperData<K> } }[IssuedKind]
const paper = <K extends IssuedKind>(kind: K, write: (paper: PaperContext) => PaperData<K>): Writer =>
  ({ kind, write }) as Writer

/** Which papers a command issues, in the rule book's column 文书. The first one's number is the command's documentNumber. */
export function papersOf(command: Command, before: CaseState | null): Writer[] {
  switch (command.type) {
    case 'acceptApplication':
      return [paper('receiptVoucher', intake.receiptVoucher)]
    case 'requestSupplement':
      return [paper('supplementNotice', (p) => intake.supplementNotice(p, command.contradiction))]
    case 'confirmDeemedWithdrawn':
      return [paper('deemedWithdrawnNotice', intake.deemedWithdrawnNotice)]
    case 'transferApplication':
      return [paper('officialLetter', intake.transferLetter)]
    case 'startRemoteVerification':
      return [paper('officialLetter', intake.verificationLetter)]
    case 'grantAid':
      return [paper('grantDecision', decisions.grantDecision), ...toCustody(before)]
    case 'refuseAid':
      return [paper('refuseDecision', decisions.refuseDecision), ...toCustody(before)]
    case 'assignLawyer': {
      const papers = [paper('assignmentNotice', handling.assignmentNotice)]
      if (before && serviceOfCase(before) === 'criminalDefense')
        papers.push(paper('officialLetter', handling.appointmentLetter))
      if (before && replacing(before) === 'toAssign')
        papers.push(paper('replacementNotice', handling.replacementNotice))
      return papers
    }
    // To be signed within five days (AS-5, T14): there from the moment the lawyer takes the case, and at the latest when the signing is registered.
    case 'acceptAssignment':
      return toSign(before)
    case 'recordEngagement':
      return before && !hasPapersToSign(before) && !command.obstacle ? toSign(before) : []
    case 'terminateAid':
      return [
        paper('terminationDecision', decisions.terminationDecision),
        ...(before ? handling.toldOfTermination(before) : []).map((addressee) =>
          paper('officialLetter', (p) => handling.terminationLetter(p, addressee)),
        ),
      ]
    case 'submitFile':
      return [paper('closingReport', handling.closingReport)]
    case 'decideObjection':
      return [paper('objectionResult', decisions.objectionResult)]
    default:
      return []
  }
}

/** AC-9: whoever holds the applicant is told at the same time. */
const toCustody = (before: CaseState | null): Writer[] =>
  before && decisions.isHeld(before) ? [paper('officialLetter', decisions.custodyLetter)] : []

const toSign = (before: CaseState | null): Writer[] => [
  before && isDefence(before)
    ? paper('defenceAgreement', handling.agreement)
    : paper('engagementAgreement', handling.agreement),
  paper('powerOfAttorney', handling.powerOfAttorney),
]
/** A lawyer who took the case before these papers existed has none yet. */
const hasPapersToSign = ({ issued, assignment }: CaseState): boolean =>
  issued.some(({ event, at }) => event === 'assignmentAccepted' && at >= (assignment?.at ?? at))

export interface IssueSettings {
  agencyId: string
  agencyShort: string
  publicUrl: string
}

/** A number is wanted for each paper; the commit gives it, so that a rolled-back command leaves no gap. */
export function reserve(
  writers: readonly Writer[],
  settings: IssueSettings,
  year: number,
): { wanted: NumberWanted[]; markers: string[] } {
  const wanted: NumberWanted[] = []
  const markers: string[] = []
  for (const { kind } of writers) {
    const { slot, marker } = newSlot()
    wanted.push({
      slot,
      agencyId: settings.agencyId,
      kind,
      year,
      format: `${settings.agencyShort}${FORMS[kind].letter}字〔${year}〕第%s号`,
      pad: 4,
    })
    markers.push(marker)
  }
  return { wanted, markers }
}
export const yearOf = (context: Pick<PaperContext, 'now'>): number => partsOf(localDateOf(context.now)).year

/** The papers as rows: data complete, pages drawn when somebody opens them. */
export function writePapers(
  writers: readonly Writer[],
  markers: readonly string[],
  context: PaperContext,
  settings: IssueSettings & { caseId: string },
): DocumentRow[] {
  return writers.map(({ kind, write }, index) => {
    const verifyCode = randomBytes(15).toString('base64url')
    const number = markers[index] as string
    const data = {
      ...write(context),
      documentNumber: number,
      agencyName: kind === 'objectionResult' ? context.head.bureauName : context.head.agencyName,
      issuedOn: localDateOf(context.now),
      verifyUrl: `${settings.publicUrl}/verify/${verifyCode}`,
    }
    return {
      id: randomUUID(),
      caseId: settings.caseId,
      kind,
      number,
      title: FORMS[kind].title,
      data,
      issuedAt: context.now,
      verifyCode,
    }
  })
}
/** The papers of the application itself bear the number of the case. */
export function applicationPapers(context: PaperContext, settings: IssueSettings & { caseId: string }): DocumentRow[] {
  const papers = [paper('applicationForm', intake.applicationForm)]
  if (intake.meansAreChecked(context)) papers.push(paper('meansStatement', intake.meansStatement))
  return writePapers(
    papers,
    papers.map(() => context.state.number),
    context,
    settings,
  )
}
