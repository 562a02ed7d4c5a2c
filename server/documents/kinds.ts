import type { z } from 'zod'
import type { Form } from './form.ts'
import { applicationForm } from './forms/application-form.ts'
import { assignmentNotice } from './forms/assignment-notice.ts'
import { closingReport } from './forms/closing-report.ts'
import { deemedWithdrawnNotice } from './forms/deemed-withdrawn-notice.ts'
import { defenceAgreement, engagementAgreement } from './forms/engagement-agreement.ts'
import { grantDecision } from './forms/grant-decision.ts'
import { meansStatement } from './forms/means-statement.ts'
import { objectionResult } from './forms/objection-result.ts'
import { officialLetter } from './forms/official-letter.ts'
import { powerOfAttorney } from './forms/power-of-attorney.ts'
import { receiptVoucher } from './forms/receipt-voucher.ts'
import { refuseDecision } from './forms/refuse-decision.ts'
import { replacementNotice } from './forms/replacement-notice.ts'
import { supplementNotice } from './forms/supplement-notice.ts'
import { terminationDecision } from './forms/termination-decision.ts'

export const DOCUMENT_KINDS = [
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
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const FORMS = {
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
} as const satisfies Record<DocumentKind, Form>

/** What a caller supplies for each kind: plain Chinese texts, days as `YYYY-MM-DD`, choices as codes. */
export type DocumentData = { [K in DocumentKind]: z.input<(typeof FORMS)[K]['schema']> }

export const documentTitle = (kind: DocumentKind): string => FORMS[kind].title

/**
 * 字号, such as 兰新法援决字〔2026〕第0001号. `agencyShort` is the agency's short name (兰新法援).
 * Each kind has its own letter, so the series of two kinds never meet. Serials above 9999 simply grow longer.
 */
export function formatDocumentNumber(kind: DocumentKind, year: number, serial: number, agencyShort: string): string {
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError(`A document's serial starts at 1, not ${serial}`)
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`Not a year: ${year}`)
  return `${agencyShort}${FORMS[kind].letter}字〔${year}〕第${String(serial).padStart(4, '0')}号`
}
