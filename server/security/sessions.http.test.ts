import { afterAll, beforeAll, expect, test } from 'vitest'
import { APPLICANT } from './standing/application.ts'
import { ok, problemOf } from './standing/client.ts'
import { installation, type Installation } from './standing/installation.ts'
import { PASSWORD, addColleague, citizen, codeOf, colleague } from './standing/people.ts'

let here: Installation
beforeAll(async () => {
  here = await installation({ RATE_LIMIT_FACTOR: '1' })
})
afterAll(() => here.close())

const PRESET = 'A'.repeat(43)

test('a cookie set before signing in is replaced, and never becomes a session', async () => {
  const { login } = await addColleague(here, 'clerk', 'center')
  const victim = here.client('10.2.0.1')
  victim.cookies.set('ft_staff', PRESET).set('ft_citizen', PRESET)
  const signedIn = await victim.post('/desk/session', { login, password: PASSWORD })
  const cookie = signedIn.cookies.find(({ name }) => name === 'ft_staff')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(cookie?.value).not.toBe(PRESET)

  ok(await victim.post('/citizen/code', { phone: APPLICANT.phone }))
  const byPhone = await victim.post('/citizen/session', {
    phone: APPLICANT.phone,
    code: await codeOf(here, APPLICANT.phone),
  })
  const ofCitizen = byPhone.cookies.find(({ name }) => name === 'ft_citizen')
  expect(ofCitizen).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(ofCitizen?.value).not.toBe(PRESET)

  const attacker = here.client('10.2.0.2')
  attacker.cookies.set('ft_staff', PRESET).set('ft_citizen', PRESET)
  expect([(await attacker.get('/desk/me')).statusCode, (await attacker.get('/citizen/me')).statusCode]).toEqual([
    401, 401,
  ])

  // A session known to somebody else ends when its owner signs in again or out.
  const known = String(cookie?.value)
  ok(await victim.post('/desk/session', { login, password: PASSWORD }))
  attacker.cookies.set('ft_staff', known)
  expect((await attacker.get('/desk/me')).statusCode).toBe(401)
  const last = String(victim.cookies.get('ft_staff'))
  ok(await victim.send('DELETE', '/desk/session'))
  attacker.cookies.set('ft_staff', last)
  expect((await attacker.get('/desk/me')).statusCode).toBe(401)
  console.log('session fixation: 2 preset cookies replaced, 4 known tokens refused')
})

test('pages of other sites cannot act for somebody signed in', async () => {
  const { client } = await colleague(here, 'clerk', 'center')
  const own = { origin: new URL(here.parts.config.publicUrl).origin }
  const refused: [string, Record<string, string>][] = [
    ['no X-Fatong', { 'x-fatong': '' }],
    ['another X-Fatong', { 'x-fatong': '2' }],
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['Origin null', { origin: 'null' }],
    ['a look-alike Origin', { origin: `${own.origin}.evil.example` }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['broken Origin', { origin: 'http://[' }],
  ]
  const wrong: string[] = []
  for (const [says, headers] of refused) {
    for (const path of ['/desk/password', '/desk/totp', '/desk/notifications', '/drafts', '/citizen/code']) {
      const reply = await client.post(path, {}, { headers })
      if (reply.statusCode !== 403 || problemOf(reply).code !== 'crossSite')
        wrong.push(`${says} at ${path}: ${reply.statusCode}`)
    }
  }
  for (const headers of [own, { ...own, 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }])
    expect((await client.post('/desk/totp', {}, { headers })).statusCode).toBe(200)
  console.log(`cross-site: ${refused.length} ways x 5 routes, ${wrong.length} got through`)
  expect(wrong).toEqual([])
})

test('guessing a password locks the account, also for the right one, for ever longer', async () => {
  const { login } = await addColleague(here, 'clerk', 'center')
  const statuses: number[] = []
  for (let guess = 1; guess <= 8; guess += 1)
    statuses.push(
      (await here.client(`10.3.0.${guess}`).post('/desk/session', { login, password: `wrong-guess-${guess}` }))
        .statusCode,
    )
  const right = await here.client('10.3.1.1').post('/desk/session', { login, password: PASSWORD })
  expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401])
  expect(statuses.at(-1)).toBe(429)
  expect([right.statusCode, problemOf(right).code]).toEqual([429, 'locked'])
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
  console.log(
    `brute force on a password: shut after ${statuses.indexOf(429)} guesses from 8 addresses; the right one then waits ${String(right.headers['retry-after'])} s`,
  )
})

test('guessing a code ends the code after five tries, whoever asks', async () => {
  const phone = '13700000001'
  ok(await here.client('10.4.0.1').post('/citizen/code', { phone }))
  const code = await codeOf(here, phone)
  for (let guess = 1; guess <= 5; guess += 1) {
    const wrong = String((Number(code) + guess) % 1_000_000).padStart(6, '0')
    expect((await here.client(`10.4.0.${guess}`).post('/citizen/session', { phone, code: wrong })).statusCode).toBe(401)
  }
  const late = await here.client('10.4.1.1').post('/citizen/session', { phone, code })
  expect([late.statusCode, problemOf(late).code]).toEqual([401, 'wrongCode'])
  const soon = await here.client('10.4.1.2').post('/citizen/code', { phone })
  expect([soon.statusCode, problemOf(soon).code]).toEqual([429, 'codeTooSoon'])
  console.log(
    'brute force on a code: 5 tries of 1,000,000, then even the right one is refused; the next code after 60 s',
  )
})

test('a code works once', async () => {
  const phone = '13700000002'
  ok(await here.client('10.5.0.1').post('/citizen/code', { phone }))
  const code = await codeOf(here, phone)
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => here.client(`10.5.1.${i}`).post('/citizen/session', { phone, code })),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

test('a flood from one address is turned away and leaves others alone', async () => {
  const flood = here.client('10.6.0.1')
  const statuses: number[] = []
  for (let i = 0; i < 25; i += 1)
    statuses.push((await flood.post('/citizen/session', { phone: 'x', code: 'x' })).statusCode)
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 400))
  expect(statuses.slice(20)).toEqual(Array.from({ length: 5 }, () => 429))
  expect((await here.client('10.6.0.2').post('/citizen/session', { phone: 'x', code: 'x' })).statusCode).toBe(400)
  let reads = 0
  while ((await flood.get('/health')).statusCode === 200 && reads < 2_000) reads += 1
  // A forged address changes nothing unless a proxy in front is trusted.
  const forged = await flood.get('/health', { headers: { 'x-forwarded-for': '1.2.3.4' } })
  expect(problemOf(forged).code).toBe('tooManyRequests')
  console.log(
    `rate limit: ${statuses.filter((s) => s !== 429).length} sign-ins and ${reads} reads a minute from one address`,
  )
  expect(reads).toBe(900)
})

test('the public doors of asking, finding and booking are braked by address too', async () => {
  const doors: [string, number, (client: ReturnType<typeof here.client>) => Promise<{ statusCode: number }>][] = [
    ['POST /consultation', 240, (client) => client.post('/consultation', {})],
    ['POST /consultation/continue', 240, (client) => client.post('/consultation/continue', {})],
    ['POST /questions', 240, (client) => client.post('/questions', {})],
    ['POST /citizen/appointments', 240, (client) => client.post('/citizen/appointments', {})],
    ['GET /consultation/suggestions', 900, (client) => client.get('/consultation/suggestions')],
    ['GET /search', 900, (client) => client.get('/search')],
    ['GET /service-points/near', 900, (client) => client.get('/service-points/near?lng=x')],
    ['GET /articles', 900, (client) => client.get('/articles')],
  ]
  const figures: string[] = []
  for (const [i, [door, most, ask]] of doors.entries()) {
    const client = here.client(`10.8.0.${i + 1}`)
    let letIn = 0
    while (letIn <= most && (await ask(client)).statusCode !== 429) letIn += 1
    figures.push(`${door} ${letIn}`)
    expect(letIn, door).toBe(most)
  }
  console.log(`rate limits a minute from one address: ${figures.join(', ')}`)
})

test('a citizen cannot be signed in by somebody else’s phone in the same browser', async () => {
  const first = await citizen(here, '13700000003', '甲某')
  const second = await citizen(here, '13700000004', '乙某')
  expect(ok<{ personId: string }>(await first.client.get('/citizen/me')).personId).toBe(first.personId)
  expect(second.personId).not.toBe(first.personId)
})
