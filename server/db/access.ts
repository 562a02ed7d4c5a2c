import type { Role } from '@fatong/casework/vocabulary.ts'

/** Who asks the database. The row-level policies read it; every query and every write carries one. */
export interface AccessContext {
  kind: 'citizen' | 'staff' | 'system' | 'anonymous'
  /** of a citizen */
  personId?: string
  /** of staff: who, with which roles, and every place in reach (the managed subtree, computed beforehand) */
  staffId?: string
  roles?: readonly Role[]
  placeIds?: readonly string[]
  /** firm of a lawyer or of its manager */
  orgId?: string
}

/** For timed work and for the service's own bookkeeping; never for a request's own reads and writes of cases. */
export const SYSTEM: AccessContext = { kind: 'system' }
export const ANONYMOUS: AccessContext = { kind: 'anonymous' }

/** [kind, person, staff, roles, places, org] as the texts fatong.become() sets. */
export type AccessTexts = readonly [string, string, string, string, string, string]

const known = new WeakMap<AccessContext, AccessTexts>()

/** The texts of a context; worked out once per context object, because a session's context serves many requests. */
export function accessTexts(access: AccessContext): AccessTexts {
  let texts = known.get(access)
  if (texts === undefined) {
    texts = [
      access.kind,
      access.personId ?? '',
      access.staffId ?? '',
      arrayText(access.roles),
      arrayText(access.placeIds),
      access.orgId ?? '',
    ]
    known.set(access, texts)
  }
  return texts
}

/** Roles and ids hold letters, digits and hyphens only, which need no quoting in an array literal. */
function arrayText(values: readonly string[] | undefined): string {
  if (values === undefined || values.length === 0) return ''
  for (const value of values) if (!/^[\w-]+$/.test(value)) throw new Error(`not a role or an id: ${value}`)
  return `{${values.join(',')}}`
}
