import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { newTotpSecret, totpCode } from '../../identity/totp/totp.ts'
import { asStaff, input, PASSWORD, testParts, tokenOf, type TestParts } from '../testing/test-parts.ts'
import { staffCaller } from './callers.ts'
import { changePassword } from './change-password.ts'
import { confirmTotp } from './confirm-totp.ts'
import { mySessions } from './my-sessions.ts'
import { revokeSession } from './revoke-session.ts'
import { signInStaff } from './sign-in-staff.ts'
import { signOut } from './sign-out.ts'
import { startTotp } from './start-totp.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let parts: TestParts
let count = 0
beforeAll(async () => {
  parts = await testParts()
})
afterAll(() => parts.close())

const fromAnywhere = () => ({ ...parts.nobody, ip: `10.1.${Math.floor(count / 250)}.${(count += 1) % 250}` })
const tryIn = (login: string, password: string, more: { totp?: string; caller?: typeof parts.nobody } = {}) =>
  signInStaff(
    parts,
    more.caller ?? fromAnywhere(),
    input({ body: { login, password, ...(more.totp ? { totp: more.totp } : {}) } }),
  )

describe('password', () => {
  it('signs in, with a cookie whose token is stored nowhere', async () => {
    await parts.addStaff('shouli', [{ role: 'clerk', placeId: parts.places.center }])
    const outcome = await tryIn('shouli', PASSWORD)
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        login: 'shouli',
        secondFactor: 'none',
        mustChangePassword: false,
        roles: [{ role: 'clerk', placeName: '公共法律服务中心' }],
      },
    })
    const token = tokenOf(outcome)
    expect(token).toMatch(/^[\w-]{43}$/)
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>('SELECT s::text AS text FROM fatong.session s'),
    )
    expect(
      rows.some(({ text }) => text.includes(token) || text.includes(Buffer.from(token, 'base64url').toString('hex'))),
    ).toBe(false)
  })
  it('reaches the places below one’s own and no others', async () => {
    await parts.addStaff('zhongchuan', [{ role: 'stationStaff', placeId: parts.places.town }])
    const station = await asStaff(parts, tokenOf(await tryIn('zhongchuan', PASSWORD)))
    expect(station.placeIds).toEqual([parts.places.town])
    const center = await asStaff(parts, tokenOf(await tryIn('shouli', PASSWORD)))
    expect(new Set(center.placeIds)).toEqual(new Set([parts.places.center, parts.places.town, parts.places.otherTown]))
  })
  it('wrong, of an unknown account and of an inactive one are answered alike', async () => {
    const answers = [
      await tryIn('shouli', 'wrong-1'),
      await tryIn('nobody-here', 'wrong-1'),
      await tryIn('NOBODY-HERE', PASSWORD),
    ]
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: 'wrongCredentials' })
  })
  it('may be typed with the account in capitals', async () => {
    expect(await tryIn('SHOULI', PASSWORD)).toMatchObject({ ok: true })
  })
})

describe('brute force', () => {
  it.each(['victim', 'unknown'])(
    'five wrong passwords shut the account %s for 1, 2, 4 ... minutes, up to a day',
    async (login) => {
      if (login === 'victim') await parts.addStaff(login, [])
      for (let i = 0; i < 5; i += 1)
        expect(await tryIn(login, `wrong${i}`)).toMatchObject({ error: 'wrongCredentials' })
      const waits: number[] = []
      for (let i = 0; i < 13; i += 1) {
        const shut = await tryIn(login, PASSWORD)
        if (shut.ok || shut.error !== 'locked') throw new Error(JSON.stringify(shut))
        const seconds = 'retryAfterSeconds' in shut ? (shut.retryAfterSeconds ?? 0) : 0
        waits.push(seconds / 60)
        parts.pass(seconds * 1000)
        expect(await tryIn(login, 'wrong again')).toMatchObject({ error: 'wrongCredentials' })
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440])
    },
  )
  it('a right password in time forgets the wrong ones', async () => {
    await parts.addStaff('forgetful', [])
    for (let i = 0; i < 4; i += 1) await tryIn('forgetful', 'wrong')
    expect(await tryIn('forgetful', PASSWORD)).toMatchObject({ ok: true })
    for (let i = 0; i < 4; i += 1)
      expect(await tryIn('forgetful', 'wrong')).toMatchObject({ error: 'wrongCredentials' })
    expect(await tryIn('forgetful', PASSWORD)).toMatchObject({ ok: true })
  })
  it('a hundred guesses at once: five are judged, the rest find the door shut', async () => {
    await parts.addStaff('stormed', [])
    const answers = await Promise.all(Array.from({ length: 100 }, () => tryIn('stormed', 'wrong')))
    const errors = answers.map((answer) => (answer.ok ? 'in' : answer.error))
    expect(errors.filter((error) => error === 'wrongCredentials')).toHaveLength(5)
    expect(errors.filter((error) => error === 'locked')).toHaveLength(95)
  })
  it('in a day of guessing without pause, one account lets 15 passwords be judged', async () => {
    await parts.addStaff('patient', [])
    const end = parts.clock.now() + 24 * HOUR
    let judged = 0
    while (parts.clock.now() < end) {
      const answer = await tryIn('patient', 'wrong')
      if (!answer.ok && answer.error === 'wrongCredentials') judged += 1
      else if (!answer.ok && 'retryAfterSeconds' in answer) parts.pass((answer.retryAfterSeconds ?? 0) * 1000)
    }
    console.log(`brute force: ${judged} passwords of one account are judged in 24 hours`)
    expect(judged).toBe(15)
  })
  it('one address trying many accounts is shut as well', async () => {
    const caller = { ...parts.nobody, ip: '203.0.113.9' }
    const errors: string[] = []
    for (let i = 0; i < 31; i += 1) {
      const answer = await tryIn(`spray${i}`, 'Password123', { caller })
      errors.push(answer.ok ? 'in' : answer.error)
    }
    expect(errors.filter((error) => error === 'wrongCredentials')).toHaveLength(30)
    expect(errors[30]).toBe('locked')
    expect(await tryIn('shouli', PASSWORD)).toMatchObject({ ok: true })
  }, 60_000)
  it('is written down', async () => {
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ n: number; leaks: number }>(
        `SELECT count(*)::int AS n, count(*) FILTER (WHERE a::text LIKE '%wrong%' AND why <> 'password' OR a::text LIKE '%203.0.113.9%')::int AS leaks FROM fatong.audit a WHERE action = 'signInFailed'`,
      ),
    )
    expect(rows[0]?.n).toBeGreaterThan(50)
    expect(rows[0]?.leaks).toBe(0)
  })
})

describe('second factor', () => {
  it('must be set up at the first sign-in of an approver, who can do nothing else before', async () => {
    await parts.addStaff('shenpi', [{ role: 'approver', placeId: parts.places.center }])
    const first = await tryIn('shenpi', PASSWORD)
    expect(first).toMatchObject({ ok: true, value: { secondFactor: 'toEnrol' } })
    const token = tokenOf(first)
    const caller = await asStaff(parts, token)
    expect(caller).toMatchObject({ secondFactorRequired: true, secondFactor: false })
    const started = await startTotp(parts, caller)
    if (!started.ok) throw new Error('not started')
    expect(started.value.qrSvg).toContain('<svg')
    expect(await confirmTotp(parts, caller, input({ body: { totp: '000000' } }))).toMatchObject({
      error: 'wrongSecondFactor',
    })
    const code = totpCode(started.value.secret, parts.clock.now())
    const confirmed = await confirmTotp(parts, caller, input({ body: { totp: code } }))
    expect(confirmed).toMatchObject({ ok: true, value: { secondFactor: 'done' } })
    // The session has more rights now, so its token is another and the old one is dead.
    expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
    expect(await asStaff(parts, tokenOf(confirmed))).toMatchObject({ secondFactor: true })

    expect(await tryIn('shenpi', PASSWORD)).toMatchObject({ error: 'secondFactorNeeded' })
    expect(await tryIn('shenpi', PASSWORD, { totp: code })).toMatchObject({ error: 'wrongSecondFactor' })
    parts.pass(30_000)
    const next = totpCode(started.value.secret, parts.clock.now())
    expect(await tryIn('shenpi', PASSWORD, { totp: next })).toMatchObject({ ok: true, value: { secondFactor: 'done' } })
    expect(await tryIn('shenpi', PASSWORD, { totp: next })).toMatchObject({ error: 'wrongSecondFactor' })
  })
  it('is stored sealed, and guesses at it shut the account like guesses at the password', async () => {
    const id = await parts.addStaff('guessed', [{ role: 'administrator', placeId: parts.places.district }])
    const secret = newTotpSecret()
    await parts.stores.signIn.enrolTotp(id, parts.crypto.encrypt('staff.totp', secret), 0, [])
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ sealed: Buffer }>('SELECT totp_secret_enc AS sealed FROM fatong.staff WHERE id = $1', [id]),
    )
    expect(rows[0]?.sealed.includes(secret)).toBe(false)
    for (let i = 0; i < 5; i += 1) {
      expect(await tryIn('guessed', PASSWORD)).toMatchObject({ error: 'secondFactorNeeded' })
      expect(await tryIn('guessed', PASSWORD, { totp: '000000' })).toMatchObject({ error: 'wrongSecondFactor' })
    }
    expect(await tryIn('guessed', PASSWORD, { totp: totpCode(secret, parts.clock.now()) })).toMatchObject({
      error: 'locked',
    })
  })
  it('cannot be replaced by somebody who has only the password', async () => {
    const id = await parts.addStaff('kept', [{ role: 'approver', placeId: parts.places.center }])
    const caller = await asStaff(parts, tokenOf(await tryIn('kept', PASSWORD)))
    await parts.stores.signIn.enrolTotp(id, parts.crypto.encrypt('staff.totp', newTotpSecret()), 0, [])
    parts.sessions.forget()
    expect(await startTotp(parts, { ...caller, totpEnrolled: true })).toMatchObject({ error: 'secondFactorNeeded' })
  })
})

describe('sessions', () => {
  it('get a token of their own at sign-in; the one the browser came with dies (fixation)', async () => {
    const planted = tokenOf(await tryIn('shouli', PASSWORD))
    const victim = await asStaff(parts, planted)
    const fresh = tokenOf(await signInStaff(parts, victim, input({ body: { login: 'shouli', password: PASSWORD } })))
    expect(fresh).not.toBe(planted)
    expect(await staffCaller(parts, planted, parts.nobody)).toBeUndefined()
    expect(await parts.elsewhere.staff(fresh)).toBeDefined()
  })
  it('end when idle, and altogether', async () => {
    const token = tokenOf(await tryIn('shouli', PASSWORD))
    parts.pass(59 * MINUTE)
    expect(await staffCaller(parts, token, parts.nobody)).toBeDefined()
    parts.pass(61 * MINUTE)
    expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
    const busy = tokenOf(await tryIn('shouli', PASSWORD))
    for (let i = 0; i < 23; i += 1) {
      parts.pass(30 * MINUTE)
      expect(await staffCaller(parts, busy, parts.nobody)).toBeDefined()
    }
    parts.pass(30 * MINUTE)
    expect(await staffCaller(parts, busy, parts.nobody)).toBeUndefined()
  })
  it('are not kept alive by what a page asks with nobody at it', async () => {
    const token = tokenOf(await tryIn('shouli', PASSWORD))
    for (let minute = 10; minute <= 60; minute += 10) {
      parts.pass(10 * MINUTE)
      expect(await staffCaller(parts, token, parts.nobody, false), `minute ${minute}`).toBeDefined()
    }
    parts.pass(MINUTE)
    expect(await staffCaller(parts, token, parts.nobody, false)).toBeUndefined()
    expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
  })
  it('signed out elsewhere, are dead here at once and in other processes within two seconds', async () => {
    const one = tokenOf(await tryIn('shouli', PASSWORD)),
      other = tokenOf(await tryIn('shouli', PASSWORD))
    const caller = await asStaff(parts, one)
    expect(await parts.elsewhere.staff(other)).toBeDefined()
    const list = await mySessions(parts, caller)
    const target = list.ok ? list.value.items.find(({ current }) => !current) : undefined
    const otherId = (await asStaff(parts, other)).sessionId
    expect(list.ok && list.value.items.map(({ id }) => id)).toContain(otherId)
    expect(target).toBeDefined()
    expect(await revokeSession(parts, caller, input({ params: { id: otherId } }))).toMatchObject({ ok: true })
    expect(await staffCaller(parts, other, parts.nobody)).toBeUndefined()
    parts.pass(1_999)
    expect(await parts.elsewhere.staff(other)).toBeUndefined()
    expect(await parts.elsewhere.staff(one)).toBeDefined()
  })
  it('of somebody else cannot be ended, and look like none', async () => {
    const caller = await asStaff(parts, tokenOf(await tryIn('shouli', PASSWORD)))
    const stranger = await asStaff(parts, tokenOf(await tryIn('zhongchuan', PASSWORD)))
    expect(await revokeSession(parts, caller, input({ params: { id: stranger.sessionId } }))).toMatchObject({
      error: 'notFound',
    })
  })
  it('end with a changed password, except the one that changed it', async () => {
    await parts.addStaff('changer', [], { mustChange: true })
    const one = tokenOf(await tryIn('changer', PASSWORD)),
      other = tokenOf(await tryIn('changer', PASSWORD))
    const caller = await asStaff(parts, one)
    expect(caller.mustChangePassword).toBe(true)
    const change = (current: string, next: string) => changePassword(parts, caller, input({ body: { current, next } }))
    expect(await change('wrong', 'Qinwangchuan-88')).toMatchObject({ error: 'wrongCredentials' })
    expect(await change(PASSWORD, 'short1')).toMatchObject({ error: 'weakPassword' })
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({ error: 'weakPassword' })
    expect(await change(PASSWORD, 'Qinwangchuan-88')).toMatchObject({ ok: true })
    expect(await staffCaller(parts, other, parts.nobody)).toBeUndefined()
    expect(await asStaff(parts, one)).toMatchObject({ mustChangePassword: false })
    expect(await tryIn('changer', PASSWORD)).toMatchObject({ error: 'wrongCredentials' })
    expect(await tryIn('changer', 'Qinwangchuan-88')).toMatchObject({ ok: true })
  })
  it('end when signing out, and when the account is switched off', async () => {
    const token = tokenOf(await tryIn('shouli', PASSWORD))
    expect(await signOut(parts, await asStaff(parts, token))).toMatchObject({
      cookies: [{ name: 'ft_staff', value: null }],
    })
    expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
    const again = tokenOf(await tryIn('zhongchuan', PASSWORD))
    await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query(`UPDATE fatong.staff SET active = false WHERE login = 'zhongchuan'`),
    )
    parts.pass(2_000)
    expect(await staffCaller(parts, again, parts.nobody)).toBeUndefined()
    expect(await tryIn('zhongchuan', PASSWORD)).toMatchObject({ error: 'wrongCredentials' })
  })
  it('a made-up or overlong token is nobody, without asking the database', async () => {
    for (const token of ['', 'x', "' OR 1=1 --", 'A'.repeat(43), 'A'.repeat(5000)])
      expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
  })
})
