import { Readable } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { parameterAt } from '@fatong/law/parameters/parameters.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { actorFor } from '../casework/acting.ts'
import type { StaffCaller } from '../caller.ts'
import { signInStaff } from '../session/sign-in-staff.ts'
import { staffCaller } from '../session/callers.ts'
import { bareCase, citizen, staffWith } from '../testing/signed-in.ts'
import { asStaff, input, PASSWORD, testParts, tokenOf, type TestParts } from '../testing/test-parts.ts'
import { addStaff } from './add-staff.ts'
import { auditLog } from './audit-log.ts'
import { calendar, importHolidays } from './calendar.ts'
import { deadLetters, retryDeadLetter, simulatedSms } from './deliveries.ts'
import { listStaff } from './list-staff.ts'
import { parameters, releaseParameter } from './parameters.ts'
import { replayRules } from './replay-rules.ts'
import { relativesOf, withSealedRelatives } from './relatives.ts'
import { resetPassword } from './reset-password.ts'
import { saveStaff } from './save-staff.ts'
import { saveSettings, settings } from './settings.ts'
import { templates, uploadTemplate } from './templates.ts'
import { tryParameter } from './try-parameter.ts'

let parts: TestParts
let admin: StaffCaller
let director: StaffCaller
let clerk: StaffCaller
beforeAll(async () => {
  parts = await testParts()
  admin = await staffWith(parts, 'administrator', parts.places.district)
  director = await staffWith(parts, 'director', parts.places.center)
  clerk = await staffWith(parts, 'clerk', parts.places.center)
})
afterAll(() => parts.close())

const signIn = (login: string, password: string) =>
  signInStaff(parts, parts.nobody, input({ body: { login, password } }))
const newStaff = (login: string, more: { idempotencyKey?: string; name?: string } = {}) =>
  addStaff(
    parts,
    admin,
    input({
      body: { login, name: more.name ?? '新人', phone: '13900001234', orgId: parts.places.town },
      ...(more.idempotencyKey ? { idempotencyKey: more.idempotencyKey } : {}),
    }),
  )

describe('staff', () => {
  it('added gets a first password that must be changed, and no roles', async () => {
    const added = await newStaff('xinren')
    if (!added.ok) throw new Error(added.error)
    expect(added.value.staff).toMatchObject({
      login: 'xinren',
      roles: [],
      phoneMasked: '139****1234',
      orgName: '中川镇工作站',
      secondFactor: false,
      lockedUntil: null,
    })
    expect(await signIn('xinren', added.value.initialPassword)).toMatchObject({
      ok: true,
      value: { mustChangePassword: true },
    })
    expect(await newStaff('xinren')).toMatchObject({
      error: 'malformed',
      fields: { login: expect.stringContaining('账号') as string },
    })
  })
  it('added twice with one key is one account with one password, which is stored sealed', async () => {
    const [one, two] = [
      await newStaff('liangci', { idempotencyKey: 'add-key-1' }),
      await newStaff('liangci', { idempotencyKey: 'add-key-1' }),
    ]
    expect(two).toEqual(one)
    expect(await newStaff('liangci2', { idempotencyKey: 'add-key-1' })).toMatchObject({ error: 'keyReused' })
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>('SELECT i::text AS text FROM fatong.idempotency i'),
    )
    for (const { text } of rows) expect(text).not.toContain(one.ok ? one.value.initialPassword : '?')
  })
  it('given a role has it in open sessions within two seconds, and loses it as fast', async () => {
    const id = await parts.addStaff('huangang', [])
    const token = tokenOf(await signIn('huangang', PASSWORD))
    const save = (roles: { role: 'clerk' | 'reviewer'; placeId: string }[]) =>
      saveStaff(
        parts,
        admin,
        input({ params: { id }, body: { name: '换岗', active: true, orgId: parts.places.center, roles, profile: {} } }),
      )
    expect(await save([{ role: 'clerk', placeId: parts.places.town }])).toMatchObject({
      ok: true,
      value: { roles: [{ role: 'clerk', placeName: '中川镇工作站' }] },
    })
    expect((await asStaff(parts, token)).placeIds).toEqual([parts.places.town])
    expect(await save([{ role: 'reviewer', placeId: parts.places.center }])).toMatchObject({
      ok: true,
      value: { roles: [{ role: 'reviewer' }] },
    })
    parts.pass(1_999)
    const elsewhere = await parts.elsewhere.staff(token)
    expect(elsewhere?.roles.map(({ role }) => role)).toEqual(['reviewer'])
  })
  it('a lawyer keeps a licence number and an office phone for papers; what cannot be one is not kept, and the private phone stays masked', async () => {
    const id = await parts.addStaff('zhiye', [{ role: 'lawyer', placeId: parts.places.firm }], {
      orgId: parts.places.firm,
    })
    const save = (profile: Record<string, unknown>, phone?: string) =>
      saveStaff(
        parts,
        admin,
        input({
          params: { id },
          body: {
            name: '执业',
            active: true,
            orgId: parts.places.firm,
            roles: [{ role: 'lawyer' as const, placeId: parts.places.firm }],
            profile,
            ...(phone ? { phone } : {}),
          },
        }),
      )
    const kept = { kind: 'lawyer', licence: '16201000010000123', officePhone: '0931-1234567 转 2' }
    expect(await save(kept, '13900005678')).toMatchObject({
      ok: true,
      value: { profile: kept, phoneMasked: '139****5678' },
    })
    expect(await save(kept)).toMatchObject({ ok: true, value: { phoneMasked: '139****5678' } })
    expect(await save({ ...kept, licence: '执业证' })).toMatchObject({
      error: 'malformed',
      fields: { 'profile.licence': expect.stringContaining('17 位') as string },
    })
    expect(await save({ ...kept, officePhone: '<b>1</b>' })).toMatchObject({
      error: 'malformed',
      fields: { 'profile.officePhone': expect.any(String) as string },
    })
    for (const relatives of ['周雪梅', [''], [7], ['长'.repeat(31)], Array<string>(31).fill('周雪梅')]) {
      expect(await save({ ...kept, relatives })).toMatchObject({
        error: 'malformed',
        fields: { 'profile.relatives': expect.stringContaining('姓名') as string },
      })
    }
    expect(await save({ ...kept, relatives: ['周雪梅'] })).toMatchObject({
      ok: true,
      value: { profile: { relatives: ['周雪梅'] } },
    })
    // Sealed where it is kept, opened for who administers, and that is written down (CF-2).
    const stored = (await parts.stores.providers.find(id))?.profile
    expect(JSON.stringify(stored)).not.toContain('周雪梅')
    expect(relativesOf(parts, stored ?? {})).toEqual(['周雪梅'])
    const readings = async () =>
      (
        await withAccess(parts.database, SYSTEM, ({ client }) =>
          client.query<{ actor_id: string; fields: string[] }>(
            `SELECT actor_id, fields FROM fatong.audit WHERE subject_id = $1 AND action = 'read'`,
            [id],
          ),
        )
      ).rows
    const reading = { actor_id: admin.staffId, fields: ['relatives'] }
    expect(await readings()).toEqual([reading]) // the answer to the save shows the names
    const listed = await listStaff(parts, admin, input({ query: { q: 'zhiye' } }))
    expect(listed).toMatchObject({ ok: true, value: { items: [{ id, profile: { relatives: ['周雪梅'] } }] } })
    expect(await readings()).toEqual([reading, reading])
    expect(await save(kept)).toMatchObject({ ok: true })
    expect(await readings()).toHaveLength(2)
    expect(await parts.stores.providers.find(id)).toMatchObject({ profile: kept, orgPhone: null })
  })
  it('switched off is signed out everywhere', async () => {
    const id = await parts.addStaff('lizhi', [])
    const token = tokenOf(await signIn('lizhi', PASSWORD))
    await saveStaff(
      parts,
      admin,
      input({ params: { id }, body: { name: '离职', active: false, orgId: null, roles: [], profile: {} } }),
    )
    expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
    expect(await signIn('lizhi', PASSWORD)).toMatchObject({ error: 'wrongCredentials' })
  })
  it('no right to decide is given at a station, and one given before counts for nothing (法律援助法 12、43)', async () => {
    const id = await parts.addStaff('zhandian', [{ role: 'approver', placeId: parts.places.town }])
    const save = (role: 'approver' | 'clerk') =>
      saveStaff(
        parts,
        admin,
        input({
          params: { id },
          body: { name: '站点', active: true, orgId: null, roles: [{ role, placeId: parts.places.town }], profile: {} },
        }),
      )
    expect(await save('approver')).toMatchObject({
      error: 'malformed',
      fields: { roles: expect.stringContaining('只能设在法律援助中心或司法局') as string },
    })
    const caller = {
      ...admin,
      staffId: id,
      roles: [{ role: 'approver' as const, placeId: parts.places.town, reach: [] }],
    }
    const at = { placeId: parts.places.town, agencyId: parts.places.center, assignment: undefined }
    expect((await actorFor(parts, caller, at as never)).roles).toEqual([])
    expect(await save('clerk')).toMatchObject({ ok: true })
  })
  it('an administrator cannot take their own rights away', async () => {
    const save = (active: boolean, roles: { role: 'administrator'; placeId: string }[]) =>
      saveStaff(
        parts,
        admin,
        input({ params: { id: admin.staffId }, body: { name: '管理员', active, orgId: null, roles, profile: {} } }),
      )
    expect(await save(false, [{ role: 'administrator', placeId: parts.places.district }])).toMatchObject({
      error: 'malformed',
    })
    expect(await save(true, [])).toMatchObject({ error: 'malformed' })
  })
  it('whose password is reset are signed out, unlocked and start anew', async () => {
    const id = await parts.addStaff('wangji', [])
    const token = tokenOf(await signIn('wangji', PASSWORD))
    for (let i = 0; i < 5; i += 1) await signIn('wangji', 'wrong')
    const listed = await listStaff(parts, admin, input({ query: { q: 'wangji' } }))
    expect(listed.ok && listed.value.items[0]?.lockedUntil).toBeGreaterThan(parts.clock.now())
    const reset = await resetPassword(parts, admin, input({ params: { id } }))
    if (!reset.ok) throw new Error(reset.error)
    expect(await staffCaller(parts, token, parts.nobody)).toBeUndefined()
    expect(await signIn('wangji', PASSWORD)).toMatchObject({ error: 'wrongCredentials' })
    expect(await signIn('wangji', reset.value.initialPassword)).toMatchObject({
      ok: true,
      value: { mustChangePassword: true },
    })
  })
  it('whose relatives are opened by a list are written down, those of the next page are not', async () => {
    for (let i = 0; i < 52; i += 1) {
      const id = await parts.addStaff(`kin${String(i).padStart(2, '0')}`, [])
      await parts.stores.staff.keepProfile(id, {}, withSealedRelatives(parts, { relatives: ['周雪梅'] }))
    }
    const page = await listStaff(parts, admin, input({ query: { q: 'kin' } }))
    if (!page.ok) throw new Error(page.error)
    expect(page.value.items.map(({ profile }) => profile['relatives'])).toEqual(Array(50).fill(['周雪梅']))
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ subject_id: string }>(
        `SELECT a.subject_id FROM fatong.audit a JOIN fatong.staff s ON s.id::text = a.subject_id
          WHERE a.action = 'read' AND s.login LIKE 'kin%' ORDER BY s.login`,
      ),
    )
    expect(rows.map(({ subject_id }) => subject_id)).toEqual(page.value.items.map(({ id }) => id))
  })
  it('are listed a page at a time, each once, and found by name without wildcards', async () => {
    for (let i = 0; i < 55; i += 1) await parts.addStaff(`many${String(i).padStart(2, '0')}`, [])
    const logins: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listStaff(parts, admin, input({ query: { ...(cursor ? { cursor } : {}) } }))
      if (!page.ok) throw new Error(page.error)
      logins.push(...page.value.items.map(({ login }) => login))
      if (page.value.next === null) break
      cursor = page.value.next
    }
    expect(new Set(logins).size).toBe(logins.length)
    expect(logins.length).toBeGreaterThan(55)
    expect(await listStaff(parts, admin, input({ query: { q: '%' } }))).toMatchObject({
      ok: true,
      value: { items: [] },
    })
  })
})

describe('who is no administrator', () => {
  const body = { name: 'x', active: true, orgId: null, roles: [], profile: {} }
  it('is refused by the action', async () => {
    for (const caller of [clerk, director]) {
      expect(await listStaff(parts, caller, input({ query: {} }))).toMatchObject({ error: 'forbidden' })
      expect(await saveStaff(parts, caller, input({ params: { id: caller.staffId }, body }))).toMatchObject({
        error: 'forbidden',
      })
      expect(await resetPassword(parts, caller, input({ params: { id: admin.staffId } }))).toMatchObject({
        error: 'forbidden',
      })
      expect(await deadLetters(parts, caller)).toMatchObject({ error: 'forbidden' })
    }
    expect(await saveSettings(parts, clerk, input({ body: {} as never }))).toMatchObject({ error: 'forbidden' })
    expect(await auditLog(parts, clerk, input({ query: {} }))).toMatchObject({ error: 'forbidden' })
  })
  it('and, with the action’s check bypassed, by the database', async () => {
    const as = (caller: StaffCaller) => ({
      kind: 'staff' as const,
      staffId: caller.staffId,
      roles: caller.roles.map(({ role }) => role),
      placeIds: caller.placeIds,
    })
    const entry = {
      at: parts.clock.now(),
      actor: { kind: 'staff' as const, id: clerk.staffId, name: 'x' },
      action: 'administer' as const,
      subjectKind: 'staff' as const,
      subjectId: 'x',
    }
    const { stores } = parts
    expect(await stores.staff.find(as(clerk), admin.staffId, localDate('2026-11-23'))).toBeUndefined()
    await expect(
      stores.staff.save(
        as(clerk),
        {
          id: clerk.staffId,
          name: 'x',
          active: true,
          orgId: parts.places.center,
          profile: {},
          roles: [{ role: 'administrator', placeId: parts.places.district }],
        },
        localDate('2026-11-23'),
        localDate('2026-11-22'),
        'x',
        parts.clock.now(),
        entry,
      ),
    ).rejects.toThrow()
    await expect(
      stores.places.save(
        as(clerk),
        {
          id: randomUUID(),
          code: 'evil',
          name: 'x',
          kind: 'office',
          parentId: null,
          address: null,
          phone: null,
          lon: null,
          lat: null,
          crs: null,
          approximate: false,
          public: true,
          hours: null,
          active: true,
        },
        entry,
      ),
    ).rejects.toThrow()
    await expect(
      stores.lawSettings.saveSetting(as(clerk), 'office', {}, 'x', parts.clock.now(), entry),
    ).rejects.toThrow()
    await expect(
      stores.lawSettings.saveHolidayTable(
        as(clerk),
        { year: 2030, source: 'x', holidays: [], makeUpWorkdays: [] },
        'x',
        parts.clock.now(),
        entry,
      ),
    ).rejects.toThrow()
    await expect(
      stores.lawSettings.releaseParameter(
        as(clerk),
        { key: 'dibao.urban', value: 1, from: localDate('2020-01-01'), source: 'x', level: '法' },
        {},
        'x',
        parts.clock.now(),
        undefined,
        entry,
      ),
    ).rejects.toThrow()
    expect(await stores.oversight.deadLetters(as(clerk))).toEqual([])
  })
})

describe('calendar', () => {
  const notice = (year: number) => JSON.stringify({ year, holidays: [`${year}-01-01`], makeUpWorkdays: [] })
  it('says from when on it knows nothing', async () => {
    expect(await calendar(parts, clerk)).toMatchObject({ ok: true, value: { unknownFrom: '2027-01-01' } })
  })
  it('shows a notice before saving it, and problems instead of guesses', async () => {
    expect(await importHolidays(parts, director, input({ body: { notice: '明天放假', confirm: true } }))).toMatchObject(
      { ok: true, value: { table: null, saved: false, problems: [expect.any(String)] } },
    )
    const seen = await importHolidays(parts, director, input({ body: { notice: notice(2027), confirm: false } }))
    expect(seen).toMatchObject({ ok: true, value: { table: { year: 2027 }, saved: false } })
    expect(await calendar(parts, clerk)).toMatchObject({ value: { unknownFrom: '2027-01-01' } })
    expect(
      await importHolidays(parts, director, input({ body: { notice: notice(2027), confirm: true } })),
    ).toMatchObject({ ok: true, value: { saved: true } })
    expect(await calendar(parts, clerk)).toMatchObject({ value: { unknownFrom: '2028-01-01' } })
  })
})

describe('figures of the law', () => {
  const change = {
    key: 'dibao.rural',
    value: 100,
    from: '2026-01-01',
    source: '兰新民发〔2026〕1号（样例）',
    level: '网',
  }
  const facts = {
    matter: 'laborRemuneration',
    laborClaim: 'relationOnly',
    applicantRole: 'self',
    isMigrantWorker: false,
    assistance: 'none',
    birthDate: '1990-01-01',
    disabled: false,
    fixedIncome: true,
    serviceIdentity: 'none',
    residence: 'rural',
    householdSize: 2,
    householdMonthlyIncome: 2000,
    opponentInHousehold: false,
    caseBody: 'none',
    workPlace: 'here',
    employerPlace: 'here',
    eventPlace: 'here',
    hasLawyer: false,
    notificationLetter: false,
  }
  it('are tried on applications first; the trial shows whose answer changes, then they are released', async () => {
    const person = await citizen(parts)
    const { number } = await bareCase(parts, person, { state: { form: { facts } } })
    const trial = await tryParameter(parts, director, input({ body: { change } }))
    if (!trial.ok) throw new Error(trial.error)
    expect(trial.value).toMatchObject({ replayed: 1, problems: [] })
    expect(trial.value.changed.map((one) => [one.number, one.before, one.after])).toContainEqual([
      number,
      '经济困难：符合',
      '经济困难：不符合',
    ])

    const release = (token: string, more: Partial<typeof change> = {}, idempotencyKey?: string) =>
      releaseParameter(
        parts,
        director,
        input({
          body: { change: { ...change, ...more }, token, why: '民政部门公布' },
          ...(idempotencyKey ? { idempotencyKey } : {}),
        }),
      )
    expect(await release('')).toMatchObject({ error: 'malformed' })
    expect(await release(trial.value.token, { value: 99 })).toMatchObject({ error: 'malformed' })
    expect(await release(trial.value.token, {}, 'release-1')).toMatchObject({ ok: true })
    expect(parameterAt(await parts.law.parameters(), 'dibao.rural', localDate('2026-11-23'))).toBe(100)
    expect(parameterAt(await parts.law.parameters(), 'dibao.rural', localDate('2025-12-31'))).toBe(600)
    // The same request again changes nothing and is answered alike; the trial itself is used up, because the figures differ now.
    expect(await release(trial.value.token, {}, 'release-1')).toMatchObject({ ok: true })
    expect(await release(trial.value.token)).toMatchObject({ error: 'malformed' })
    const listed = await parameters(parts, clerk)
    expect(
      listed.ok &&
        listed.value.items.filter(({ key }) => key === 'dibao.rural').map(({ from, to, value }) => [from, to, value]),
    ).toEqual([
      ['2025-01-01', '2025-12-31', 600],
      ['2026-01-01', null, 100],
    ])
  })
  it('that begin later are tried as if they had held', async () => {
    const trial = await tryParameter(
      parts,
      director,
      input({ body: { change: { ...change, value: 5000, from: '2027-06-01' } } }),
    )
    if (!trial.ok) throw new Error(trial.error)
    expect(trial.value.changed.map(({ before, after }) => [before, after])).toContainEqual([
      '经济困难：不符合',
      '经济困难：符合',
    ])
    for (const { why } of trial.value.changed) expect(why).toContain('假如当时')
  })
  it('and rules of a new version are tried on what was reviewed: named is what would be answered otherwise', async () => {
    const person = await citizen(parts),
      openedAt = parts.clock.now()
    const [one, other] = await Promise.all(
      (['holds', 'doesNotHold'] as const).map((assessmentVerdict) =>
        bareCase(parts, person, { state: { openedAt, form: { facts }, review: { assessmentVerdict } } }),
      ),
    )
    const { replayed, changed } = await replayRules(parts)
    expect(replayed).toBe(2)
    const [named] = changed
    expect(changed).toHaveLength(1)
    expect([`${one!.number} holds doesNotHold`, `${other!.number} doesNotHold holds`]).toContain(
      `${named!.number} ${named!.before} ${named!.after}`,
    )
    expect(named?.why).not.toBe('')
  })
  it('that make no sense are refused with the reason', async () => {
    expect(await tryParameter(parts, director, input({ body: { change: { ...change, value: -1 } } }))).toMatchObject({
      ok: true,
      value: { problems: [expect.any(String)], token: '' },
    })
  })
})

describe('settings', () => {
  it('are saved, kept in their history, and hold at once', async () => {
    const before = await settings(parts, clerk)
    if (!before.ok) throw new Error(before.error)
    expect(before.value).toMatchObject({
      cutOffMinutes: 18 * 60,
      retention: { draftDays: 60, auditDays: 1095, smsDays: 90 },
    })
    expect(
      await saveSettings(
        parts,
        director,
        input({
          body: { ...before.value, cutOffMinutes: 17 * 60, retention: { ...before.value.retention, draftDays: 30 } },
        }),
      ),
    ).toMatchObject({ ok: true, value: { cutOffMinutes: 1020, retention: { draftDays: 30 } } })
    expect((await parts.law.office(parts.places.center)).cutOffMinutes).toBe(1020)
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ key: string }>('SELECT key FROM fatong.setting_history ORDER BY key'),
    )
    expect(rows.map(({ key }) => key)).toEqual(['office', 'retention'])
  })
  it('that would stop the service are refused', async () => {
    const before = await settings(parts, clerk)
    if (!before.ok) throw new Error(before.error)
    const save = (more: object) => saveSettings(parts, director, input({ body: { ...before.value, ...more } }))
    expect(await save({ officeHours: [[], [], [], [], [], [], []] })).toMatchObject({ error: 'malformed' })
    expect(await save({ retention: { draftDays: 1, auditDays: 10, smsDays: 1 } })).toMatchObject({
      error: 'malformed',
      fields: { 'retention.auditDays': expect.any(String) as string },
    })
    expect(await save({ agencyShort: '' })).toMatchObject({ error: 'malformed' })
  })
})

describe('templates', () => {
  it('are taken into use only when the check is content', async () => {
    const verdicts: ({ ok: true } | { ok: false; problems: string[] })[] = [
      { ok: false, problems: ['少了「文号」'] },
      { ok: true },
    ]
    parts.documents.checkTemplate = async () => verdicts.shift() ?? { ok: true }
    const upload = (kind: string) =>
      uploadTemplate(parts, director, { params: { kind }, query: {}, body: Readable.from([Buffer.from('docx')]) })
    expect(await upload('grantDecision')).toEqual({ ok: true, value: { ok: false, problems: ['少了「文号」'] } })
    expect(await templates(parts, director)).toMatchObject({
      value: { items: [{ kind: 'grantDecision', custom: false, version: 0 }] },
    })
    expect(await upload('grantDecision')).toEqual({ ok: true, value: { ok: true, problems: [] } })
    expect(await templates(parts, director)).toMatchObject({
      value: { items: [{ kind: 'grantDecision', custom: true, version: 1 }] },
    })
    // A paper keeps the template of the moment at which it was issued, whenever its file is first drawn.
    const first = parts.clock.now(),
      versionAt = async (at: number) =>
        (await parts.stores.lawSettings.template('grantDecision', at as Instant))?.version
    parts.pass(60_000)
    await upload('grantDecision')
    expect([
      await versionAt(first - 1),
      await versionAt(first),
      await versionAt(first + 59_999),
      await versionAt(first + 60_000),
    ]).toEqual([undefined, 1, 1, 2])
    expect(await upload('../../etc')).toMatchObject({ error: 'notFound' })
  })
})

describe('oversight', () => {
  it('reads the log a page at a time, and reading it is in the log', async () => {
    const person = await citizen(parts)
    const { id, number } = await bareCase(parts, person)
    await parts.stores.oversight.add(
      Array.from({ length: 120 }, (_, i) => ({
        at: (parts.clock.now() + i) as Instant,
        actor: { kind: 'staff' as const, id: clerk.staffId, name: '陈', role: 'clerk' as const },
        action: 'read' as const,
        subjectKind: 'case',
        subjectId: id,
        caseId: id,
        why: String(i),
      })),
    )
    const first = await auditLog(parts, admin, input({ query: { caseNumber: number } }))
    if (!first.ok || first.value.next === null) throw new Error('no second page')
    expect(first.value.items).toHaveLength(100)
    expect(first.value.items[0]).toMatchObject({ actor: '陈（受理员）', caseNumber: number, why: '119' })
    const second = await auditLog(parts, admin, input({ query: { caseNumber: number, cursor: first.value.next } }))
    expect(second.ok && second.value.items.map(({ why }) => why)).toEqual(
      Array.from({ length: 20 }, (_, i) => String(19 - i)),
    )
    const all = await auditLog(parts, admin, input({ query: {} }))
    expect(all.ok && all.value.items.some(({ subject }) => subject === `auditLog:${number}`)).toBe(true)
    expect(await auditLog(parts, admin, input({ query: { caseNumber: 'no-such' } }))).toMatchObject({
      value: { items: [] },
    })
  })
  it('puts a dead letter back into the queue, once', async () => {
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ id: string }>(
        `INSERT INTO fatong.outbox (channel, payload, status, attempts, created_at, next_at, last_error) VALUES ('sms', '{}', 'dead', 8, now(), now(), 'gateway away') RETURNING id`,
      ),
    )
    const id = String(rows[0]?.id)
    expect(await deadLetters(parts, admin)).toMatchObject({
      value: { items: [{ id, attempts: 8, lastError: 'gateway away' }] },
    })
    expect(await retryDeadLetter(parts, admin, input({ params: { id } }))).toMatchObject({ ok: true })
    expect(await retryDeadLetter(parts, admin, input({ params: { id } }))).toMatchObject({ error: 'notFound' })
    expect(await retryDeadLetter(parts, admin, input({ params: { id: '1; DROP TABLE' } }))).toMatchObject({
      error: 'notFound',
    })
  })
  it('shows simulated messages in sample mode only', async () => {
    await parts.stores.oversight.keepSimulatedSms(
      { phoneMasked: '138****1234', phoneBidx: Buffer.alloc(32), purpose: 'code', text: '验证码 123456' },
      parts.clock.now(),
    )
    expect(await simulatedSms(parts, clerk)).toMatchObject({
      ok: true,
      value: { items: [{ to: '138****1234', text: '验证码 123456' }] },
    })
    expect(await simulatedSms({ ...parts, config: { ...parts.config, sampleDistrict: false } }, clerk)).toMatchObject({
      error: 'notFound',
    })
  })
})
