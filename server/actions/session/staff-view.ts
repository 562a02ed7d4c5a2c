import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'

export function staffView(parts: Pick<Parts, 'config'>, caller: StaffCaller): StaffMe {
  return {
    staffId: caller.staffId,
    login: caller.login,
    name: caller.name,
    mustChangePassword: caller.mustChangePassword,
    secondFactor: secondFactorOf(caller),
    roles: caller.roles.map(({ role, placeId }) => ({ role, placeId, placeName: caller.placeNames[placeId] ?? '' })),
    orgName: caller.orgName,
    sampleMode: parts.config.sampleDistrict,
  }
}

function secondFactorOf({ secondFactor, secondFactorRequired, totpEnrolled }: StaffCaller): StaffMe['secondFactor'] {
  if (secondFactor) return 'done'
  if (!secondFactorRequired) return 'none'
  return totpEnrolled ? 'needed' : 'toEnrol'
}
