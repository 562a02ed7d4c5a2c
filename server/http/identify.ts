import type { FastifyRequest } from 'fastify'
import type { Audience } from '@fatong/contract/route.ts'
import type { Caller } from '../actions/caller.ts'
import { citizenCaller, staffCaller } from '../actions/session/callers.ts'
import type { Parts } from '../actions/parts.ts'

/** The desk says so when nobody has touched it for a minute: what it then asks by itself must not keep a session from ending. */
const isAttended = ({ headers }: FastifyRequest): boolean => headers['x-fatong-unattended'] !== '1'

/**
 * Who calls, by cookie. A browser may hold both: pages of the desk ask as staff, the citizen's as a citizen; where both
 * may call (帮办代办) staff comes first.
 */
export const identifier =
  (parts: Parts) =>
  async (request: FastifyRequest, audience: Audience, attended = isAttended(request)): Promise<Caller> => {
    const origin = { ip: request.ip, userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300) }
    const { ft_staff: staff, ft_citizen: citizen } = request.cookies
    const desk = request.url.startsWith('/api/desk')
    if (staff && (desk || audience === 'citizenOrStaff' || audience === 'draft')) {
      const caller = await staffCaller(parts, staff, origin, attended)
      if (caller) return caller
    }
    if (citizen && !desk) {
      const caller = await citizenCaller(parts, citizen, origin)
      if (caller) return caller
    }
    return { kind: 'anonymous', ...origin }
  }
