import type { Role } from '@fatong/casework/vocabulary.ts'
import { holdsRole, type StaffCaller } from '../caller.ts'
import { failed, type Failed } from '../outcome.ts'

/** What administration consists of, and who does it. The database checks the same again. */
const RIGHTS = {
  people: ['administrator'],
  places: ['administrator'],
  law: ['administrator', 'director'],
  log: ['administrator', 'director', 'bureauOfficer', 'qualityOfficer'],
  deliveries: ['administrator'],
} as const satisfies Record<string, readonly Role[]>

/** The caller as administrator of one part, or why not. */
export function administers(caller: StaffCaller, part: keyof typeof RIGHTS): { ok: true; staff: StaffCaller } | Failed {
  return holdsRole(caller, ...RIGHTS[part]) ? { ok: true, staff: caller } : failed('forbidden')
}
