import type { IssuedKind } from '../../documents/kinds.ts'

/** Which papers go to the applicant. Letters between authorities and the file of the lawyer do not. */
const FOR_CITIZENS: Record<IssuedKind, boolean> = {
  applicationForm: true,
  meansStatement: true,
  receiptVoucher: true,
  supplementNotice: true,
  grantDecision: true,
  refuseDecision: true,
  assignmentNotice: true,
  engagementAgreement: true,
  defenceAgreement: true,
  powerOfAttorney: true,
  officialLetter: false,
  terminationDecision: true,
  closingReport: false,
  replacementNotice: true,
  deemedWithdrawnNotice: true,
  objectionResult: true,
}
export const isForCitizens = (kind: string): boolean =>
  Object.hasOwn(FOR_CITIZENS, kind) && FOR_CITIZENS[kind as IssuedKind]
