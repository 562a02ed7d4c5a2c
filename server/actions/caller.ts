import type { Role } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../db/access.ts'

/** Where a request came from; for limits and the access log. */
export interface Origin {
  ip: string
  userAgent: string
}

export interface AnonymousCaller extends Origin {
  kind: 'anonymous'
}

export interface CitizenCaller extends Origin {
  kind: 'citizen'
  personId: string
  /** null until the person told us */
  name: string | null
  sessionId: string
}

export interface RoleAtPlace {
  role: Role
  placeId: string
  /** the place and every place managed from it: where the role counts */
  reach: readonly string[]
}

export interface StaffCaller extends Origin {
  kind: 'staff'
  staffId: string
  name: string
  login: string
  roles: RoleAtPlace[]
  /** every place in reach: those of the roles and all below them */
  placeIds: string[]
  orgId: string | null
  orgName: string | null
  /** place id -> name, for the places of the roles */
  placeNames: Record<string, string>
  /** a role held here calls for a second factor */
  secondFactorRequired: boolean
  /** a second factor is set up for the account */
  totpEnrolled: boolean
  /** a one-time password was given in this session */
  secondFactor: boolean
  mustChangePassword: boolean
  sessionId: string
}

export type Caller = AnonymousCaller | CitizenCaller | StaffCaller

/** Staff who still have to change the first password or to enrol the second factor may do nothing else. */
export const isRestricted = (caller: StaffCaller): boolean =>
  caller.mustChangePassword || (caller.secondFactorRequired && !caller.secondFactor)

const contexts = new WeakMap<RoleAtPlace[], AccessContext>()

/**
 * What row level security is told. Restricted staff reach only their own account. The same object for all requests of a
 * session, because the database layer keeps what it works out from it.
 */
export function accessOf(caller: Caller): AccessContext {
  switch (caller.kind) {
    case 'anonymous':
      return NOBODY
    case 'citizen':
      return { kind: 'citizen', personId: caller.personId }
    case 'staff': {
      if (isRestricted(caller)) return { kind: 'staff', staffId: caller.staffId, roles: [], placeIds: [] }
      let context = contexts.get(caller.roles)
      if (!context) {
        const roles = [...new Set(caller.roles.map(({ role }) => role))]
        context = {
          kind: 'staff',
          staffId: caller.staffId,
          roles,
          placeIds: caller.placeIds,
          ...(caller.orgId ? { orgId: caller.orgId } : {}),
        }
        contexts.set(caller.roles, context)
      }
      return context
    }
    default:
      return caller satisfies never
  }
}
const NOBODY: AccessContext = { kind: 'anonymous' }

/** Whether the caller is staff at work with one of these roles at any place. */
export const holdsRole = (caller: Caller, ...roles: Role[]): caller is StaffCaller =>
  caller.kind === 'staff' && !isRestricted(caller) && caller.roles.some(({ role }) => roles.includes(role))
