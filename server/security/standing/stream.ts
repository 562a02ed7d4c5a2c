import type { Route } from '@fatong/contract/route.ts'
import type { Caller } from './cast.ts'
import type { Installation } from './installation.ts'

/** An event stream has no end, so it is asked over a real connection and left after its head and first line. */
export async function statusOfStream(
  { service }: Installation,
  route: Route,
  { client }: Caller,
): Promise<{ statusCode: number; body: string }> {
  if (!service.app.server.listening) await service.app.listen({ port: 0, host: '127.0.0.1' })
  const address = service.app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the service does not listen')
  const leave = new AbortController()
  const reply = await fetch(`http://127.0.0.1:${address.port}/api${route.path}`, {
    signal: leave.signal,
    headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  const first = await reply.body?.getReader().read()
  leave.abort()
  return { statusCode: reply.status, body: Buffer.from(first?.value ?? []).toString('utf8') }
}
