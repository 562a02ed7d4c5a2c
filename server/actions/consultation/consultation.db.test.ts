import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { goOn as goOnRoute } from '@fatong/contract/consultation/ask.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { startDraft } from '../drafts/start-draft.ts'
import { readDraft } from '../drafts/read-draft.ts'
import { guideShelf } from '../guides/shelf.ts'
import type { InputOf } from '../input.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { citizen, staffWith } from '../testing/signed-in.ts'
import { ask, goOn } from './ask.ts'
import { attachToDraft } from './attach.ts'
import { flagAnswer, giveFeedback } from './feedback.ts'
import { handOver, takeOver } from './hand-over.ts'
import { askedQuestions } from './quality/asked.ts'
import { consultationFigures } from './quality/figures.ts'
import { answerFlags, settleFlag } from './quality/flags.ts'
import { endConsultation, myConsultations, readConsultation } from './read-consultation.ts'
import { rephraseAnswer } from './rephrase.ts'
import { SMALL_GUIDES, SMALL_LIBRARY } from './testing/small-library.ts'

let parts: TestParts
beforeAll(async () => {
  parts = await testParts()
  parts.guides = guideShelf(SMALL_GUIDES, parts.stores.guides, parts.clock)
  parts.consultation = { library: () => SMALL_LIBRARY }
})
afterAll(() => parts.close())

const says = (text: string) => ({ kind: 'says' as const, text })
async function asked(text: string, learns = false) {
  const outcome = await ask(
    parts,
    parts.nobody,
    input({ body: { message: says(text), channel: 'web' as const, learns } }),
  )
  if (!outcome.ok) throw new Error(outcome.error)
  const { session, ...replied } = outcome.value
  return { ...session, ...replied, on: { params: { id: session.id }, draftSecret: session.secret } }
}
const tables = async (): Promise<string> => {
  const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
    client.query<{ text: string }>(
      `SELECT s::text || encode(s.data_enc, 'escape') AS text FROM fatong.consultation_session s UNION ALL SELECT t::text FROM fatong.consultation_turn t UNION ALL SELECT p::text FROM fatong.labelled_pair p`,
    ),
  )
  return rows.map(({ text }) => text).join('\n')
}

describe('a consultation', () => {
  it('answers with sources out of a library that has to be asked, and asks one thing', async () => {
    const { reply, turn, turnsLeft, rephrasable } = await asked('老板拖欠工钱怎么办')
    expect(reply).toMatchObject({
      answer: { kind: 'answer', guide: { slug: 'wages/boss-will-not-pay' }, likeCases: [{ id: 'case:unpaid' }] },
      asking: { fact: 'contractSigned' },
    })
    expect(reply.answer?.short[0]?.sources[0]).toMatchObject({ kind: 'article', id: 'a1', inForceFrom: '2008-01-01' })
    expect([typeof turn, turnsLeft, rephrasable]).toEqual(['string', 39, false])
  })

  it('goes on with its secret only', async () => {
    const talk = await asked('老板拖欠工钱怎么办')
    const more = await goOn(
      parts,
      parts.nobody,
      input({ ...talk.on, body: { message: { kind: 'answers' as const, fact: 'contractSigned', value: 'no' } } }),
    )
    expect(more).toMatchObject({ ok: true, value: { reply: { asking: { fact: 'whoHired' } }, turn: null } })
    for (const draftSecret of [undefined, '', 'a'.repeat(43)]) {
      expect(
        await goOn(
          parts,
          parts.nobody,
          input({ params: { id: talk.id }, draftSecret, body: { message: says('还有呢') } }),
        ),
      ).toEqual({ ok: false, error: 'notFound' })
      expect(await readConsultation(parts, parts.nobody, input({ params: { id: talk.id }, draftSecret }))).toEqual({
        ok: false,
        error: 'notFound',
      })
    }
    expect(await readConsultation(parts, parts.nobody, input(talk.on))).toMatchObject({
      value: {
        topic: 'wages',
        turns: [{ said: '老板拖欠工钱怎么办' }, { said: '没签' }],
        last: { asking: { fact: 'whoHired' } },
      },
    })
  })

  it('of two messages at once tells the second to look again', async () => {
    const talk = await asked('老板拖欠工钱怎么办')
    const both = await Promise.all(
      ['那要准备什么', '去哪里办'].map((text) =>
        goOn(parts, parts.nobody, input({ ...talk.on, body: { message: says(text) } })),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('reads the law of the day, shows articles by number, and says when there is no source', async () => {
    expect((await asked('2019年借钱利息太高怎么办')).reply.answer?.quotes.map((quote) => quote.source.id)).toContain(
      'a3-old',
    )
    expect((await asked('工钱法第八十二条')).reply.answer).toMatchObject({
      kind: 'article',
      quotes: [{ source: { id: 'a2' } }],
    })
    expect((await asked('公司股权代持协议的效力如何认定')).reply.answer).toMatchObject({
      kind: 'noSource',
      offers: [{ offer: 'ticket' }, {}, {}],
    })
    expect((await asked('x'.repeat(150_000))).reply.answer).toMatchObject({ kind: 'redirect' })
  })

  it('stands sealed: no words, no personal data, no secret in any table', async () => {
    const talk = await asked('我叫王小明，电话13900001234，老板拖欠工钱在甘州的工地')
    const kept = await tables()
    for (const secret of ['王小明', '13900001234', talk.secret]) expect(kept).not.toContain(secret)
    expect(kept).toContain('我叫【姓名1】，电话【电话1】，老板拖欠工钱在甘州的工地')
  })

  it('goes when it is ended or nobody comes back; the masked question stays for a year', async () => {
    const talk = await asked('老板拖欠工钱怎么办，我在等')
    expect(await endConsultation(parts, parts.nobody, input(talk.on))).toMatchObject({ ok: true })
    expect(await readConsultation(parts, parts.nobody, input(talk.on))).toMatchObject({ error: 'notFound' })
    const other = await asked('老板拖欠工钱怎么办，还在等')
    parts.pass(31 * 86_400_000)
    expect(await readConsultation(parts, parts.nobody, input(other.on))).toMatchObject({ error: 'notFound' })
    expect(await parts.stores.consultations.sweep(parts.clock.now())).toBeGreaterThan(0)
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query('SELECT 1 FROM fatong.consultation_turn WHERE session_id = $1 AND question_enc IS NULL', [other.id]),
    )
    expect(rows).toHaveLength(1)
  })
})

describe('goes on elsewhere', () => {
  it('by a code that works once, and the first device knows nothing any more', async () => {
    const talk = await asked('老板拖欠工钱怎么办')
    const given = await handOver(parts, parts.nobody, input(talk.on))
    if (!given.ok) throw new Error(given.error)
    expect(given.value).toMatchObject({
      code: expect.stringMatching(/^[2-9A-Z]{4} [2-9A-Z]{4}$/) as string,
      qrSvg: expect.stringContaining('<svg') as string,
    })
    const taken = await takeOver(parts, parts.nobody, input({ body: { code: given.value.code.toLowerCase() } }))
    if (!taken.ok) throw new Error(taken.error)
    expect(taken.value).toMatchObject({ id: talk.id, topic: 'wages', last: { asking: { fact: 'contractSigned' } } })
    expect(await readConsultation(parts, parts.nobody, input(talk.on))).toMatchObject({ error: 'notFound' })
    expect(await takeOver(parts, parts.nobody, input({ body: { code: given.value.code } }))).toMatchObject({
      error: 'wrongCode',
    })
    const more = await goOn(
      parts,
      parts.nobody,
      input({ params: { id: talk.id }, draftSecret: taken.value.session.secret, body: { message: says('没签') } }),
    )
    expect(more).toMatchObject({ value: { reply: { asking: { fact: 'whoHired' } } } })
  })

  it('to whoever began it signed in, on any of their devices', async () => {
    const own = await citizen(parts),
      stranger = await citizen(parts, '李二')
    const begun = await ask(
      parts,
      own,
      input({ body: { message: says('老板拖欠工钱怎么办'), channel: 'web' as const, learns: false } }),
    )
    const id = begun.ok ? begun.value.session.id : ''
    expect(await myConsultations(parts, own)).toMatchObject({
      value: { items: [{ id, topic: 'wages', title: '老板拖欠工钱怎么办', turns: 1 }] },
    })
    expect(await readConsultation(parts, own, input({ params: { id } }))).toMatchObject({ ok: true })
    expect(await readConsultation(parts, stranger, input({ params: { id } }))).toMatchObject({ error: 'notFound' })
    expect(await myConsultations(parts, stranger)).toMatchObject({ value: { items: [] } })
  })

  it('not after a quarter of an hour', async () => {
    const talk = await asked('老板拖欠工钱怎么办')
    const given = await handOver(parts, parts.nobody, input(talk.on))
    parts.pass(16 * 60_000)
    expect(
      await takeOver(parts, parts.nobody, input({ body: { code: given.ok ? given.value.code : '' } })),
    ).toMatchObject({ error: 'wrongCode' })
  })

  it('into an application with what was answered about legal aid: asked in the talk, judged with articles, not asked again', async () => {
    const talk = await asked('老板拖欠工钱怎么办')
    const say = (message: InputOf<typeof goOnRoute>['body']['message']) =>
      goOn(parts, parts.nobody, input({ ...talk.on, body: { message } }))
    let replied = await say({ kind: 'checksEligibility' })
    expect(replied).toMatchObject({
      value: { reply: { aid: { outcome: 'open' }, asking: { about: 'aid', fact: 'laborClaim' } }, turn: null },
    })
    for (let turn = 0; turn < 20 && replied.ok && replied.value.reply.asking?.about === 'aid'; turn += 1) {
      const { fact = '', choices } = replied.value.reply.asking
      replied = await say({
        kind: 'answers',
        fact,
        value: fact === 'isMigrantWorker' ? 'yes' : (choices[0]?.value ?? 'dontKnow'),
      })
    }
    expect(replied).toMatchObject({
      value: {
        reply: {
          aid: {
            outcome: 'entitled',
            reasons: expect.arrayContaining([
              expect.objectContaining({ citations: [expect.stringContaining('法律援助法')] }),
            ]) as unknown,
          },
        },
      },
    })
    const begun = await startDraft(parts, parts.nobody, input({ body: { data: {} } }))
    if (!begun.ok) throw new Error(begun.error)
    const { draft, secret } = begun.value
    await attachToDraft(
      parts,
      parts.nobody,
      input({ ...talk.on, body: { draftId: draft.id, draftSecret: secret, version: 1 } }),
    )
    expect(
      await readDraft(parts, parts.nobody, input({ params: { id: draft.id }, draftSecret: secret })),
    ).toMatchObject({
      value: {
        data: {
          story: '老板拖欠工钱怎么办',
          facts: { matter: 'laborRemuneration', laborClaim: 'pay', isMigrantWorker: true },
        },
      },
    })
  })

  it('into a draft of an application, leaving what stands there already', async () => {
    const talk = await asked('2024年3月老板拖欠工钱怎么办')
    const begun = await startDraft(parts, parts.nobody, input({ body: { data: { facts: { workPlace: 'here' } } } }))
    if (!begun.ok) throw new Error(begun.error)
    const { draft, secret } = begun.value
    const attach = (draftSecret: string) =>
      attachToDraft(parts, parts.nobody, input({ ...talk.on, body: { draftId: draft.id, draftSecret, version: 1 } }))
    expect(await attach('a'.repeat(43))).toMatchObject({ error: 'notFound' })
    expect(await attach(secret)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(
      await readDraft(parts, parts.nobody, input({ params: { id: draft.id }, draftSecret: secret })),
    ).toMatchObject({
      value: {
        data: {
          story: '2024年3月老板拖欠工钱怎么办',
          happenedOn: '2024-03-31',
          facts: { workPlace: 'here' },
          consultation: { id: talk.id, topic: 'wages', guide: 'wages/boss-will-not-pay' },
        },
      },
    })
    expect(await attach(secret)).toMatchObject({ error: 'changedMeanwhile' })
  })
})

describe('a language model', () => {
  it('is asked apart from the answer, and what it makes up is never shown', async () => {
    const replies = ['老板要按月给工钱。', '按《工钱法》第99条，赔您100万元。']
    const seen: string[] = []
    parts.consultation = {
      library: () => SMALL_LIBRARY,
      model: async (messages) => {
        seen.push(JSON.stringify(messages))
        return replies.shift()
      },
    }
    const talk = await asked('我叫王小明，老板拖欠工钱')
    expect(talk.rephrasable).toBe(true)
    expect(await rephraseAnswer(parts, parts.nobody, input(talk.on))).toMatchObject({
      value: { text: '老板要按月给工钱。' },
    })
    expect(await rephraseAnswer(parts, parts.nobody, input(talk.on))).toMatchObject({ value: { text: null } })
    expect(seen.join()).not.toContain('王小明')
    parts.consultation = { library: () => SMALL_LIBRARY }
    expect(await rephraseAnswer(parts, parts.nobody, input(talk.on))).toMatchObject({ value: { text: null } })
  })
})

describe('quality of answers', () => {
  it('shows what was asked, found nothing, was of no use or called wrong; only to those who look after it', async () => {
    const talk = await asked('老板拖欠工钱，没有用的答复怎么办')
    await asked('公司股权代持协议的效力如何认定')
    const feedback = { ...talk.on, params: { id: talk.id, turn: talk.turn ?? '' } }
    expect(await giveFeedback(parts, parts.nobody, input({ ...feedback, body: { helpful: false } }))).toMatchObject({
      ok: true,
    })
    await flagAnswer(
      parts,
      parts.nobody,
      input({
        body: {
          subjectKind: 'turn' as const,
          subject: talk.turn ?? '',
          reason: 'wrong' as const,
          note: '打我电话13900001234',
        },
      }),
    )
    const quality = await staffWith(parts, 'qualityOfficer', parts.places.center),
      archivist = await staffWith(parts, 'archivist', parts.places.center)
    const show = (how: 'noSource' | 'flagged' | 'unhelpful') =>
      askedQuestions(parts, quality, input({ query: { show: how } }))
    expect(await show('noSource')).toMatchObject({
      value: { items: [{ masked: '公司股权代持协议的效力如何认定' }, {}] },
    })
    for (const how of ['flagged', 'unhelpful'] as const)
      expect(await show(how)).toMatchObject({
        value: { items: [{ id: talk.turn, flags: 1, helpful: false }], next: null },
      })
    expect(await askedQuestions(parts, archivist, input({ query: { show: 'all' as const } }))).toMatchObject({
      error: 'forbidden',
    })
    expect(await consultationFigures(parts, quality, input({ query: { days: 30 } }))).toMatchObject({
      value: {
        noSource: 1,
        unhelpful: 1,
        byTopic: expect.arrayContaining([expect.objectContaining({ topic: 'wages' })]) as unknown,
      },
    })

    const listed = await answerFlags(parts, quality, input({ query: { state: 'open' as const } }))
    const flag = listed.ok ? listed.value.items[0] : undefined
    expect(flag).toMatchObject({
      masked: '老板拖欠工钱，没有用的答复怎么办',
      note: '打我电话【电话1】',
      state: 'open',
      answered: { kind: 'answer', guide: expect.any(String) as string },
    })
    const settle = () =>
      settleFlag(
        parts,
        quality,
        input({ params: { id: flag?.id ?? '' }, body: { outcome: 'corrected' as const, note: '改了指南' } }),
      )
    expect(await settle()).toMatchObject({ ok: true })
    expect(await settle()).toMatchObject({ error: 'notFound' })
    expect(await answerFlags(parts, quality, input({ query: { state: 'settled' as const } }))).toMatchObject({
      value: { items: [{ outcome: 'corrected', settledByName: quality.name }] },
    })
  })

  it('learns from what was opened only with consent and only what the answer showed', async () => {
    const opened = async (learns: boolean, openedArticle: string) => {
      const talk = await asked(`我叫王小明，老板拖欠工钱${learns ? '可以学' : '不要学'}`, learns)
      return giveFeedback(
        parts,
        parts.nobody,
        input({ ...talk.on, params: { id: talk.id, turn: talk.turn ?? '' }, body: { openedArticle } }),
      )
    }
    for (const [learns, article] of [
      [false, 'a1'],
      [true, 'a1'],
      [true, 'a4'],
      [true, 'none'],
    ] as const)
      expect(await opened(learns, article)).toMatchObject({ ok: true })
    expect(await parts.stores.consultationQuality.pairs()).toEqual([
      { question: '我叫【姓名1】，老板拖欠工钱可以学', articleKey: '工钱法#30', origin: 'click' },
    ])
  })
})
