import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '@fatong/contract/route.ts'
import { ROUTES } from '@fatong/contract/routes.ts'
import { ROLE_TABLE } from './role-table.ts'
import { APPLICANT, addToDraft, entryOf, press, startDraft } from './standing/application.ts'
import { askedOf } from './standing/asked.ts'
import { castOf, type Caller, type Cast } from './standing/cast.ts'
import { ok, type Client } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { citizen, colleague } from './standing/people.ts'
import { stringsIn, textFields, withText } from './standing/text-fields.ts'

let here: Installation
let cast: Cast
beforeAll(async () => {
  here = await installation()
  cast = await castOf(here)
})
afterAll(() => here.close())

/** SQL, HTML, templates of papers, header and path tricks; marked, so that they are found again. */
const ATTACKS: readonly string[] = [
  `'); DROP TABLE fatong.case_file; --`,
  `' OR '1'='1' UNION SELECT password_hash FROM fatong.staff --`,
  `\\'; SELECT pg_sleep(9); --`,
  `$1 $$ \${7*7} {{7*7}} #{7*7} #number:x#`,
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `javascript:alert(1)//`,
  `../../../../etc/passwd`,
  `a%00b%0d%0aSet-Cookie: x=1`,
  `甲\u202e\u200b乙𠮷\ud83d\ude00`,
  `=cmd|' /C calc'!A0`,
  `{"$ne":null}`,
]
const tables = async (): Promise<string> =>
  (
    await here.owner.query<{ t: string }>(
      `SELECT string_agg(table_name, ',' ORDER BY table_name) AS t FROM information_schema.tables WHERE table_schema = 'fatong'`,
    )
  ).rows[0]?.t ?? ''
const callerFor = (route: Route): Caller => {
  const allowed = ROLE_TABLE[route.id]?.own ?? []
  const found =
    cast.callers.find(
      ({ who, side }) => side === 'own' && who !== 'anonymous' && who !== 'notYetAdmitted' && allowed.includes(who),
    ) ?? cast.callers[0]
  if (!found) throw new Error(`nobody may call ${route.id}`)
  return found
}
const OVER: readonly string[] = ['DELETE /citizen/session', 'DELETE /desk/session', 'GET /desk/changes']

test('no text in any field, path or query is ever run: it is kept as text or refused', async () => {
  const before = await tables()
  const wrong: string[] = []
  let sent = 0,
    fields = 0,
    kept = 0
  const send = async (
    says: string,
    client: Client,
    route: Route,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    sent += 1
    const reply = await client.send(route.method, path, {
      ...(body ? { body } : {}),
      headers: {
        ...(route.idempotent ? { 'idempotency-key': randomUUID() } : {}),
        ...(route.ifMatch ? { 'if-match': '"1"' } : {}),
        ...headers,
      },
    })
    if (reply.statusCode < 300) kept += 1
    if (reply.statusCode >= 500) wrong.push(`${says}: ${reply.statusCode} ${reply.body.slice(0, 150)}`)
    if (reply.headers['set-cookie']?.includes('x=1')) wrong.push(`${says}: set a cookie`)
    if (/^text\/html/.test(String(reply.headers['content-type'])) && reply.body.includes('alert(1)'))
      wrong.push(`${says}: came back as a page`)
  }
  for (const route of ROUTES.filter(({ id }) => !OVER.includes(id))) {
    const caller = callerFor(route)
    const asked = await askedOf(route, caller, 900, cast, here)
    const sample = asked.sent?.body && !Buffer.isBuffer(asked.sent.body) ? asked.sent.body : {}
    if (!route.consumes && (route.method === 'POST' || route.method === 'PUT')) {
      for (const field of textFields(route.body)) {
        fields += 1
        for (const attack of ATTACKS)
          await send(
            `${route.id} ${field.join('.')} ${attack}`,
            caller.client,
            route,
            asked.path,
            withText(sample, field, attack) as object,
            asked.sent?.headers,
          )
      }
    }
    const parameters = [...route.path.matchAll(/:\w+/g)].map(([name]) => name)
    const queries = Object.keys((route.query as { shape?: object } & Route['query']).shape ?? {})
    for (const name of parameters) {
      fields += 1
      for (const attack of ATTACKS)
        await send(
          `${route.id} ${name} ${attack}`,
          caller.client,
          route,
          route.path.replace(/:\w+/g, (p) => (p === name ? encodeURIComponent(attack) : randomUUID())),
          route.method === 'GET' ? undefined : route.consumes ? Buffer.from('x') : sample,
        )
    }
    for (const name of queries) {
      fields += 1
      for (const attack of ATTACKS)
        await send(
          `${route.id} ?${name} ${attack}`,
          caller.client,
          route,
          `${asked.path.split('?')[0]}?${name}=${encodeURIComponent(attack)}`,
          asked.sent?.body,
        )
    }
  }
  expect(await tables()).toBe(before)
  console.log(
    `injection: ${ATTACKS.length} texts x ${fields} fields = ${sent.toLocaleString('en')} requests, ${kept} taken as text, ${wrong.length} wrong; tables intact`,
  )
  expect(wrong).toEqual([])
}, 900_000)

test('what is taken comes back letter by letter', async () => {
  const {
    rows: [bare],
  } = await here.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM fatong.case_file')
  const clerk = (await colleague(here, 'clerk', 'center')).client
  const wrong: string[] = []
  let told = 0
  for (const [i, attack] of ATTACKS.entries()) {
    const { client } = await citizen(here, `1360000${String(i).padStart(4, '0')}`, `人${i}`)
    const marked = (field: string) => `〔${i}${field}〕${attack}`
    const draft = await startDraft(client, { story: marked('draft') })
    await addToDraft(client, draft, 'signature')
    const drafted = await client.get(`/drafts/${draft.id}`)
    const entry = {
      ...entryOf(here.places.station),
      story: marked('story'),
      opponents: [{ name: marked('opponent'), kind: 'organisation' }],
      applicant: { ...APPLICANT, name: marked('name').slice(0, 50), address: marked('address') },
    }
    const { id, number } = ok<{ id: string; number: string }>(
      await client.post('/applications', { draftId: draft.id, draftSecret: draft.secret, entry }),
    )
    ok(await client.post(`/citizen/cases/${number}/messages`, { text: marked('message'), to: 'agency' }))
    await press(clerk, id, 'requestSupplement', {
      items: [{ code: 'identity', wording: marked('wording') }],
      deadline: '2099-01-01',
    })
    ok(
      await client
        .post(`/citizen/cases/${number}/supply`, { materialIds: [], note: marked('note') })
        .then((reply) => (reply.statusCode === 409 ? client.get('/citizen/me') : reply)),
    )
    const pages = [
      drafted,
      await clerk.get(`/desk/cases/${id}`),
      await client.get(`/citizen/cases/${number}`),
      await client.get('/citizen/export'),
      await clerk.get(`/desk/search?q=${encodeURIComponent(`〔${i}name`)}`),
    ]
    const strings = pages.flatMap((page) => stringsIn(ok<object>(page)))
    for (const field of ['draft', 'story', 'opponent', 'name', 'message', 'wording']) {
      const seen = strings.filter((text) => text.includes(`〔${i}${field}〕`))
      told += seen.length
      if (seen.length === 0) wrong.push(`${field} ${attack}: never seen again`)
      wrong.push(
        ...seen
          .filter((text) => !text.includes(field === 'name' ? marked(field).slice(0, 50) : marked(field)))
          .map((text) => `${field}: ${text}`),
      )
    }
    for (const page of pages)
      if (!String(page.headers['content-type']).startsWith('application/json'))
        wrong.push(`${attack}: ${String(page.headers['content-type'])}`)
  }
  const {
    rows: [now],
  } = await here.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM fatong.case_file')
  expect((now?.n ?? 0) - (bare?.n ?? 0)).toBe(ATTACKS.length)
  console.log(`stored texts: ${told} readings of ${ATTACKS.length * 6} texts, ${wrong.length} changed`)
  expect(wrong).toEqual([])
}, 600_000)
