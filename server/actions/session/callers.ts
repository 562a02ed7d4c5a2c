import { SECOND_FACTOR_ROLES } from '../../identity/totp/roles.ts'
import type { StaffSession } from '../../db/stores/sessions.ts'
import type { CitizenCaller, Origin, StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'

export const needsSecondFactor = (session: Pick<StaffSession, 'totpRequired' | 'roles'>): boolean =>
  session.totpRequired || session.roles.some(({ role }) => SECOND_FACTOR_ROLES.includes(role))

const places = new WeakMap<StaffSession['roles'], { ids: string[]; names: Record<string, string> }>()

/** Worked out once for as long as a session is cached. */
function placesOf(roles: StaffSession['roles']) {
  let found = places.get(roles)
  if (!found) {
    found = {
      ids: [...new Set(roles.flatMap(({ reach }) => reach))],
      names: Object.fromEntries(roles.map(({ placeId, placeName }) => [placeId, placeName])),
    }
    places.set(roles, found)
  }
  return found
}

/** The member of staff a cookie belongs to; undefined when it belongs to nobody any more. `attended`: see `Sessions`. */
export async function staffCaller(
  parts: Pick<Parts, 'sessions'>,
  token: string,
  origin: Origin,
  attended = true,
): Promise<StaffCaller | undefined> {
  const session = await parts.sessions.staff(token, attended)
  return session && callerOf(session, session.sessionId, origin)
}

export function callerOf(session: StaffSession, sessionId: string, { ip, userAgent }: Origin): StaffCaller {
  const { ids, names } = placesOf(session.roles)
  return {
    kind: 'staff',
    ip,
    userAgent,
    staffId: session.staffId,
    name: session.name,
    login: session.login,
    roles: session.roles,
    placeIds: ids,
    placeNames: names,
    orgId: session.orgId,
    orgName: session.orgName,
    secondFactorRequired: needsSecondFactor(session),
    secondFactor: session.secondFactorAt !== null,
    mustChangePassword: session.passwordChangedAt === null,
    totpEnrolled: session.totpEnrolled,
    sessionId,
  }
}

/** The citizen a cookie belongs to. */
export async function citizenCaller(
  parts: Pick<Parts, 'sessions'>,
  token: string,
  origin: Origin,
): Promise<CitizenCaller | undefined> {
  const session = await parts.sessions.citizen(token)
  return (
    session && {
      kind: 'citizen',
      ip: origin.ip,
      userAgent: origin.userAgent,
      personId: session.personId,
      name: session.name || null,
      sessionId: session.sessionId,
    }
  )
}
