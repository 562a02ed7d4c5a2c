import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import { mayBeHeldAt } from '@fatong/casework/role-places.ts'
import type { Channel, Role } from '@fatong/casework/vocabulary.ts'
import { isRestricted, type CitizenCaller, type StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

/**
 * The caller as the case sees them: only roles whose place covers the case count. A role at the centre covers the
 * stations below it; a role at one station says nothing about another (checked again by the database).
 */
export async function actorFor(
  parts: Parts,
  caller: CitizenCaller | StaffCaller,
  state: Pick<CaseState, 'placeId' | 'agencyId' | 'assignment'>,
  channel?: Channel,
): Promise<Actor> {
  if (caller.kind === 'citizen')
    return {
      kind: 'citizen',
      id: caller.personId,
      name: caller.name ?? '申请人',
      roles: [],
      placeId: null,
      channel: channel ?? 'web',
    }
  const base = { kind: 'staff' as const, id: caller.staffId, name: caller.name, channel: channel ?? ('desk' as const) }
  if (isRestricted(caller)) return { ...base, roles: [], placeId: null }
  const { upwards, byId } = await directory(parts)
  const covering = new Set([...upwards(state.placeId), ...upwards(state.agencyId)])
  // A right that the place cannot have, given before that was looked at, is none.
  const held = caller.roles.filter(({ role, placeId }) => {
    const kind = byId.get(placeId)?.kind
    return covering.has(placeId) && (kind === undefined || mayBeHeldAt(role, kind))
  })
  if (held.length > 0)
    return { ...base, roles: unique(held.map(({ role }) => role)), placeId: held[0]?.placeId ?? null }
  // Firms act through their own people: their place is the firm.
  const firm = state.assignment?.provider.orgId
  const atFirm = caller.roles.filter(({ placeId }) => placeId === firm)
  return { ...base, roles: unique(atFirm.map(({ role }) => role)), placeId: atFirm.length > 0 ? (firm ?? null) : null }
}

const unique = (roles: Role[]): Role[] => [...new Set(roles)]
