import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '@fatong/contract/route.ts'
import { ROUTES } from '@fatong/contract/routes.ts'
import { ROLE_TABLE } from './role-table.ts'
import { APPLICANT, entryOf } from './standing/application.ts'
import { askedOf } from './standing/asked.ts'
import { castOf, type Caller, type Cast } from './standing/cast.ts'
import { problemOf, type Reply } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { HARMLESS_TWICE, WITHOUT_PAGES } from './standing/repeated.ts'
import { textFields, withText } from './standing/text-fields.ts'

// What the contract promises of a route by its flags is asked of every route there is, so that a new one cannot forget it.

let here: Installation
let cast: Cast
beforeAll(async () => {
  here = await installation()
  cast = await castOf(here)
})
afterAll(() => here.close())

const LAST: readonly string[] = [
  'DELETE /citizen/session',
  'DELETE /desk/session',
  'POST /citizen/session',
  'POST /desk/session',
  'POST /desk/password',
]
const changing = ROUTES.filter(({ method, id }) => method !== 'GET' && !LAST.includes(id))
const callerFor = (route: Route): Caller => {
  const allowed = ROLE_TABLE[route.id]?.own ?? []
  const found = cast.callers.find(
    ({ who, side }) => side === 'own' && who !== 'notYetAdmitted' && allowed.includes(who),
  )
  if (!found) throw new Error(`nobody may call ${route.id}`)
  return found
}
const versionOf = async (caller: Caller) =>
  (
    await here.owner.query<{ version: number }>('SELECT version FROM fatong.case_file WHERE id = $1', [
      caller.caseAt.id,
    ])
  ).rows[0]?.version ?? 0
/** Comparable: the number of a request differs each time. */
const told = ({ statusCode, body }: Reply) => `${statusCode} ${sorted(body).replace(/"requestId":"[^"]*",?/, '')}`
/** The same fields in another order say the same. */
const sorted = (body: string) =>
  body.startsWith('{')
    ? JSON.stringify(
        Object.fromEntries(Object.entries(JSON.parse(body) as object).sort(([a], [b]) => (a < b ? -1 : 1))),
      )
    : body

/** Rows of each table; what only counts or logs requests is left out. */
async function rows(): Promise<Map<string, number>> {
  const { rows: tables } = await here.owner.query<{ t: string }>(
    `SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'fatong' AND table_name NOT IN ('audit', 'attempt', 'idempotency')`,
  )
  const {
    rows: [row],
  } = await here.owner.query<{ counts: Record<string, number> }>(
    `SELECT json_build_object(${tables.map(({ t }) => `'${t}', (SELECT count(*) FROM fatong.${t})`).join(', ')}) AS counts`,
  )
  return new Map(Object.entries(row?.counts ?? {}))
}

test('every command that needs a key is refused without, done once with the same one twice, and refused with it for something else', async () => {
  const wrong: string[] = []
  let done = 0,
    reused = 0
  const commands = changing.filter(({ idempotent }) => idempotent)
  for (const [serial, route] of commands.entries()) {
    const caller = callerFor(route)
    const { path, sent = {} } = await askedOf(route, caller, 2_000 + serial, cast, here)
    const version: Record<string, string> = route.ifMatch ? { 'if-match': `"${await versionOf(caller)}"` } : {}
    const send = (key: string | undefined, body = sent.body) =>
      caller.client.send(route.method, path, {
        ...sent,
        ...(body ? { body } : {}),
        headers: { ...version, ...sent.headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      })
    for (const bad of [undefined, 'short', `${'x'.repeat(81)}`, 'with space here']) {
      const reply = await send(bad)
      if (reply.statusCode !== 400 || problemOf(reply).code !== 'keyNeeded')
        wrong.push(`${route.id} with the key ${bad}: ${told(reply)}`)
    }
    const key = randomUUID()
    const first = await send(key)
    const between = await rows()
    const second = await send(key)
    if (told(first) !== told(second))
      wrong.push(`${route.id} twice: ${told(first).slice(0, 300)} and then ${told(second).slice(0, 300)}`)
    for (const [table, count] of await rows())
      if (count !== between.get(table))
        wrong.push(`${route.id} twice: ${table} has ${String(between.get(table))} and then ${count} rows`)
    if (first.statusCode >= 300) continue
    done += 1
    const [field] = textFields(route.body).filter((one) => typeof withTextAt(sent.body, one) === 'string')
    if (!field || Buffer.isBuffer(sent.body)) continue
    reused += 1
    const other = await send(
      key,
      withText(
        sent.body,
        field,
        field.at(-1) === 'login' ? 'anotherlogin' : otherThan(withTextAt(sent.body, field)),
      ) as object,
    )
    if (![400, 403, 409, 412, 422].includes(other.statusCode))
      wrong.push(`${route.id}, the key for something else: ${told(other)}`)
  }
  console.log(
    `idempotency: ${commands.length} commands x 4 bad keys; each twice with one key (${done} done, the others refused alike), ${reused} keys for something else; ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
  expect(done).toBeGreaterThanOrEqual(8)
}, 900_000)

const withTextAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined),
    value,
  )
const otherThan = (text: unknown): string => (/^[0-9a-f-]{36}$/.test(String(text)) ? randomUUID() : `${String(text)}一`)

test('every other change may come twice: it adds nothing the second time, or its reason is written down', async () => {
  const others = changing.filter(({ idempotent }) => !idempotent)
  expect(Object.keys(HARMLESS_TWICE).filter((id) => !others.some((route) => route.id === id))).toEqual([])
  const wrong: string[] = []
  let done = 0
  for (const [serial, route] of others.entries()) {
    const caller = callerFor(route)
    const { path, sent = {} } = await askedOf(route, caller, 3_000 + serial, cast, here)
    const body = sent.body
    const send = () => caller.client.send(route.method, path, { ...sent, ...(body ? { body } : {}) })
    const first = await send()
    const between = await rows()
    const second = await send()
    if (second.statusCode >= 500) wrong.push(`${route.id} twice: ${told(second)}`)
    if (first.statusCode < 300) done += 1
    const grown = [...(await rows())].filter(([table, count]) => count !== between.get(table)).map(([table]) => table)
    if (grown.length > 0 && !HARMLESS_TWICE[route.id])
      wrong.push(`${route.id} twice: ${grown.join(', ')} changed again`)
  }
  console.log(
    `changes without a key: ${others.length} routes sent twice (${done} done), ${Object.keys(HARMLESS_TWICE).length} with a reason; ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
  expect(done).toBeGreaterThanOrEqual(25)
}, 900_000)

test('every route that needs a version is refused without one and with an old one, and changes nothing', async () => {
  const wrong: string[] = []
  const versioned = ROUTES.filter(({ ifMatch }) => ifMatch)
  for (const [serial, route] of versioned.entries()) {
    const caller = callerFor(route)
    const { path, sent = {} } = await askedOf(route, caller, 4_000 + serial, cast, here)
    const before = await versionOf(caller)
    const send = (match: Record<string, string>) =>
      caller.client.send(route.method, path, {
        ...sent,
        headers: { 'idempotency-key': randomUUID(), ...sent.headers, ...match },
      })
    for (const match of [{}, { 'if-match': '*' }, { 'if-match': '"abc"' }]) {
      const reply = await send(match as Record<string, string>)
      if (reply.statusCode !== 428) wrong.push(`${route.id} with ${JSON.stringify(match)}: ${told(reply)}`)
    }
    const old = await send({ 'if-match': `"${before + 7}"` })
    if (![412, 403, 409, 422].includes(old.statusCode))
      wrong.push(`${route.id} with a version that is not: ${told(old)}`)
    if ((await versionOf(caller)) !== before) wrong.push(`${route.id}: the case was changed`)
  }
  console.log(`versions: ${versioned.length} routes x 4 wrong versions, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
}, 120_000)

const shapeOf = (schema: unknown): Record<string, unknown> =>
  (schema as { shape?: Record<string, unknown> }).shape ?? {}

test('every list has pages, or its length is bounded by what it lists', async () => {
  const lists = ROUTES.filter(({ method, reply }) => method === 'GET' && 'items' in shapeOf(reply))
  const paged = lists.filter(({ query }) => 'cursor' in shapeOf(query) || 'after' in shapeOf(query))
  expect(
    lists
      .filter((route) => !paged.includes(route))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(WITHOUT_PAGES).sort())
  const wrong: string[] = []
  for (const [serial, route] of paged.entries()) {
    const caller = callerFor(route)
    const { path } = await askedOf(route, caller, 5_000 + serial, cast, here)
    const name = 'cursor' in shapeOf(route.query) ? 'cursor' : 'after'
    const ask = (cursor: string) =>
      caller.client.get(`${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(cursor)}`)
    for (const cursor of [
      'x',
      '%00',
      "' OR 1=1 --",
      '999999999999999999999',
      'eyJhIjoxfQ',
      '{"at":"x"}',
      '-1',
      '1e400',
    ]) {
      const reply = await ask(cursor)
      if (reply.statusCode >= 500) wrong.push(`${route.id}?${name}=${cursor}: ${told(reply)}`)
    }
    const seen = new Set<string>()
    let cursor: string | null = null
    for (let pages = 0; pages < 50; pages += 1) {
      const reply: Reply = cursor === null ? await caller.client.get(path) : await ask(cursor)
      if (reply.statusCode !== 200) {
        wrong.push(`${route.id}: ${told(reply)}`)
        break
      }
      const { items, next = null } = reply.json<{ items: unknown[]; next?: string | null }>()
      for (const item of items.map((one) => JSON.stringify(one))) {
        if (seen.has(item)) wrong.push(`${route.id}: ${item.slice(0, 80)} comes twice`)
        seen.add(item)
      }
      cursor = next
      if (cursor === null) break
    }
    if (cursor !== null) wrong.push(`${route.id}: no end after 50 pages`)
  }
  console.log(
    `pages: ${paged.length} lists read to their end and asked with 8 wrong cursors, ${Object.keys(WITHOUT_PAGES).length} bounded by what they list; ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
}, 120_000)

test('whoever is told a phone, an identity number or an address is written down in the access log', async () => {
  const secrets = [APPLICANT.phone, APPLICANT.idNumber, entryOf().applicant.address]
  const entries = async () =>
    (await here.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM fatong.audit')).rows[0]?.n ?? 0
  const wrong: string[] = []
  let asked = 0,
    shown = 0
  for (const [serial, route] of ROUTES.filter(
    ({ id, produces }) => !LAST.includes(id) && produces !== 'text/event-stream',
  ).entries()) {
    for (const caller of cast.callers.filter(
      ({ side, who }) => side === 'own' && (ROLE_TABLE[route.id]?.own ?? []).includes(who) && who !== 'anonymous',
    )) {
      const { path, sent = {} } = await askedOf(route, caller, 6_000 + serial, cast, here)
      const before = await entries()
      const version: Record<string, string> = route.ifMatch ? { 'if-match': `"${await versionOf(caller)}"` } : {}
      const reply = await caller.client.send(route.method, path, {
        ...sent,
        headers: { 'idempotency-key': randomUUID(), ...version, ...sent.headers },
      })
      asked += 1
      // What somebody just typed themselves tells them nothing; a draft belongs to who holds its secret.
      const given = `${JSON.stringify(sent.body ?? '')}${route.audience === 'draft' ? secrets.join() : ''}`
      const found = secrets.filter((secret) => reply.body.includes(secret) && !given.includes(secret))
      if (found.length === 0) continue
      shown += 1
      if ((await entries()) === before)
        wrong.push(`${route.id} by ${caller.who} tells ${found.join(', ')} and leaves no entry`)
    }
  }
  console.log(`access log: ${asked} requests, ${shown} told personal data, ${wrong.length} without an entry`)
  expect(wrong).toEqual([])
  expect(shown).toBeGreaterThan(0)
}, 900_000)

test('the OpenAPI document names the headers, parameters and bodies that each route asks for', async () => {
  interface Operation {
    summary?: string
    parameters: { name: string; in: string; required: boolean }[]
    requestBody?: object
    responses: Record<string, unknown>
    operationId: string
  }
  const { paths } = (await here.client().get('/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>
  }>()
  const wrong: string[] = []
  const ids = new Set<string>()
  for (const route of ROUTES) {
    const operation = paths[`/api${route.path.replace(/:(\w+)/g, '{$1}')}`]?.[route.method.toLowerCase()]
    if (!operation) {
      wrong.push(`${route.id}: is not there`)
      continue
    }
    const has = (where: string, name: string) =>
      operation.parameters.some((one) => one.in === where && one.name === name)
    const headers = {
      'X-Fatong': route.method !== 'GET',
      'Idempotency-Key': route.idempotent,
      'If-Match': route.ifMatch,
      'X-Draft-Secret': route.audience === 'draft',
    }
    for (const [name, wanted] of Object.entries(headers))
      if (has('header', name) !== wanted) wrong.push(`${route.id}: ${name}`)
    for (const [name] of route.path.matchAll(/(?<=:)\w+/g))
      if (!has('path', name)) wrong.push(`${route.id}: path parameter ${name}`)
    for (const name of Object.keys(shapeOf(route.query)))
      if (!has('query', name)) wrong.push(`${route.id}: query ${name}`)
    if ((route.method === 'POST' || route.method === 'PUT') !== (operation.requestBody !== undefined))
      wrong.push(`${route.id}: body`)
    if (!operation.summary || !operation.responses['200'] || !operation.responses.default)
      wrong.push(`${route.id}: summary or replies`)
    if (ids.has(operation.operationId)) wrong.push(`${route.id}: the name ${operation.operationId} is taken`)
    ids.add(operation.operationId)
  }
  const page = await here.service.app.inject({ url: '/api/' })
  for (const { path } of ROUTES) if (!page.body.includes(path)) wrong.push(`the readable page lacks ${path}`)
  console.log(`openapi: ${ROUTES.length} routes, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
})
