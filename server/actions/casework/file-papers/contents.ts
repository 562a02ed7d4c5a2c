import { FILE_PAPERS, filePapersOf, type FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import { MATERIAL_KINDS, type MaterialKind } from '@fatong/casework/vocabulary.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { DocumentKind, IssuedKind } from '../../../documents/kinds.ts'
import { matterOf, recipientOf } from '../documents/paper.ts'
import type { FilePaperContext, FilePaperData } from './context.ts'

/** The places of a file (rule book 7.4); a civil and a criminal file differ in what lies at a place, not in their order. */
const PLACE_OF_PAPER: Record<DocumentKind, number> = {
  fileIndex: 1,
  applicationForm: 2,
  approvalForm: 2,
  provisionalRecord: 2,
  meansStatement: 3,
  receiptVoucher: 4,
  supplementNotice: 4,
  deemedWithdrawnNotice: 4,
  serviceReceipt: 4,
  grantDecision: 5,
  refuseDecision: 5,
  objectionResult: 5,
  revocationRecord: 5,
  assignmentNotice: 5,
  officialLetter: 5,
  replacementForm: 5,
  replacementNotice: 5,
  terminationDecision: 5,
  engagementAgreement: 6,
  defenceAgreement: 6,
  powerOfAttorney: 6,
  closingReport: 14,
  fileReturnOpinion: 14,
  subsidyRecord: 15,
  appraisalForm: 15,
  returnVisitForm: 15,
  closingNote: 16,
}
const PLACE_OF_MATERIAL: Record<MaterialKind, number> = {
  signature: 2,
  notificationLetter: 2,
  idFront: 3,
  idBack: 3,
  proxyAuthority: 3,
  meansStatement: 3,
  waiverProof: 3,
  engagement: 6,
  wageEvidence: 9,
  caseMaterial: 9,
  other: 9,
  judgment: 12,
  closingFile: 11,
}

interface Item {
  place: number
  at: Instant
  name: string
  number?: string
}
interface Contents {
  issued: Item[]
  /** without the signature, which stands on the application form */
  given: Item[]
  drawn: Item[]
}
function contentsOf({ issued, latest, history }: FilePaperContext): Contents {
  return {
    issued: issued.map(({ kind, title, number, issuedAt }) => ({
      place: PLACE_OF_PAPER[kind as IssuedKind],
      at: issuedAt,
      name: title,
      number,
    })),
    given: latest.materials
      .filter(({ kind }) => kind !== 'signature')
      .map(({ kind, name, addedAt }) => ({
        place: PLACE_OF_MATERIAL[kind],
        at: addedAt,
        name: `${MATERIAL_KINDS[kind]}（${name}）`,
      })),
    drawn: filePapersOf(history)
      .filter(({ kind }) => kind !== 'fileIndex')
      .map(({ kind, at }) => ({ place: PLACE_OF_PAPER[kind], at, name: titleOf(kind) })),
  }
}
const titleOf = (kind: FilePaperKind): string => FILE_PAPERS[kind]

/** 卷内目录: what is in the file today, by its place and then as it came. */
export function fileIndex(paper: FilePaperContext): FilePaperData<'fileIndex'> {
  const { issued, given, drawn } = contentsOf(paper)
  const { latest } = paper
  return {
    recipient: recipientOf(latest),
    matter: matterOf(latest),
    handlingOrg: latest.assignment?.provider.orgName,
    provider: latest.assignment?.provider.name,
    items: [...issued, ...given, ...drawn]
      .sort((a, b) => a.place - b.place || a.at - b.at)
      .map(({ name, number, at }) => ({ name, number, on: localDateOf(at) })),
  }
}

/** 卷内材料件数, of the closing note. */
export function holdings(paper: FilePaperContext): string {
  const { issued, given, drawn } = contentsOf(paper)
  return `编号的文书 ${issued.length} 件，交来的材料 ${given.length} 件，审批、送达等表 ${drawn.length} 件`
}
