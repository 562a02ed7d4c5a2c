import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '@fatong/contract/errors.ts'
import type { Route } from '@fatong/contract/route.ts'
import { ROUTES } from '@fatong/contract/routes.ts'
import { ROLE_TABLE } from './role-table.ts'
import { APPLICANT } from './standing/application.ts'
import { ask } from './standing/asked.ts'
import { castOf, type Caller, type Cast } from './standing/cast.ts'
import type { Reply } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { statusOfStream } from './standing/stream.ts'

let here: Installation
let cast: Cast
beforeAll(async () => {
  here = await installation()
  cast = await castOf(here)
})
afterAll(() => here.close())

/** Codes that say: not you. Whatever else is answered, the caller was let in. */
const SHUT: readonly string[] = ['signInNeeded', 'secondFactorNeeded', 'forbidden', 'notFound', 'crossSite']
const NOT_YOURS: readonly string[] = ['notAllowed', 'notHandlingLawyer']
/** Signing out comes last, or nobody could ask anything any more. */
const LAST: readonly string[] = ['DELETE /citizen/session', 'DELETE /desk/session']
/** Shows the number of a paper to whoever holds it, or the whole log to overseers. */
const SHOWS_CASES: readonly string[] = ['GET /verify/:code', 'GET /desk/admin/audit']

test('every route has a row, and every row a route', () => {
  expect(Object.keys(ROLE_TABLE).sort()).toEqual(ROUTES.map(({ id }) => id).sort())
})

function verdictOf({ statusCode, body }: Pick<Reply, 'statusCode' | 'body'>): 'allowed' | 'refused' | string {
  if (statusCode < 400) return 'allowed'
  const { code, refusal } = JSON.parse(body) as Problem
  if (SHUT.includes(code) || (refusal !== undefined && NOT_YOURS.includes(refusal))) return 'refused'
  // What the form of a request is refused for says nothing about who sent it.
  return statusCode === 400 || statusCode === 428 || statusCode >= 500
    ? `${statusCode} ${body.slice(0, 200)}`
    : 'allowed'
}

async function wrongIn(route: Route, caller: Caller, serial: number): Promise<string[]> {
  const reply =
    route.produces === 'text/event-stream'
      ? await statusOfStream(here, route, caller)
      : await ask(route, caller, serial, cast, here)
  const expected = ROLE_TABLE[route.id]?.[caller.side].includes(caller.who) ? 'allowed' : 'refused'
  const verdict = verdictOf(reply)
  const cell = `${route.id} by ${caller.who} (${caller.side})`
  const wrong = verdict === expected ? [] : [`${cell}: ${expected} was expected, got ${verdict}`]
  const mayKnow = caller.side === 'own' || SHOWS_CASES.includes(route.id)
  const told = [cast.handled.number, cast.open.number, APPLICANT.name, cast.handled.documentId].filter(
    (fact) => !mayKnow && reply.body.includes(fact),
  )
  return [...wrong, ...told.map((fact) => `${cell}: tells ${fact}`)]
}

test('every role at every route, at its own place and at another', async () => {
  const routes = [...ROUTES].sort((a, b) => Number(LAST.includes(a.id)) - Number(LAST.includes(b.id)))
  let cells = 0
  const wrong: string[] = []
  for (const route of routes) for (const caller of cast.callers) wrong.push(...(await wrongIn(route, caller, ++cells)))
  console.log(
    `role table: ${cells.toLocaleString('en')} cells (${routes.length} routes x ${cast.callers.length} callers), ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
}, 900_000)
