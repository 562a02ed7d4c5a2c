import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { citizenCaller } from '../session/callers.ts'
import { signOut } from '../session/sign-out.ts'
import { asCitizen, input, testParts, tokenOf, type TestParts } from '../testing/test-parts.ts'
import { me } from './me.ts'
import { requestCode } from './request-code.ts'
import { signIn } from './sign-in.ts'

const MINUTE = 60_000
let parts: TestParts
let count = 0
beforeAll(async () => {
  parts = await testParts()
})
afterAll(() => parts.close())

const fromAnywhere = () => ({ ...parts.nobody, ip: `10.2.${Math.floor(count / 250)}.${(count += 1) % 250}` })
const ask = (phone: string, caller = fromAnywhere()) => requestCode(parts, caller, input({ body: { phone } }))
const enter = (phone: string, code: string, name?: string, caller = fromAnywhere()) =>
  signIn(parts, caller, input({ body: { phone, code, ...(name ? { name } : {}) } }))
const sentCode = () => /\d{6}/.exec(parts.texts.at(-1)?.text ?? '')?.[0] ?? ''
const wrongCode = () => String((Number(sentCode()) + 1) % 1_000_000).padStart(6, '0')
const signedIn = async (phone: string, name?: string) => {
  await ask(phone)
  return enter(phone, sentCode(), name)
}

describe('a code', () => {
  it('signs a new phone in and is then used up', async () => {
    expect(await ask('13800000001')).toEqual({ ok: true, value: { sentTo: '138****0001', waitSeconds: 60 } })
    expect(parts.texts.at(-1)?.to).toBe('13800000001')
    const code = sentCode()
    const outcome = await enter('13800000001', code, '王小明')
    expect(outcome).toMatchObject({
      ok: true,
      value: { name: '王小明', phone: '138****0001', unread: 0, idNumberMasked: null },
    })
    expect(await enter('13800000001', code)).toEqual({ ok: false, error: 'wrongCode' })
    expect(await me(parts, await asCitizen(parts, tokenOf(outcome)))).toMatchObject({
      ok: true,
      value: { name: '王小明' },
    })
  })
  it('is stored hashed with the installation’s key, the phone sealed', async () => {
    await ask('13800000002')
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>(
        'SELECT o::text AS text FROM fatong.otp o UNION ALL SELECT p::text FROM fatong.person p UNION ALL SELECT a::text FROM fatong.attempt a',
      ),
    )
    expect(rows.length).toBeGreaterThan(2)
    // Standing alone: hashes, written as digits and letters, hold such runs by chance.
    for (const { text } of rows) expect(text).not.toMatch(/13800000|(?<![\da-f])1\d{10}(?![\da-f])/)
    expect(rows.some(({ text }) => text.includes(`,${sentCode()},`))).toBe(false)
  })
  it('lives five minutes', async () => {
    await ask('13800000003')
    parts.pass(5 * MINUTE + 1)
    expect(await enter('13800000003', sentCode())).toMatchObject({ error: 'wrongCode' })
  })
  it('may be tried five times; the sixth fails even when right', async () => {
    await ask('13800000004')
    for (let i = 0; i < 5; i += 1) expect(await enter('13800000004', wrongCode())).toMatchObject({ error: 'wrongCode' })
    expect(await enter('13800000004', sentCode())).toMatchObject({ error: 'wrongCode' })
  })
  it('tried fifty times at once is judged five times', async () => {
    await ask('13800000005')
    await Promise.all(Array.from({ length: 50 }, () => enter('13800000005', wrongCode())))
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ tries: number }>('SELECT tries FROM fatong.otp WHERE phone_bidx = $1', [
        parts.crypto.blindIndex('phone', '13800000005'),
      ]),
    )
    expect(rows).toEqual([{ tries: 5 }])
  })
  it('used twice at the same moment opens one session', async () => {
    await ask('13800000006')
    const both = await Promise.all([enter('13800000006', sentCode()), enter('13800000006', sentCode())])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
  it('stops working when a newer one was sent', async () => {
    await ask('13800000007')
    const old = sentCode()
    parts.pass(MINUTE)
    await ask('13800000007')
    if (old !== sentCode()) expect(await enter('13800000007', old)).toMatchObject({ error: 'wrongCode' })
    expect(await enter('13800000007', sentCode())).toMatchObject({ ok: true })
  })
  it('of one phone does not open another', async () => {
    await ask('13800000008')
    expect(await enter('13800000009', sentCode())).toMatchObject({ error: 'wrongCode' })
  })
})

describe('limits', () => {
  it('one code a minute to a phone', async () => {
    await ask('13800000010')
    expect(await ask('13800000010')).toEqual({ ok: false, error: 'codeTooSoon', retryAfterSeconds: 60 })
    parts.pass(MINUTE)
    expect(await ask('13800000010')).toMatchObject({ ok: true })
  })
  it('ten codes nobody uses shut the phone for an hour: 50 guesses of a million', async () => {
    for (let i = 0; i < 10; i += 1) {
      expect(await ask('13800000011')).toMatchObject({ ok: true })
      parts.pass(MINUTE)
    }
    const shut = await ask('13800000011')
    expect(shut).toMatchObject({ error: 'locked' })
    expect(shut.ok || !('retryAfterSeconds' in shut) ? 0 : shut.retryAfterSeconds).toBeGreaterThan(58 * 60)
  })
  it('sixty codes an hour from one address', async () => {
    const caller = { ...parts.nobody, ip: '198.51.100.7' }
    const errors: string[] = []
    for (let i = 0; i < 61; i += 1) {
      const answer = await ask(`1390000${String(i).padStart(4, '0')}`, caller)
      errors.push(answer.ok ? 'sent' : answer.error)
    }
    expect(errors.filter((error) => error === 'sent')).toHaveLength(60)
    expect(errors[60]).toBe('tooManyRequests')
  })
  it('forty wrong codes from one address', async () => {
    const caller = { ...parts.nobody, ip: '198.51.100.8' }
    for (let i = 0; i < 40; i += 1)
      expect(await enter(`1370000${String(i).padStart(4, '0')}`, '000000', undefined, caller)).toMatchObject({
        error: 'wrongCode',
      })
    expect(await enter('13700009999', '000000', undefined, caller)).toMatchObject({ error: 'tooManyRequests' })
  })
  it('known and unknown phones are answered alike', async () => {
    await signedIn('13800000020', '李大妈')
    parts.pass(MINUTE)
    const [known, unknown] = [await ask('13800000020'), await ask('13800000021')]
    expect(known).toEqual({ ok: true, value: { sentTo: '138****0020', waitSeconds: 60 } })
    expect(unknown).toEqual({ ok: true, value: { sentTo: '138****0021', waitSeconds: 60 } })
  })
  it('a code that could not be sent does not cost the minute', async () => {
    const { send } = parts.sms
    parts.sms.send = async () => ({ ok: false, problem: 'away' })
    expect(await ask('13800000022')).toMatchObject({ error: 'unavailable' })
    parts.sms.send = send
    expect(await ask('13800000022')).toMatchObject({ ok: true })
  })
})

describe('who a phone belongs to', () => {
  it('is the same person at every sign-in', async () => {
    const first = await signedIn('13800000030', '马大爷')
    parts.pass(MINUTE)
    const second = await signedIn('13800000030')
    expect(
      first.ok && second.ok && first.value.personId === second.value.personId && second.value.name === '马大爷',
    ).toBe(true)
  })
  it('is the person staff entered for it, by name where a family shares it', async () => {
    const phoneBidx = parts.crypto.blindIndex('phone', '13800000031')
    const ids = await withAccess(parts.database, SYSTEM, async ({ client }) => {
      const { rows } = await client.query<{ id: string }>(
        `INSERT INTO fatong.person (id, name, phone_bidx, created_at, created_by) VALUES
        (gen_random_uuid(), '张父', $1, '2026-01-01', 'x'), (gen_random_uuid(), '张子', $1, '2026-01-02', 'x') RETURNING id`,
        [phoneBidx],
      )
      return rows.map(({ id }) => id)
    })
    expect(await signedIn('13800000031', '张子')).toMatchObject({ ok: true, value: { personId: ids[1] } })
    parts.pass(MINUTE)
    expect(await signedIn('13800000031')).toMatchObject({ ok: true, value: { personId: ids[0] } })
  })
  it('two first sign-ins at once make one person', async () => {
    const phoneBidx = parts.crypto.blindIndex('phone', '13800000032')
    const person = (id: string) =>
      parts.stores.people.ofPhone(phoneBidx, '赵', { id, name: '赵', phoneBidx, createdAt: parts.clock.now() })
    const [a, b] = await Promise.all([
      person('00000000-0000-4000-8000-00000000000a'),
      person('00000000-0000-4000-8000-00000000000b'),
    ])
    expect(a.id).toBe(b.id)
  })
})

it('signing out ends the session', async () => {
  const token = tokenOf(await signedIn('13800000040'))
  const caller = await asCitizen(parts, token)
  expect(await signOut(parts, caller)).toMatchObject({ cookies: [{ name: 'ft_citizen', value: null }] })
  expect(await citizenCaller(parts, token, parts.nobody)).toBeUndefined()
  // A staff cookie's value is no citizen's, and the other way round.
  expect(await parts.sessions.staff(token)).toBeUndefined()
})
