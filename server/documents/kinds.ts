import type { FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import type { z } from 'zod'
import type { Form, IssuedForm } from './form.ts'
import { applicationForm } from './forms/application-form.ts'
import { appraisalForm } from './forms/appraisal-form.ts'
import { approvalForm } from './forms/approval-form.ts'
import { assignmentNotice } from './forms/assignment-notice.ts'
import { closingNote } from './forms/closing-note.ts'
import { closingReport } from './forms/closing-report.ts'
import { deemedWithdrawnNotice } from './forms/deemed-withdrawn-notice.ts'
import { defenceAgreement, engagementAgreement } from './forms/engagement-agreement.ts'
import { fileIndex } from './forms/file-index.ts'
import { fileReturnOpinion } from './forms/file-return-opinion.ts'
import { grantDecision } from './forms/grant-decision.ts'
import { meansStatement } from './forms/means-statement.ts'
import { objectionResult } from './forms/objection-result.ts'
import { officialLetter } from './forms/official-letter.ts'
import { powerOfAttorney } from './forms/power-of-attorney.ts'
import { provisionalRecord } from './forms/provisional-record.ts'
import { receiptVoucher } from './forms/receipt-voucher.ts'
import { refuseDecision } from './forms/refuse-decision.ts'
import { replacementForm } from './forms/replacement-form.ts'
import { replacementNotice } from './forms/replacement-notice.ts'
import { returnVisitForm } from './forms/return-visit-form.ts'
import { revocationRecord } from './forms/revocation-record.ts'
import { serviceReceipt } from './forms/service-receipt.ts'
import { subsidyRecord } from './forms/subsidy-record.ts'
import { supplementNotice } from './forms/supplement-notice.ts'
import { terminationDecision } from './forms/termination-decision.ts'
import { toldLines } from './told.ts'

/** Issued by a command, each under a number of its own. */
export const ISSUED_KINDS = [
  'applicationForm',
  'meansStatement',
  'receiptVoucher',
  'supplementNotice',
  'grantDecision',
  'refuseDecision',
  'assignmentNotice',
  'engagementAgreement',
  'defenceAgreement',
  'powerOfAttorney',
  'officialLetter',
  'terminationDecision',
  'closingReport',
  'replacementNotice',
  'deemedWithdrawnNotice',
  'objectionResult',
] as const
export type IssuedKind = (typeof ISSUED_KINDS)[number]

const ISSUED_FORMS = {
  applicationForm,
  meansStatement,
  receiptVoucher,
  supplementNotice,
  grantDecision,
  refuseDecision,
  assignmentNotice,
  engagementAgreement,
  defenceAgreement,
  powerOfAttorney,
  officialLetter,
  terminationDecision,
  closingReport,
  replacementNotice,
  deemedWithdrawnNotice,
  objectionResult,
} as const satisfies Record<IssuedKind, IssuedForm>
const FILE_FORMS = {
  approvalForm,
  serviceReceipt,
  provisionalRecord,
  replacementForm,
  revocationRecord,
  fileReturnOpinion,
  subsidyRecord,
  returnVisitForm,
  appraisalForm,
  fileIndex,
  closingNote,
} as const satisfies Record<FilePaperKind, Form>
export const FILE_KINDS = Object.keys(FILE_FORMS) as FilePaperKind[]

export type DocumentKind = IssuedKind | FilePaperKind
export const DOCUMENT_KINDS: readonly DocumentKind[] = [...ISSUED_KINDS, ...FILE_KINDS]
export const FORMS = { ...ISSUED_FORMS, ...FILE_FORMS } as const

/** What a caller supplies for each kind: plain Chinese texts, days as `YYYY-MM-DD`, choices as codes. */
export type DocumentData = { [K in DocumentKind]: z.input<(typeof FORMS)[K]['schema']> }

/** What a document of this kind says, field by field in plain words. */
export const documentLines = <K extends DocumentKind>(
  kind: K,
  data: DocumentData[K],
): { what: string; text: string }[] => toldLines(FORMS[kind].schema, data as Readonly<Record<string, unknown>>)

export const documentTitle = (kind: DocumentKind): string => FORMS[kind].title

/**
 * 字号, such as 兰新法援决字〔2026〕第0001号. `agencyShort` is the agency's short name (兰新法援).
 * Each kind has its own letter, so the series of two kinds never meet. Serials above 9999 simply grow longer.
 */
export function formatDocumentNumber(kind: IssuedKind, year: number, serial: number, agencyShort: string): string {
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError(`A document's serial starts at 1, not ${serial}`)
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`Not a year: ${year}`)
  return `${agencyShort}${FORMS[kind].letter}字〔${year}〕第${String(serial).padStart(4, '0')}号`
}
