import fastify from 'fastify'
import { expect, it } from 'vitest'
import type { Caller } from '../actions/caller.ts'
import { streamChanges } from './live-changes.ts'

const ORIGIN = { ip: '127.0.0.1', userAgent: 'test' }
const CLERK: Caller = {
  ...ORIGIN,
  kind: 'staff',
  staffId: 'clerk',
  name: '王受理',
  login: 'shouli',
  roles: [],
  placeIds: [],
  placeNames: {},
  orgId: null,
  orgName: null,
  secondFactorRequired: false,
  secondFactor: false,
  mustChangePassword: false,
  totpEnrolled: false,
  sessionId: 'one',
}

it('a stream of changes ends with the session it was opened in, and does not keep that alive', async () => {
  const app = fastify()
  let subscribed = 0
  let signedIn = true
  const attended: (boolean | undefined)[] = []
  streamChanges(
    app,
    {
      subscribe: () => {
        subscribed += 1
        return () => {
          subscribed -= 1
        }
      },
    },
    {
      secureCookies: false,
      identify: (_request, _audience, kept) => {
        attended.push(kept)
        return Promise.resolve(signedIn ? CLERK : { ...ORIGIN, kind: 'anonymous' })
      },
    },
    10,
  )
  try {
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const reader = (await fetch(`${address}/api/desk/changes`)).body?.pipeThrough(new TextDecoderStream()).getReader()
    let read = ''
    while (!read.includes('event: ping')) read += (await reader?.read())?.value ?? ''
    expect(subscribed).toBe(1)
    signedIn = false
    for (;;) if ((await reader?.read())?.done !== false) break
    expect(subscribed).toBe(0)
    // The first is the request itself, which says of itself whether somebody sits there.
    expect(attended[0]).toBeUndefined()
    expect(new Set(attended.slice(1))).toEqual(new Set([false]))
  } finally {
    await app.close()
  }
})
