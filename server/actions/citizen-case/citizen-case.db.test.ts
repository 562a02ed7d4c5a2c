import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CitizenCase } from '@fatong/contract/citizen/case.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import { SYSTEM } from '../../db/access.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { HALF_PAST_THREE, testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { accessOf, type CitizenCaller, type StaffCaller } from '../caller.ts'
import { deskCommand } from '../casework/desk-command.ts'
import { deliverDue } from '../../jobs/delivery.ts'
import { deliveries } from '../../jobs/deliveries.ts'
import { openMaterial, uploadToCase } from '../files/citizen-case-files.ts'
import type { Outcome } from '../outcome.ts'
import type { UploadOf } from '../input.ts'
import type { uploadToCase as uploadRoute } from '@fatong/contract/citizen/case.ts'
import { Readable } from 'node:stream'
import { paperPicture } from '../../seed/pictures.ts'
import { input } from '../testing/test-parts.ts'
import {
  askToEnd,
  leaveMessage,
  myCases,
  object,
  readCase,
  requestReplacement,
  supplyMaterials,
  withdraw,
} from './index.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
})
afterAll(() => district.close())

interface Own {
  caller: CitizenCaller
  number: string
  id: string
}
async function own(name: string): Promise<Own> {
  const { number, id } = await district.caseOf(name)
  return { caller: await district.applicant(name), number, id }
}
function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const read = async ({ caller, number }: Own) =>
  valueOf(await readCase(district.parts, caller, input({ params: { number } })))
const ask = <B>({ number }: Own, body: B, idempotencyKey: string = crypto.randomUUID()) =>
  input<{ number: string }, Record<string, never>, B>({ params: { number }, query: {}, body, idempotencyKey })
const states = (one: CitizenCase) => one.steps.map(({ state }) => state)

it.each(SAMPLE_CASES.filter(({ helper }) => helper === undefined))(
  '$name reads their own case ($until)',
  async ({ name, matter }) => {
    const one = await read(await own(name))
    expect(CitizenCase.safeParse(one).error).toBeUndefined()
    expect(one).toMatchObject({ applicantName: name, matterText: MATTERS[matter].plain })
    expect(one.next.text.length).toBeGreaterThan(5)
    expect(one.history[0]).toMatchObject({ text: '申请已交上来', by: '您' })
    expect(one.materials.map(({ kind }) => kind)).not.toContain('signature')
  },
)

describe('the four stations', () => {
  it.each([
    ['马有财', ['done', 'current', 'waiting', 'waiting']],
    ['王建军', ['done', 'paused', 'waiting', 'waiting']],
    ['刘德福', ['done', 'done', 'current', 'waiting']],
    ['杨玉莲', ['done', 'done', 'paused', 'waiting']],
    ['何长生', ['done', 'done', 'done', 'current']],
    ['高小兵', ['done', 'done', 'done', 'done']],
    ['范大志', ['done', 'done', 'done', 'skipped']],
    ['冉小妹', ['done', 'done', 'skipped', 'skipped']],
    ['骆秋生', ['done', 'skipped', 'waiting', 'done']],
  ])('%s: %j', async (name, expected) => {
    const one = await read(await own(name))
    expect(states(one)).toEqual(expected)
    for (const { state, at, dueAt } of one.steps)
      expect([state === 'done', state === 'current']).toEqual([at !== null, dueAt !== null])
  })
})

it('keeps the promise and the limit of the law apart', async () => {
  const { next } = await read(await own('马有财'))
  expect(next).toMatchObject({ yourTurn: false, legalLimit: '2026-11-30' })
  expect(next.by).toBeLessThan(Date.parse('2026-11-24T00:00:00+08:00'))
})

it('says what is missing and until when, and takes it', async () => {
  const mine = await own('王建军')
  const before = await read(mine)
  expect(before).toMatchObject({
    statusText: '等您补材料',
    next: { yourTurn: true, legalLimit: null },
    can: { supply: true, withdraw: true, object: false },
  })
  expect(before.paused?.why).toContain('身份证正反面')
  expect(before.next.by).toBe(Date.parse(`${before.supplement?.deadline}T23:59:00+08:00`))

  const picture = paperPicture(9)
  const upload = () =>
    ({
      ...input({ params: { number: mine.number }, query: { kind: 'wageEvidence' as const, name: '工资条.png' } }),
      body: Readable.from([picture]),
      contentType: 'image/png',
    }) as UploadOf<typeof uploadRoute>
  const { id } = valueOf(await uploadToCase(district.parts, mine.caller, upload()))
  const body = { materialIds: [id], note: '工资条找到了' }
  const key = crypto.randomUUID()
  const first = valueOf(await supplyMaterials(district.parts, mine.caller, ask(mine, body, key)))
  expect(await supplyMaterials(district.parts, mine.caller, ask(mine, body, key))).toMatchObject({
    ok: true,
    value: first,
  })
  expect(await supplyMaterials(district.parts, mine.caller, ask(mine, { ...body, note: '别的' }, key))).toMatchObject({
    error: 'keyReused',
  })

  const after = await read(mine)
  expect(after).toMatchObject({
    version: first.version,
    statusText: '材料已补，等工作人员看',
    paused: null,
    next: { yourTurn: false },
    supplement: { suppliedAt: HALF_PAST_THREE },
  })
  expect(states(after)).toEqual(['done', 'current', 'waiting', 'waiting'])
  expect(after.materials.map((m) => m.id)).toContain(id)
  expect(after.history.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^需要您补材料，请在\d+月\d+日（周.）前补齐$/),
  )
  // the same photo a week later is the paper that is there
  expect(valueOf(await uploadToCase(district.parts, mine.caller, upload())).id).toBe(id)
  expect(await openMaterial(district.parts, mine.caller, input({ params: { number: mine.number, id } }))).toMatchObject(
    { ok: true },
  )
})

it('refuses to take nothing', async () => {
  const mine = await own('苏·阿米娜')
  expect(await supplyMaterials(district.parts, mine.caller, ask(mine, { materialIds: [], note: '' }))).toMatchObject({
    refusal: 'materialsMissing',
  })
})

it('takes a note without a file as a message when nothing was asked for', async () => {
  const mine = await own('陈志明')
  valueOf(await supplyMaterials(district.parts, mine.caller, ask(mine, { materialIds: [], note: '我换了电话' })))
  expect((await read(mine)).messages).toMatchObject([{ text: '我换了电话', mine: true }])
})

it("is nobody else's case", async () => {
  const theirs = await own('李㛃')
  const stranger = { ...theirs, caller: await district.applicant('马有财') }
  const { parts } = district
  const answers = await Promise.all([
    readCase(parts, stranger.caller, input({ params: { number: theirs.number } })),
    withdraw(parts, stranger.caller, ask(stranger, { reason: 'x' })),
    leaveMessage(parts, stranger.caller, ask(stranger, { text: 'x', to: 'agency' as const })),
    object(parts, stranger.caller, ask(stranger, { statement: 'x' })),
    requestReplacement(parts, stranger.caller, ask(stranger, { reason: 'x' })),
    supplyMaterials(parts, stranger.caller, ask(stranger, { materialIds: [], note: 'x' })),
    askToEnd(parts, stranger.caller, ask(stranger, { ground: 'TM-7' as const, reason: 'x' })),
  ])
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error))).toEqual(Array<string>(7).fill('notFound'))
})

it('shows what is said to the applicant, not what the office and the lawyer say to each other', async () => {
  const mine = await own('田晓霞')
  const say = (to: 'applicant' | 'lawyer', text: string) =>
    deskCommand('leaveMessage')(
      district.parts,
      district.cast.byLogin('shouli'),
      input({ params: { id: mine.id }, body: { text, to } }),
    )
  valueOf(await say('lawyer', '请注意时效'))
  valueOf(await say('applicant', '下周二开庭'))
  const { messages } = await read(mine)
  expect(messages.map(({ text, mine: own }) => [text, own])).toEqual([
    ['谢谢您，开庭的时间定了请早点告诉我。', true],
    ['下周二开庭', false],
  ])
})

/** What lies unread in somebody's inbox about a case, newest first, once everything is delivered. */
async function inboxOf(who: StaffCaller, caseId: string): Promise<string[]> {
  const { parts } = district
  await deliverDue({ outbox: parts.stores.outbox, deliver: deliveries(parts), now: () => parts.clock.now() })
  return (await parts.stores.inbox.ofStaff(accessOf(who), who.staffId, { most: 200 })).flatMap((one) =>
    one.caseId === caseId && one.readAt === null ? [one.text] : [],
  )
}

it('what is said reaches somebody at the desk: the lawyer, or every clerk of the centre', async () => {
  const mine = await own('罗文义'),
    { cast } = district,
    text = `【法通】${mine.number}：有一条新留言，请登录查看。`
  const [lawyer, clerk, otherClerk, approver] = [
    cast.byId((await district.caseOf('罗文义')).lawyerId ?? ''),
    cast.byLogin('shouli'),
    cast.byLogin('shouli2'),
    cast.byLogin('shenpi'),
  ]
  const all = async () => {
    const counts: number[] = []
    // One after another: each delivers what is due before it looks.
    for (const who of [lawyer, clerk, otherClerk, approver])
      counts.push((await inboxOf(who, mine.id)).filter((one) => one === text).length)
    return counts
  }
  // The sample's applicant thanked the lawyer before.
  expect(await all()).toEqual([1, 0, 0, 0])
  valueOf(await leaveMessage(district.parts, mine.caller, ask(mine, { text: '什么时候开庭？', to: 'lawyer' as const })))
  expect(await all()).toEqual([2, 0, 0, 0])
  valueOf(await leaveMessage(district.parts, mine.caller, ask(mine, { text: '律师联系不上', to: 'agency' as const })))
  expect(await all()).toEqual([2, 1, 1, 0])
})

it('does not write to a lawyer who is not there yet', async () => {
  const mine = await own('何长生')
  expect(
    await leaveMessage(district.parts, mine.caller, ask(mine, { text: '您好', to: 'lawyer' as const })),
  ).toMatchObject({ error: 'malformed', fields: { to: expect.stringContaining('还没有指派') as string } })
})

it('withdraws before the decision, not after', async () => {
  const early = await own('刘德福'),
    late = await own('郭振东')
  expect((await read(early)).can.withdraw).toBe(true)
  valueOf(await withdraw(district.parts, early.caller, ask(early, { reason: '不想办了' })))
  expect(await read(early)).toMatchObject({ status: 'withdrawn', statusText: '已撤回', can: { withdraw: false } })
  expect((await read(late)).can.withdraw).toBe(false)
  expect(await withdraw(district.parts, late.caller, ask(late, { reason: '不想办了' }))).toMatchObject({
    refusal: 'wrongStatus',
  })
})

it('objects once to a refusal', async () => {
  const mine = await own('胡美丽')
  expect(await read(mine)).toMatchObject({ statusText: '没有批准', can: { object: true } })
  valueOf(await object(district.parts, mine.caller, ask(mine, { statement: '我不服' })))
  expect(await read(mine)).toMatchObject({
    statusText: '异议审查中',
    can: { object: false },
    next: { yourTurn: false },
  })
  expect(await object(district.parts, mine.caller, ask(mine, { statement: '再说一次' }))).toMatchObject({
    refusal: 'objectionPending',
  })
})

it('asks for another lawyer', async () => {
  const mine = await own('罗文义')
  expect(await read(mine)).toMatchObject({ lawyer: { accepted: true }, can: { requestReplacement: true } })
  valueOf(await requestReplacement(district.parts, mine.caller, ask(mine, { reason: '联系不上' })))
  expect((await read(mine)).status).toBe('reassigning')
})

it('asks for an end of the aid (TM-6, TM-7): the lawyer works on, who decides is told, and not before the grant', async () => {
  const mine = await own('田晓霞'),
    { cast, parts } = district
  const before = await read(mine)
  expect(before).toMatchObject({ can: { askToEnd: true, withdraw: false }, askedToEndAt: null })
  valueOf(await askToEnd(parts, mine.caller, ask(mine, { ground: 'TM-6' as const, reason: '家里请了律师' })))
  const after = await read(mine)
  expect(after).toMatchObject({ status: before.status, askedToEndAt: HALF_PAST_THREE })
  expect(after.history.at(-1)).toMatchObject({ text: '结束援助的请求收到了，等中心决定', by: '您' })
  const asked = `【法通】${mine.number}：受援人请求结束援助，请审查决定。`
  expect(await inboxOf(cast.byLogin('shenpi'), mine.id)).toContain(asked)
  expect(await inboxOf(cast.byLogin('shouli'), mine.id)).not.toContain(asked)
  valueOf(
    await deskCommand('terminateAid')(
      parts,
      cast.byLogin('shenpi'),
      input({
        params: { id: mine.id },
        body: { ground: 'TM-6' as const, evidence: ['委托合同'], explanation: '已自行委托律师' },
      }),
    ),
  )
  expect(await read(mine)).toMatchObject({ status: 'terminated', askedToEndAt: null, can: { askToEnd: false } })
  const early = await own('马有财')
  expect((await read(early)).can.askToEnd).toBe(false)
  expect(
    await askToEnd(parts, early.caller, ask(early, { ground: 'TM-7' as const, reason: '不想办了' })),
  ).toMatchObject({ refusal: 'wrongStatus' })
})

it('a request to end that is turned down (TM-7): the recipient is told and reads why, the lawyer works on, one may ask again', async () => {
  const mine = await own('沙木沙'),
    { cast, parts } = district
  const before = await read(mine)
  const decline = (login: string) =>
    deskCommand('declineTermination')(
      parts,
      cast.byLogin(login),
      input({ params: { id: mine.id }, body: { reason: '下周开庭，这时结束对您不利' } }),
    )
  expect(await decline('shenpi')).toMatchObject({ refusal: 'noTerminationReport' })
  valueOf(await askToEnd(parts, mine.caller, ask(mine, { ground: 'TM-7' as const, reason: '嫌慢' })))
  expect(await decline('shouli')).toMatchObject({ refusal: 'notAllowed' })
  valueOf(await decline('shenpi'))
  const after = await read(mine)
  expect(after).toMatchObject({
    status: before.status,
    askedToEndAt: null,
    endDeclined: { at: HALF_PAST_THREE, reason: '下周开庭，这时结束对您不利' },
    can: { askToEnd: true },
  })
  expect(after.history.at(-1)?.text).toBe('没有同意结束援助，援助继续。理由：下周开庭，这时结束对您不利')
  valueOf(await askToEnd(parts, mine.caller, ask(mine, { ground: 'TM-7' as const, reason: '还是不想打了' })))
  expect(await read(mine)).toMatchObject({ askedToEndAt: HALF_PAST_THREE, endDeclined: null })
})

it('a request spoken at the counter (TM-7) is the recipient’s: still open after a report of the lawyer, answered to them', async () => {
  const mine = await own('丁海龙'),
    { cast, parts } = district,
    params = { id: mine.id }
  const report = (caller: StaffCaller, ground: 'TM-4' | 'TM-7', note: string) =>
    deskCommand('reportTerminationGround')(parts, caller, input({ params, body: { ground, note } }))
  valueOf(await report(cast.byLogin('shouli'), 'TM-7', '在窗口说不想打了'))
  const open = await read(mine)
  expect(open).toMatchObject({ askedToEndAt: HALF_PAST_THREE, endDeclined: null })
  expect(open.history.at(-1)?.text).toBe('结束援助的请求收到了，等中心决定')
  valueOf(await report(cast.byLogin('shouli'), 'TM-4', '工资涨了'))
  const later = await read(mine)
  expect(later).toMatchObject({ askedToEndAt: HALF_PAST_THREE, endDeclined: null })
  expect(later.history).toHaveLength(open.history.length)
  valueOf(
    await deskCommand('declineTermination')(
      parts,
      cast.byLogin('shenpi'),
      input({ params, body: { reason: '下周开庭' } }),
    ),
  )
  const answered = await read(mine)
  expect(answered).toMatchObject({ askedToEndAt: null, endDeclined: { reason: '下周开庭' } })
  expect(answered.history.at(-1)?.text).toBe('没有同意结束援助，援助继续。理由：下周开庭')
  // What somebody else reports afterwards takes the answer off no page.
  valueOf(await report(cast.byLogin('shouli'), 'TM-4', '又涨了'))
  expect(await read(mine)).toMatchObject({ askedToEndAt: null, endDeclined: { reason: '下周开庭' } })
})

it('lists the cases of a person and whose turn it is', async () => {
  const mine = await own('苏·阿米娜')
  expect(valueOf(await myCases(district.parts, mine.caller)).items).toMatchObject([
    { number: mine.number, status: 'supplementing', yourTurn: true, matterText: MATTERS.laborRemuneration.plain },
  ])
})

it('writes every reading down', async () => {
  const mine = await own('丁海龙')
  const count = async () =>
    (
      await district.parts.stores.ownData.collect(SYSTEM, mine.caller.personId, {
        at: HALF_PAST_THREE,
        actor: { kind: 'system', id: 't', name: 't' },
        action: 'read',
        subjectKind: 'test',
        subjectId: 't',
      })
    ).readings.length
  const before = await count()
  valueOf(await myCases(district.parts, mine.caller))
  expect(await count()).toBe(before + 1)
})
