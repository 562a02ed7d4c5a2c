/** The door to the rule on consent for casework. */
export { guardianConsent } from './guardian-consent/rule.ts'
export type { GuardianQuestion } from './guardian-consent/rule.ts'
