import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM, type AccessContext } from '../../../db/access.ts'
import { withAccess } from '../../../db/postgres.ts'
import { deliveries } from '../../../jobs/deliveries.ts'
import { accessOf, type Caller, type CitizenCaller, type StaffCaller } from '../../caller.ts'
import { requestCode } from '../../citizen-session/request-code.ts'
import { deskGuide } from '../../guides/desk-guides.ts'
import { exportMyData } from '../../privacy/export-my-data.ts'
import { guideShelf } from '../../guides/shelf.ts'
import { citizen, PHONE, staffWith } from '../../testing/signed-in.ts'
import { asCitizen, input, MONDAY_NINE, testParts, tokenOf, type TestParts } from '../../testing/test-parts.ts'
import { ask, goOn } from '../ask.ts'
import { flagAnswer } from '../feedback.ts'
import { savePledges } from '../quality/pledges.ts'
import { SMALL_GUIDES, SMALL_LIBRARY } from '../testing/small-library.ts'
import { answerTicket } from './answer.ts'
import { deskTicket, deskTickets } from './desk-tickets.ts'
import { saveDutyPool } from './duty.ts'
import { openTicket } from './open-ticket.ts'
import { askAgain, myTicket, myTickets, rateTicket } from './own-tickets.ts'
import { whoToRemind } from './remind.ts'
import { searchArticles } from './search-articles.ts'
import { releaseTicket, takeTicket } from './take.ts'
import { ticketToGuide } from './to-guide.ts'

let parts: TestParts
let asker: CitizenCaller, stranger: CitizenCaller
let lawyer: StaffCaller, other: StaffCaller, director: StaffCaller, reviewer: StaffCaller
beforeAll(async () => {
  parts = await testParts()
  parts.guides = guideShelf(SMALL_GUIDES, parts.stores.guides, parts.clock)
  parts.consultation = { library: () => SMALL_LIBRARY }
  asker = await citizen(parts)
  stranger = await citizen(parts, '李二')
  lawyer = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
  other = await staffWith(parts, 'grassrootsLegalWorker', parts.places.town)
  director = await staffWith(parts, 'director', parts.places.center)
  reviewer = await staffWith(parts, 'reviewer', parts.places.center)
})
afterAll(() => parts.close())

const HOUR = 3_600_000
const NOBODY: Caller = { kind: 'anonymous', ip: '127.0.0.1', userAgent: 'test' }
const ARTICLE = { key: '工钱法#82', id: 'a2', law: '工钱法', number: '82', passage: '每月付两倍工钱' }
async function left(question: string, learns = false) {
  const outcome = await openTicket(parts, asker, input({ body: { question, learns } }))
  if (!outcome.ok) throw new Error(outcome.error)
  return { ...outcome.value, at: { params: { id: outcome.value.id } } }
}
const take = (by: StaffCaller, id: string) => takeTicket(parts, by, input({ params: { id } }))
const answer = (by: StaffCaller, id: string, version: number, articles = [ARTICLE]) =>
  answerTicket(parts, by, input({ params: { id }, body: { version, text: '可以要两倍工钱。先去仲裁。', articles } }))

describe('a question for a person', () => {
  it('goes to a lawyer, and the answer comes back to the asker', async () => {
    const ticket = await left('我叫王小明，没签合同能要两倍工钱吗')
    expect(ticket).toMatchObject({
      number: expect.stringMatching(/^问20261123-[2-9A-Z]{6}$/) as string,
      pledgeAt: MONDAY_NINE + 9 * HOUR,
    })
    const listed = await deskTickets(parts, lawyer, input({ query: { show: 'waiting' as const } }))
    expect(listed).toMatchObject({
      value: {
        items: [
          { number: ticket.number, title: '我叫【姓名1】，没签合同能要两倍工钱吗', light: 'green', state: 'open' },
        ],
        counts: { waiting: 1, late: 0, mine: 0 },
      },
    })

    expect(await answer(lawyer, ticket.id, 1)).toMatchObject({ error: 'refused', refusal: 'wrongStatus' })
    expect(await take(lawyer, ticket.id)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await take(other, ticket.id)).toMatchObject({ error: 'refused' })
    expect(await deskTicket(parts, lawyer, input(ticket.at))).toMatchObject({
      value: { thread: [{ by: 'asker', text: '我叫王小明，没签合同能要两倍工钱吗' }], mayAnswer: true, mayTake: false },
    })
    expect(await searchArticles(parts, lawyer, input({ query: { q: '工钱法82条' } }))).toMatchObject({
      value: { items: [{ key: '工钱法#82' }, { key: '工钱法#30' }, {}, {}], preparing: false },
    })
    expect(
      await searchArticles(
        { ...parts, knowledge: { ...parts.knowledge, preparing: () => true } },
        lawyer,
        input({ query: { q: '刚导入的法' } }),
      ),
    ).toMatchObject({ value: { preparing: true } })
    expect(await answer(other, ticket.id, 2)).toMatchObject({ refusal: 'notAllowed' })
    expect(await answer(lawyer, ticket.id, 2, [{ ...ARTICLE, key: '工钱法#999', number: '999' }])).toMatchObject({
      error: 'malformed',
      fields: { articles: expect.stringContaining('第999条') as string },
    })
    expect(await answer(lawyer, ticket.id, 2)).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await answer(lawyer, ticket.id, 2)).toMatchObject({ ok: true, value: { version: 3 } })

    expect(await myTicket(parts, asker, input(ticket.at))).toMatchObject({
      value: {
        state: 'answered',
        thread: [{ by: 'asker' }, { by: 'desk', name: lawyer.name, articles: [{ key: '工钱法#82' }] }],
      },
    })
    expect(await myTicket(parts, stranger, input(ticket.at))).toMatchObject({ error: 'notFound' })
    expect(await myTickets(parts, stranger)).toMatchObject({ value: { items: [] } })
    expect(await exportMyData(parts, asker)).toMatchObject({
      value: {
        questions: [
          { number: ticket.number, thread: [{ text: '我叫王小明，没签合同能要两倍工钱吗' }, { by: 'desk' }] },
        ],
      },
    })
    expect(await rateTicket(parts, asker, input({ ...ticket.at, body: { stars: 5, note: '好' } }))).toMatchObject({
      ok: true,
    })
    expect(await deskTicket(parts, lawyer, input(ticket.at))).toMatchObject({
      value: {
        rating: 5,
        events: [{ type: 'opened' }, { type: 'taken' }, { type: 'answered' }, { type: 'rated', note: '好' }],
      },
    })
  })

  it('brings the talk before it along, masked, and only with its secret', async () => {
    const asking = await citizen(parts, '郑八')
    const talk = await ask(
      parts,
      asking,
      input({
        body: {
          message: { kind: 'says' as const, text: '我叫王小明，2024年3月老板拖欠工钱怎么办' },
          channel: 'web' as const,
          learns: false,
        },
      }),
    )
    if (!talk.ok) throw new Error(talk.error)
    const { id, secret } = talk.value.session
    const pressed = await goOn(
      parts,
      parts.nobody,
      input({
        params: { id },
        draftSecret: secret,
        body: { message: { kind: 'answers' as const, fact: 'contractSigned', value: 'no' } },
      }),
    )
    expect(pressed).toMatchObject({ value: { question: '我叫王小明，2024年3月老板拖欠工钱怎么办' } })
    const opened = async (consultation: { id: string; secret: string }) => {
      const outcome = await openTicket(
        parts,
        stranger,
        input({ body: { question: '还能要回来吗', learns: false, consultation } }),
      )
      return outcome.ok ? deskTicket(parts, lawyer, input({ params: { id: outcome.value.id } })) : outcome
    }
    expect(await opened({ id, secret })).toMatchObject({
      value: {
        topic: 'wages',
        thread: [
          {
            by: 'talk',
            text: expect.stringMatching(
              /^1\. 我叫【姓名1】，2024年3月老板拖欠工钱怎么办（系统按指南《老板拖欠工钱怎么办》答了）\n2\. 没签（[^]*· 事情发生的日子：2024年3月31日\n· 签了劳动合同吗？ 没签\n系统最后答的：\n老板必须按月给工钱/,
            ) as string,
          },
          { by: 'asker', text: '还能要回来吗' },
        ],
      },
    })
    expect(await opened({ id, secret: 'a'.repeat(43) })).toMatchObject({ value: { thread: [{ by: 'asker' }] } })
  })

  it('tells the asker by SMS and inbox, once, and without the matter when it is delicate', async () => {
    const delicate = await left('老公打我怎么办')
    await take(lawyer, delicate.id)
    await answer(lawyer, delicate.id, 2, [])
    const due = await parts.stores.outbox.claim(parts.clock.now(), parts.clock.now(), 10)
    const deliver = deliveries(parts)['notice']
    for (const message of due) await deliver?.(message)
    const texts = parts.texts.filter(({ to }) => to === PHONE).map(({ text }) => text)
    // Nothing of what was asked is in a text message, whatever it was about; the inbox behind the sign-in may name it.
    expect(texts).toHaveLength(2)
    expect(texts.filter((text) => !/^【法通】问\S+：您在法通问的问题有答复了，请登录查看。$/.test(text))).toEqual([])
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>('SELECT text FROM fatong.inbox_notice WHERE person_id = $1 ORDER BY at, title', [
        asker.personId,
      ]),
    )
    expect(rows.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        `【法通】${delicate.number}：您的问题有答复了，请登录查看。`,
        expect.stringMatching(/：您问的“我叫【姓名1】，没签合同能要两倍工钱吗”有答复了/),
      ]),
    )
  })

  it('is about what it says itself, whatever the talk before it was about; what is urgent comes with what to do at once', async () => {
    const wages = { kind: 'says' as const, text: '老板拖欠工钱怎么办' }
    const talk = await ask(parts, stranger, input({ body: { message: wages, channel: 'web' as const, learns: false } }))
    if (!talk.ok) throw new Error(talk.error)
    const { id, secret } = talk.value.session
    const leaves = (question: string) =>
      openTicket(parts, stranger, input({ body: { question, learns: false, consultation: { id, secret } } }))
    const beaten = await leaves('我男人天天打我，我该怎么办')
    expect(beaten).toMatchObject({
      ok: true,
      value: {
        emergencies: [
          {
            level: 'now',
            help: { kind: 'violence', calls: expect.arrayContaining([{ number: '110', says: '报警' }]) as unknown },
          },
        ],
      },
    })
    expect(await deskTicket(parts, lawyer, input({ params: { id: beaten.ok ? beaten.value.id : '' } }))).toMatchObject({
      value: { topic: 'violence', urgent: true },
    })
    expect(await leaves('还能要回来吗')).toMatchObject({ value: { emergencies: [] } })
  })

  it('is given back with a reason, and moved on by a director', async () => {
    const { id } = await left('借钱利息太高怎么办')
    await take(lawyer, id)
    const release = (by: StaffCaller) =>
      releaseTicket(parts, by, input({ params: { id }, body: { reason: '不熟这一块' } }))
    expect(await release(other)).toMatchObject({ refusal: 'notAllowed' })
    expect(await release(lawyer)).toMatchObject({ ok: true })
    await take(other, id)
    expect(await take(director, id)).toMatchObject({ ok: true })
    expect(await answer(director, id, 5, [])).toMatchObject({ ok: true })
  })

  it('of two who take at once one has it', async () => {
    const { id } = await left('借钱利息太高怎么办呢')
    const both = await Promise.all([take(lawyer, id), take(other, id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('comes back to the pool when the answer missed the point', async () => {
    const { id, at } = await left('邻居围墙挡光')
    const again = () => askAgain(parts, asker, input({ ...at, body: { text: '我问的是围墙' } }))
    expect(await again()).toMatchObject({ refusal: 'wrongStatus' })
    await take(lawyer, id)
    await answer(lawyer, id, 2, [])
    expect(await again()).toMatchObject({ ok: true })
    expect(await deskTicket(parts, other, input(at))).toMatchObject({
      value: { state: 'open', mayTake: true, thread: [{}, { by: 'desk' }, { by: 'asker', text: '我问的是围墙' }] },
    })
  })

  it('needs a phone that is proven, or a sign-in; a request sent twice is one question', async () => {
    const body = { question: '没签合同怎么办', learns: false }
    expect(await openTicket(parts, parts.nobody, input({ body }))).toMatchObject({ error: 'signInNeeded' })
    expect(
      await openTicket(parts, parts.nobody, input({ body: { ...body, phone: '13911112222', code: '000000' } })),
    ).toMatchObject({ error: 'wrongCode' })
    await requestCode(parts, parts.nobody, input({ body: { phone: '13911112222' } }))
    const code = /验证码是 (\d{6})/.exec(parts.texts.at(-1)?.text ?? '')?.[1] ?? ''
    const opened = await openTicket(parts, parts.nobody, input({ body: { ...body, phone: '13911112222', code } }))
    const signedIn = await asCitizen(parts, tokenOf(opened))
    expect(await myTickets(parts, signedIn)).toMatchObject({ value: { items: [{ title: '没签合同怎么办' }] } })
    const twice = await Promise.all(
      [1, 2].map(() =>
        openTicket(
          parts,
          asker,
          input({ body: { question: '同一个问题', learns: false }, idempotencyKey: 'key-question-1' }),
        ),
      ),
    )
    expect(twice[0]).toMatchObject({ ok: true })
    expect(twice[1]).toEqual(twice[0])
  })

  it('is shut to everybody else, in the action and in the database', async () => {
    const { id } = await left('谁能看见')
    expect(await deskTickets(parts, reviewer, input({ query: { show: 'waiting' as const } }))).toMatchObject({
      error: 'forbidden',
    })
    const seen = (access: Parameters<typeof parts.stores.tickets.find>[0]) => parts.stores.tickets.find(access, id)
    expect(await seen({ kind: 'staff', staffId: reviewer.staffId, roles: ['reviewer'], placeIds: [] })).toBeUndefined()
    expect(await seen({ kind: 'citizen', personId: stranger.personId })).toBeUndefined()
    expect(await seen({ kind: 'anonymous' })).toBeUndefined()
    expect(await seen({ kind: 'citizen', personId: asker.personId })).toMatchObject({ id })
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>(
        `SELECT t::text || encode(t.thread_enc, 'escape') AS text FROM fatong.question_ticket t`,
      ),
    )
    expect(rows.map(({ text }) => text).join()).not.toContain('王小明')
  })
})

describe('what is promised', () => {
  it('follows the topic, the hour and the urgency, and can be set', async () => {
    expect((await left('朋友借钱不还怎么办')).pledgeAt).toBe(MONDAY_NINE + 33 * HOUR)
    const set = { usual: 2, byTopic: { wages: 1 }, why: '人手不够' }
    expect(await savePledges(parts, lawyer, input({ body: set }))).toMatchObject({ error: 'forbidden' })
    expect(await savePledges(parts, director, input({ body: set }))).toMatchObject({
      ok: true,
      value: { usual: 2, byTopic: { wages: 1 } },
    })
    parts.pass(13 * 60_000)
    const late = await citizen(parts, '赵五')
    const opened = await openTicket(
      parts,
      late,
      input({ body: { question: '老公打我，他拿刀堵在门口', learns: false } }),
    )
    expect(opened).toMatchObject({ value: { pledgeAt: MONDAY_NINE + 9 * HOUR } })
  })
})

describe('those on duty', () => {
  const pool = (members: { staffId: string; topics: ('loans' | 'wages')[] }[], by = director) =>
    saveDutyPool(parts, by, input({ body: { members } }))
  const delivered = async () => {
    const ways = deliveries(parts)
    for (const message of await parts.stores.outbox.claim(parts.clock.now(), parts.clock.now(), 50)) {
      await ways[message.channel]?.(message)
      await parts.stores.outbox.settle([message.id], [], parts.clock.now())
    }
  }
  const toldOf = async (number: string, { staffId }: StaffCaller) =>
    (await parts.stores.inbox.ofStaff({ kind: 'staff', staffId, roles: [], placeIds: [] }, staffId, { most: 100 }))
      .filter(({ title, kind }) => title === number && kind === 'question')
      .map(({ text }) => text)
  const asks = async (name: string, question: string) => {
    const opened = await openTicket(parts, await citizen(parts, name), input({ body: { question, learns: false } }))
    if (!opened.ok) throw new Error(opened.error)
    return opened.value
  }

  it('are told of a new question on their matters, and again when the promise is near and nobody answered', async () => {
    expect(await pool([], lawyer)).toMatchObject({ error: 'forbidden' })
    expect(await pool([{ staffId: reviewer.staffId, topics: [] }])).toMatchObject({ error: 'malformed' })
    expect(
      await pool([
        { staffId: lawyer.staffId, topics: ['loans'] },
        { staffId: other.staffId, topics: ['wages'] },
      ]),
    ).toMatchObject({ value: { members: [{ name: lawyer.name }, { name: other.name }] } })
    const { number, pledgeAt } = await asks('周七', '借条过期了还能要钱吗')
    const told = (staff: StaffCaller) => toldOf(number, staff)
    await delivered()
    expect(await told(lawyer)).toEqual([`【法通】${number}：有新问题等着答，请登录工作台看看。`])
    expect(await told(other)).toEqual([])
    parts.pass(pledgeAt - parts.clock.now())
    await delivered()
    expect(await told(lawyer)).toContain(`【法通】${number}：答复快到承诺时间了，请尽快答复。`)
    expect(await told(director)).toEqual([
      `【法通】${number}：答应的时间已经过了，还没有答复。请马上答复，或者安排别人答。`,
    ])
  })

  it('are the centre’s directors and clerks where nobody of the pool covers the matter or is at work', async () => {
    const clerk = await staffWith(parts, 'clerk', parts.places.center)
    const elsewhere = await staffWith(parts, 'clerk', parts.places.town)
    await pool([{ staffId: lawyer.staffId, topics: ['loans'] }])
    const { number } = await asks('吴九', '邻居的墙挡了我家窗户怎么办')
    await delivered()
    for (const staff of [director, clerk])
      expect(await toldOf(number, staff)).toEqual([`【法通】${number}：有新问题等着答，请登录工作台看看。`])
    for (const staff of [lawyer, elsewhere]) expect(await toldOf(number, staff)).toEqual([])
    const left = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
    await pool([{ staffId: left.staffId, topics: [] }])
    await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query('UPDATE fatong.staff SET active = false WHERE id = $1', [left.staffId]),
    )
    const second = await asks('郑十', '邻居的墙挡了我家窗户怎么办')
    await delivered()
    expect(await toldOf(second.number, director)).toHaveLength(1)
  })

  it('hear no more of a promise that was kept or made anew', async () => {
    const kept = await asks('冯十一', '老板拖欠工钱怎么办'),
      anew = await asks('陈十二', '老板拖欠工钱怎么办呢')
    await take(other, kept.id)
    await answer(other, kept.id, 2, [])
    const late = async (id: string) => whoToRemind(parts, { ticketId: id, passed: true })
    expect(await late(anew.id)).toBeUndefined()
    parts.pass(kept.pledgeAt - parts.clock.now())
    expect(await late(kept.id)).toBeUndefined()
    expect(await late(anew.id)).toMatchObject({
      number: anew.number,
      staffIds: expect.arrayContaining([director.staffId]) as unknown,
    })
  })
})

describe('an answer that was called wrong', () => {
  it('is read by those who look after answers, who are not on duty; no other question is, and nothing is done to it', async () => {
    const quality = await staffWith(parts, 'qualityOfficer', parts.places.center),
      bureau = await staffWith(parts, 'bureauOfficer', parts.places.district)
    const [wrong, fine] = [await left('答错了的问题'), await left('没人说错的问题')]
    const flag = { subjectKind: 'ticket' as const, subject: wrong.id, reason: 'wrong' as const, note: '' }
    // Nobody opens a question by calling it wrong: not whoever looks after answers, no stranger, nor before it is answered.
    const says = (who: Caller, subject = wrong.id) => flagAnswer(parts, who, input({ body: { ...flag, subject } }))
    expect(await says(asker)).toMatchObject({ error: 'refused', refusal: 'wrongStatus' })
    for (const { id } of [wrong, fine]) {
      await take(lawyer, id)
      await answer(lawyer, id, 2, [])
    }
    for (const who of [NOBODY, stranger, quality, lawyer])
      expect(await says(who), who.kind).toMatchObject({ error: 'notFound' })
    expect(await says(asker, 'no question')).toMatchObject({ error: 'notFound' })
    const raised = (as: AccessContext, subject: string) =>
      parts.stores.consultationQuality.flagOwnTicket(as, {
        id: randomUUID(),
        at: parts.clock.now(),
        subject,
        reason: 'wrong',
        note: '',
      })
    for (const who of [stranger, quality, lawyer])
      await expect(raised(accessOf(who), wrong.id)).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(raised(accessOf(asker), (await left('没人答的问题')).id)).rejects.toMatchObject({
      cause: { code: '42501' },
    })
    // A flag that anybody may have raised, as some did before, opens nothing.
    await parts.stores.consultationQuality.flag({
      id: randomUUID(),
      at: parts.clock.now(),
      subjectKind: 'ticket',
      subject: fine.id,
      reason: 'wrong',
      note: '',
      byKind: 'citizen',
    })
    expect(await deskTicket(parts, quality, input(wrong.at))).toMatchObject({ error: 'notFound' })
    expect(await says(asker)).toMatchObject({ ok: true })
    for (const who of [quality, bureau]) {
      expect(await deskTicket(parts, who, input(wrong.at))).toMatchObject({
        value: { thread: [{ by: 'asker', text: '答错了的问题' }, { by: 'desk' }], mayTake: false, mayAnswer: false },
      })
      expect(await deskTicket(parts, who, input(fine.at))).toMatchObject({ error: 'notFound' })
      expect(await take(who, wrong.id)).toMatchObject({ error: 'forbidden' })
      // The same without the action: what the database shows and takes.
      const { tickets } = parts.stores,
        access = accessOf(who)
      expect([
        (await tickets.find(access, wrong.id))?.id,
        await tickets.find(access, fine.id),
        (await tickets.events(access, wrong.id)).length,
      ]).toEqual([wrong.id, undefined, 3])
      expect(
        await withAccess(parts.database, access, ({ client }) =>
          client.query(`UPDATE fatong.question_ticket SET rating = 1 WHERE id = $1`, [wrong.id]),
        ),
      ).toMatchObject({ rowCount: 0 })
      await expect(
        withAccess(parts.database, access, ({ client }) =>
          client.query(
            `INSERT INTO fatong.question_ticket_event VALUES ($1, 9, 'closed', 'staff', $2, '某人', '{}', now())`,
            [wrong.id, who.staffId],
          ),
        ),
      ).rejects.toThrow('row-level security')
    }
    expect(await deskTicket(parts, reviewer, input(wrong.at))).toMatchObject({ error: 'forbidden' })
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ actor_id: string }>(
        `SELECT actor_id FROM fatong.audit WHERE subject_kind = 'questionTicket' AND subject_id = $1 AND action = 'read'`,
        [wrong.id],
      ),
    )
    expect(rows.map(({ actor_id }) => actor_id).sort()).toEqual([quality.staffId, bureau.staffId].sort())
  })
})

describe('what is learned', () => {
  it('a good exchange becomes a draft of a guide and a labelled pair, with consent and without personal data', async () => {
    const learner = await citizen(parts, '孙六')
    const opened = await openTicket(
      parts,
      learner,
      input({ body: { question: '我叫孙六，没签合同的工钱', learns: true } }),
    )
    const id = opened.ok ? opened.value.id : ''
    await take(lawyer, id)
    const toGuide = () =>
      ticketToGuide(parts, lawyer, input({ params: { id }, body: { name: 'no-contract', title: '没签合同怎么办' } }))
    expect(await toGuide()).toMatchObject({ refusal: 'wrongStatus' })
    await answer(lawyer, id, 2)
    const made = await toGuide()
    expect(made).toMatchObject({ ok: true, value: { version: 1 } })
    const [topic, name] = (made.ok ? made.value.slug : '/').split('/') as ['wages', string]
    const guide = await deskGuide(parts, director, input({ params: { topic, name } }))
    expect(guide).toMatchObject({
      value: {
        inUse: null,
        versions: [
          {
            state: 'draft',
            body: {
              situation: '我叫【姓名1】，没签合同的工钱',
              answer: [{ text: '可以要两倍工钱。', cites: ['工钱法#82'] }, {}],
            },
          },
        ],
      },
    })
    expect(await parts.stores.consultationQuality.pairs()).toEqual([
      { question: '我叫【姓名1】，没签合同的工钱', articleKey: '工钱法#82', origin: 'lawyer' },
    ])
  })
})
