import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '@fatong/contract/errors.ts'
import { ROUTES } from '@fatong/contract/routes.ts'
import { APPLICANT, addToDraft, entryOf, startDraft, submit } from './standing/application.ts'
import { ok, problemOf, type Client, type Reply } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { citizen, colleague } from './standing/people.ts'

let here: Installation
let self: Client
let clerk: Client
beforeAll(async () => {
  here = await installation()
  self = (await citizen(here, APPLICANT.phone, APPLICANT.name)).client
  clerk = (await colleague(here, 'clerk', 'center')).client
})
afterAll(() => here.close())

const HEADERS: Record<string, RegExp> = {
  'content-security-policy': /default-src 'self'; script-src 'self';.*base-uri 'none'.*frame-ancestors 'self'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'x-frame-options': /^SAMEORIGIN$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /payment=\(\)/,
}

test('pages, files of the API and errors carry the security headers, and no page may run a script of its own', async () => {
  const urls = [
    '/',
    '/apply',
    '/track?number=1',
    '/desk',
    '/desk/cases/1',
    '/api',
    '/api/openapi.json',
    '/api/health',
    '/api/service-points',
    '/api/desk/me',
    '/api/nowhere',
    '/api/citizen/cases/1',
    '/assets/nowhere.js',
    '/..%2f..%2fetc%2fpasswd',
  ]
  const wrong: string[] = []
  for (const url of urls) {
    const { headers } = await here.service.app.inject({ url })
    for (const [name, wanted] of Object.entries(HEADERS))
      if (!wanted.test(String(headers[name] ?? ''))) wrong.push(`${url}: ${name} is ${String(headers[name])}`)
    const policy = String(headers['content-security-policy'])
    if (/script-src[^;]*('unsafe|nonce|\*|data:|http)/.test(policy) || /style-src[^;]*'unsafe/.test(policy))
      wrong.push(`${url}: ${policy}`)
    if (headers['access-control-allow-origin'] !== undefined) wrong.push(`${url}: lets other sites read`)
  }
  const nonces = await Promise.all(
    [1, 2].map(
      async () =>
        /'nonce-([^']+)'/.exec(
          String((await here.service.app.inject({ url: '/desk' })).headers['content-security-policy']),
        )?.[1],
    ),
  )
  expect(new Set(nonces).size).toBe(2)
  console.log(
    `security headers: ${urls.length} addresses x ${Object.keys(HEADERS).length} headers, ${wrong.length} wrong`,
  )
  expect(wrong).toEqual([])
})

/** What every refusal must look like (RFC 9457), and what it must never tell. */
function faultsOf(says: string, { statusCode, headers, body }: Reply): string[] {
  const faults: string[] = []
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    faults.push(`${says}: is ${String(headers['content-type'])}`)
  if (headers['cache-control'] !== 'no-store') faults.push(`${says}: may be cached`)
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return [...faults, `${says}: is not JSON`]
  }
  const problem = Problem.safeParse(parsed)
  if (!problem.success || problem.data.status !== statusCode || !problem.data.requestId)
    faults.push(`${says}: is no problem of status ${statusCode}`)
  if (statusCode >= 500) faults.push(`${says}: ${statusCode}`)
  if (/\bat .+\.ts:\d+|node_modules|SELECT |postgres|fatong\./i.test(body)) faults.push(`${says}: tells of the inside`)
  return faults
}

test('every refusal is a problem document, and none is an internal error', async () => {
  const { app } = here.service
  const json = { 'x-fatong': '1', 'content-type': 'application/json' }
  const wrong: string[] = []
  let asked = 0
  const look = async (says: string, reply: Promise<Reply>) => {
    asked += 1
    const got = await reply
    if (got.statusCode >= 400) wrong.push(...faultsOf(says, got))
  }
  for (const route of ROUTES.filter(({ produces }) => produces !== 'text/event-stream')) {
    const url = `/api${route.path.replace(/:\w+/g, 'none')}`
    await look(
      `nobody, ${route.id}`,
      app.inject({
        method: route.method,
        url,
        headers: route.method === 'GET' ? {} : json,
        ...(route.method === 'GET' ? {} : { payload: '{}' }),
      }),
    )
    for (const client of [self, clerk])
      if (!route.path.endsWith('/session'))
        await look(
          `somebody, ${route.id}`,
          client.send(
            route.method,
            route.path.replace(/:\w+/g, "';--"),
            route.method === 'GET' ? {} : { body: { a: 1 } },
          ),
        )
    if (route.method === 'GET') continue
    await look(`broken JSON, ${route.id}`, app.inject({ method: route.method, url, headers: json, payload: '{"a":' }))
    await look(
      `XML, ${route.id}`,
      app.inject({
        method: route.method,
        url,
        headers: { ...json, 'content-type': 'application/xml' },
        payload: '<a/>',
      }),
    )
    await look(
      `too much, ${route.id}`,
      app.inject({ method: route.method, url, headers: json, payload: JSON.stringify({ a: 'x'.repeat(300 * 1024) }) }),
    )
    await look(
      `poisoned, ${route.id}`,
      app.inject({
        method: route.method,
        url,
        headers: json,
        payload: '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}',
      }),
    )
  }
  for (const url of ['/api/nowhere', '/api/%00', '/api/%E0%A4%A', `/api/${'a'.repeat(3000)}`, '/api/desk/cases/%2e%2e'])
    await look(url, app.inject({ url }))
  await look('PATCH', app.inject({ method: 'PATCH', url: '/api/desk/me', headers: { 'x-fatong': '1' } }))
  await look('TRACE-like verb', app.inject({ method: 'OPTIONS', url: '/api/desk/me', headers: { 'x-fatong': '1' } }))
  console.log(`problem documents: ${asked} requests, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
})

test('the OpenAPI 3.1 document lists every route and nothing else', async () => {
  const document = ok<{ openapi: string; paths: Record<string, Record<string, { responses: object }>> }>(
    await here.client().get('/openapi.json'),
  )
  const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(document.openapi).toBe('3.1.0')
  expect(listed.sort()).toEqual(
    ROUTES.map(({ method, path }) => `${method} /api${path.replace(/:(\w+)/g, '{$1}')}`).sort(),
  )
  console.log(`openapi: ${listed.length} operations for ${ROUTES.length} routes`)
})

test('the same key twice gives the same reply; with something else in it, 409', async () => {
  const draft = await startDraft(self)
  await addToDraft(self, draft, 'signature')
  const key = randomUUID()
  const handIn = (story: string, draftId = draft.id) =>
    self.post(
      '/applications',
      { draftId, draftSecret: draft.secret, entry: { ...entryOf(here.places.station), story } },
      { headers: { 'idempotency-key': key } },
    )
  const first = ok<{ id: string; number: string }>(await handIn('一'))
  const again = ok<{ id: string; number: string }>(await handIn('一'))
  expect(again.number).toBe(first.number)
  const { rows } = await here.owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM fatong.case_file WHERE number = $1',
    [first.number],
  )
  expect(rows[0]?.n).toBe(1)

  const message = (text: string) =>
    self.post(
      `/citizen/cases/${first.number}/messages`,
      { text, to: 'agency' },
      { headers: { 'idempotency-key': 'message-key-1' } },
    )
  const said = await message('你好')
  expect((await message('你好')).body).toBe(said.body)
  const other = await message('再见')
  expect([other.statusCode, problemOf(other).code]).toEqual([409, 'keyReused'])

  const other2 = await submit(self, here.places.station)
  const startWith = (data: object) =>
    here.client().post('/drafts', { data }, { headers: { 'idempotency-key': 'draft-key-1' } })
  expect((await startWith({ a: 1 })).json<{ secret: string }>().secret).toBe(
    (await startWith({ a: 1 })).json<{ secret: string }>().secret,
  )
  expect((await startWith({ a: 2 })).statusCode).toBe(409)

  const accept = (caseId: string, version: number) =>
    clerk.post(
      `/desk/cases/${caseId}/acceptApplication`,
      {},
      { headers: { 'idempotency-key': 'accept-key-1', 'if-match': `"${version}"` } },
    )
  const accepted = await accept(other2.id, 1)
  expect(accepted.statusCode).toBe(200)
  expect((await accept(other2.id, 1)).json()).toEqual(accepted.json())
  expect((await accept(first.id, 2)).statusCode).toBe(409)
  const none = await clerk.send('POST', `/desk/cases/${first.id}/acceptApplication`, {
    body: {},
    headers: { 'if-match': '"2"' },
  })
  expect([none.statusCode, problemOf(none).code]).toEqual([400, 'keyNeeded'])
  console.log('idempotency: 4 commands repeated, 3 keys reused for something else, 0 done twice')
})

test('an old version is answered 412, none at all 428, and nothing is written', async () => {
  const { id } = await submit(self, here.places.station)
  const read = await clerk.get(`/desk/cases/${id}`)
  expect(read.headers.etag).toBe('"1"')
  const accept = (headers: Record<string, string>) => clerk.post(`/desk/cases/${id}/acceptApplication`, {}, { headers })
  expect((await accept({ 'if-match': '"7"' })).statusCode).toBe(412)
  expect((await accept({})).statusCode).toBe(428)
  expect((await accept({ 'if-match': '*' })).statusCode).toBe(428)
  expect((await clerk.get(`/desk/cases/${id}`)).headers.etag).toBe('"1"')
  const answers = (await Promise.all(Array.from({ length: 8 }, () => accept({ 'if-match': '"1"' })))).map(
    ({ statusCode }) => statusCode,
  )
  expect(answers.filter((status) => status === 200)).toHaveLength(1)
  expect(answers.every((status) => [200, 409, 412].includes(status))).toBe(true)
  console.log(`stale versions: 3 refused; of 8 at once with one version 1 was written`)
})
