import type { Role } from '@fatong/casework/vocabulary.ts'

/** Who decides about people's rights or about the service itself signs in with a second factor. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['approver', 'director', 'administrator', 'bureauOfficer']
