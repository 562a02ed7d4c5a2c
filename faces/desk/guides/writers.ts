import type { Role } from '../vocabulary.ts'

/** Who is shown the buttons; the server decides. */
export const GUIDE_WRITERS: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'director',
  'lawyer',
  'grassrootsLegalWorker',
  'bureauOfficer',
  'administrator',
]
