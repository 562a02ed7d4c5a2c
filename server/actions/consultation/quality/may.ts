import type { Role } from '@fatong/casework/vocabulary.ts'
import { holdsRole, type StaffCaller } from '../../caller.ts'
import { failed, type Failed } from '../../outcome.ts'

/** Who looks after the answers; the database asks the same (fatong.ctx_answers_quality). */
const QUALITY: readonly Role[] = ['clerk', 'approver', 'director', 'qualityOfficer', 'bureauOfficer']

export function looksAfterAnswers(caller: StaffCaller): { ok: true; staff: StaffCaller } | Failed {
  return holdsRole(caller, ...QUALITY) ? { ok: true, staff: caller } : failed('forbidden')
}
