import type { FastifyInstance } from 'fastify'
import { isRestricted } from '../actions/caller.ts'
import type { Changes } from '../db/changes.ts'
import { problem } from './problems.ts'
import { sendProblem } from './replies.ts'
import type { HttpSettings } from './register.ts'

/** Also how long a stream outlives its session at most. */
const PING_MS = 20_000

/** Server-sent events keep desks fresh. Only numbers and statuses travel; the desk asks for the rest under its own rights. */
export function streamChanges(
  app: FastifyInstance,
  changes: Pick<Changes, 'subscribe'>,
  settings: HttpSettings,
  pingMs = PING_MS,
): void {
  const open = new Set<() => void>()
  app.addHook('preClose', (done) => {
    for (const close of open) close()
    done()
  })
  app.get('/api/desk/changes', async (request, reply) => {
    const caller = await settings.identify(request, 'staff')
    if (caller.kind !== 'staff' || isRestricted(caller)) return sendProblem(reply, problem('signInNeeded'))
    const reach = new Set(caller.placeIds)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
    raw.write('retry: 3000\n\n')
    const stop = changes.subscribe((change) => {
      // Somebody without a place of the agency, such as a lawyer, is told that something changed, not what.
      const near = reach.has(change.agencyId) || reach.has(change.placeId)
      raw.write(
        `event: case\ndata: ${JSON.stringify(near ? { id: change.caseId, number: change.number, status: change.status, version: change.version } : {})}\n\n`,
      )
    })
    const ping = setInterval(() => {
      settings.identify(request, 'staff', false).then((still) => {
        if (still.kind !== 'staff' || isRestricted(still)) close()
        else raw.write('event: ping\ndata: {}\n\n')
      }, close)
    }, pingMs)
    const close = () => {
      if (!open.delete(close)) return
      clearInterval(ping)
      stop()
      raw.end()
    }
    open.add(close)
    request.raw.once('close', close)
    return reply
  })
}
