import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { StartProblem } from '../db/embedded/start-problem.ts'

const waitForPortMs = 3_000

/**
 * Opens the door and returns the port. A port in use is tried for a moment longer: the service of an earlier start may
 * be on its way out.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  const until = performance.now() + waitForPortMs
  for (;;) {
    try {
      await app.listen({ host, port })
      return (app.server.address() as AddressInfo).port
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EADDRINUSE' && performance.now() < until) await pause(100)
      else throw new StartProblem(reasonOf(code, error, host, port))
    }
  }
}

function reasonOf(code: string | undefined, error: unknown, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program; stop that one, or set PORT to another number.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this account; set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is not an address of this machine.`
  return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}.`
}
