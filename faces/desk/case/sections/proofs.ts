import type { FactKey, MaterialKind } from '../../vocabulary.ts'

/** Which papers prove which answer, so that both stand side by side. Facts that are not listed rest on the applicant's word. */
export const PROOFS: Partial<Record<FactKey, MaterialKind[]>> = {
  matter: ['caseMaterial', 'wageEvidence'], laborClaim: ['wageEvidence', 'caseMaterial'], injuryKind: ['caseMaterial'], braveAct: ['caseMaterial'], relationToHero: ['waiverProof'],
  retrialOpened: ['judgment'], applicantRole: ['idFront', 'idBack', 'proxyAuthority'], relation: ['proxyAuthority'], lacksCapacity: ['proxyAuthority', 'caseMaterial'],
  isMigrantWorker: ['waiverProof', 'wageEvidence'], assistance: ['waiverProof'], birthDate: ['idFront'], disabled: ['waiverProof'], fixedIncome: ['meansStatement'], serviceIdentity: ['waiverProof'],
  residence: ['idFront'], householdSize: ['meansStatement'], householdMonthlyIncome: ['meansStatement'], ownMonthlyIncome: ['meansStatement'],
  workPlace: ['wageEvidence', 'caseMaterial'], employerPlace: ['caseMaterial'], eventPlace: ['caseMaterial'],
  notificationLetter: ['notificationLetter'], notifiedGround: ['notificationLetter'], deadlineFrom: ['judgment', 'caseMaterial'], deadlineDay: ['judgment', 'caseMaterial'],
}
