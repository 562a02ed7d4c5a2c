import type { StaffCaller } from '../actions/caller.ts'
import type { Parts } from '../actions/parts.ts'
import { above } from '../actions/places/above.ts'
import { SYSTEM } from '../db/access.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'

/** The staff of the sample district as callers, as if they had signed in. */
export interface Cast {
  byLogin(login: string): StaffCaller
  byId(staffId: string): StaffCaller
  placeOf(code: string): string
}

export async function castOf(parts: Parts): Promise<Cast> {
  const [places, accounts] = await Promise.all([
    parts.stores.places.all(),
    parts.stores.staff.list(SYSTEM, undefined, undefined, 200, localDateOf(parts.clock.now())),
  ])
  const byId = new Map(places.map((place) => [place.id, place]))
  const below = (root: string): string[] => places.flatMap(({ id }) => (above(byId, id).includes(root) ? [id] : []))
  const callers = accounts.map((account): StaffCaller => {
    const roles = account.roles.map(({ role, placeId }) => ({ role, placeId, reach: below(placeId) }))
    return {
      kind: 'staff',
      ip: '127.0.0.1',
      userAgent: 'sample',
      staffId: account.id,
      login: account.login,
      name: account.name,
      roles,
      placeIds: [...new Set(roles.flatMap(({ reach }) => reach))],
      orgId: account.orgId,
      orgName: account.orgName,
      placeNames: Object.fromEntries(account.roles.map(({ placeId, placeName }) => [placeId, placeName])),
      secondFactorRequired: account.totpEnrolled,
      totpEnrolled: account.totpEnrolled,
      secondFactor: account.totpEnrolled,
      mustChangePassword: false,
      sessionId: 'sample',
    }
  })
  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`the sample district has no ${what}`)
    return value
  }
  return {
    byLogin: (login) =>
      found(
        callers.find((caller) => caller.login === login),
        `account ${login}`,
      ),
    byId: (staffId) =>
      found(
        callers.find((caller) => caller.staffId === staffId),
        `member of staff ${staffId}`,
      ),
    placeOf: (code) =>
      found(
        places.find((place) => place.code === code),
        `place ${code}`,
      ).id,
  }
}
