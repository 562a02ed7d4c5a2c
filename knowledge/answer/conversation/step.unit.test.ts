import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { searcher, shelf } from '../testing/small-library.ts'
import { dayOfFacts } from './day-of-facts.ts'
import { DONT_KNOW, MOST_TURNS, newConversation, type Conversation, type Message } from './state.ts'
import { step, type Reach, type Stepped } from './step.ts'
import { exportConversation, importConversation } from './transfer.ts'

const today = localDate('2026-11-24')
const reach: Reach = {
  searcher,
  ...shelf,
  today,
  named: (articles, on) => articles.flatMap(({ law, number }) => shelf.sources.byKey(`${law}#${number}`, on) ?? []),
}
const says = (text: string): Message => ({ kind: 'says', text })
const talk = (...messages: (string | Message)[]): Stepped =>
  messages.reduce<Stepped>(
    (at, message) => step(at.conversation, typeof message === 'string' ? says(message) : message, reach),
    { conversation: newConversation(), reply: { says: [], ended: false } },
  )

describe('asks one fact at a time', () => {
  it('answers first and asks for the first need', () => {
    expect(talk('老板拖欠工钱怎么办').reply).toMatchObject({
      answer: { kind: 'answer' },
      asking: { about: 'guide', fact: 'contractSigned', choices: [{}, {}, { value: DONT_KNOW }] },
    })
  })

  it('takes the answer as a choice or as words, adds to the answer and asks on', () => {
    for (const said of [{ kind: 'answers', fact: 'contractSigned', value: 'no' } as const, '没签', '没有']) {
      const { reply, conversation } = talk('老板拖欠工钱怎么办', said)
      expect(reply.asking).toMatchObject({ fact: 'whoHired' })
      expect(conversation.facts).toEqual({ contractSigned: 'no' })
      expect(reply.answer?.short.at(-1)?.text).toBe('没签合同，还可以要两倍工钱。')
    }
  })

  it('does not ask again for what is not known', () => {
    expect(talk('老板拖欠工钱怎么办', '不知道').conversation).toMatchObject({ unknown: ['contractSigned'], facts: {} })
    expect(talk('老板拖欠工钱怎么办', '不知道', '说不准').reply.asking).toBeUndefined()
  })

  it('goes to the guide an answer leads to', () => {
    expect(talk('老板拖欠工钱怎么办', '签了', '包工头').reply.answer?.guide?.slug).toBe('wages/foreman')
  })

  it('turns an answer to no question into a plain word', () => {
    expect(talk({ kind: 'answers', fact: 'contractSigned', value: 'no' }).reply).toMatchObject({
      says: [expect.stringContaining('选')],
    })
    expect(
      talk('老板拖欠工钱怎么办', { kind: 'answers', fact: 'contractSigned', value: '<b>' }).reply.asking,
    ).toMatchObject({ fact: 'contractSigned' })
  })
})

describe('a guide that is a guess', () => {
  const found = (...scores: [slug: string, score: number][]): Reach => ({
    ...reach,
    searcher: {
      search: (_question, { kinds }) => ({
        confidence: 0.95,
        hits:
          kinds === undefined
            ? scores.map(([slug, score]) => ({
                id: `guide:${slug}`,
                kind: 'guide' as const,
                score,
                passage: { from: 0, to: 5 },
                because: [],
              }))
            : [],
      }),
    },
  })
  const guess = found(['wages/boss-will-not-pay', 0.5], ['wages/foreman', 0.4])
  const go = (from: Conversation, message: Message, by = guess) => step(from, message, by)
  const asked = go(newConversation(), says('那个钱咋办'))

  it('answers all the same, and asks first of all which matter was meant', () => {
    expect(asked.reply).toMatchObject({
      answer: { kind: 'answer', unsure: true, guide: { slug: 'wages/boss-will-not-pay' } },
      asking: {
        about: 'which',
        choices: [
          { value: 'wages/boss-will-not-pay', label: '老板拖欠工钱怎么办' },
          { value: 'wages/foreman' },
          { value: 'none', label: '都不是' },
        ],
      },
    })
  })
  it('goes by what was chosen, touched or typed, from then on without doubt', () => {
    const title = asked.reply.asking?.choices[1]?.label ?? ''
    for (const message of [{ kind: 'answers', fact: 'which', value: 'wages/foreman' } as const, says(title)]) {
      const { reply, conversation } = go(asked.conversation, message)
      expect(reply.answer).toMatchObject({ kind: 'answer', guide: { slug: 'wages/foreman' } })
      expect(reply.answer?.unsure).toBeUndefined()
      expect(reply.asking?.about).not.toBe('which')
      expect(conversation).toMatchObject({ guide: 'wages/foreman', question: '那个钱咋办' })
    }
    const first = go(asked.conversation, { kind: 'answers', fact: 'which', value: 'wages/boss-will-not-pay' })
    expect(first.reply.asking).toMatchObject({ about: 'guide', fact: 'contractSigned' })
    expect(go(first.conversation, says('没签')).reply.answer?.guide?.slug).toBe('wages/boss-will-not-pay')
  })
  it('says honestly that nothing is known when it was none of them, and offers a person', () => {
    const { reply } = go(asked.conversation, { kind: 'answers', fact: 'which', value: 'none' })
    expect(reply.answer).toMatchObject({ kind: 'noSource', steps: [] })
    expect(reply.answer?.offers.map(({ offer }) => offer)).toContain('ticket')
    expect(reply.asking).toBeUndefined()
  })
  it('is asked anew with another question, not where the guide fits plainly or stands alone, and takes no other value', () => {
    const chosen = go(asked.conversation, { kind: 'answers', fact: 'which', value: 'wages/foreman' })
    const other = go(chosen.conversation, says('朋友借钱利息太高，该怎么去要回来呢'))
    expect(other.reply.asking?.about).toBe('which')
    const plain = found(['wages/boss-will-not-pay', 0.56], ['wages/foreman', 0.55])
    expect(go(newConversation(), says('老板拖欠工钱怎么办'), plain).reply.asking?.about).toBe('guide')
    expect(go(newConversation(), says('那个钱咋办'), found(['wages/foreman', 0.4])).reply.asking?.about).not.toBe(
      'which',
    )
    expect(go(asked.conversation, { kind: 'answers', fact: 'which', value: 'loans/x' }).reply).toMatchObject({
      says: [expect.stringContaining('选')],
      asking: { about: 'which' },
    })
  })
})

describe('goes on', () => {
  it('keeps topic and question for a short follow-up', () => {
    const { conversation, reply } = talk('老板拖欠工钱怎么办', '那要准备什么材料')
    expect(conversation).toMatchObject({ topic: 'wages', question: '老板拖欠工钱怎么办 那要准备什么材料' })
    expect(reply.answer?.guide?.slug).toBe('wages/boss-will-not-pay')
  })

  it('starts anew with another matter', () => {
    expect(talk('老板拖欠工钱怎么办', '没签', '朋友借钱利息太高怎么办').conversation).toMatchObject({
      topic: 'loans',
      facts: {},
      question: '朋友借钱利息太高怎么办',
    })
  })

  it('asks a few words alone first: another matter is not glued to the one before', () => {
    expect(talk('借钱利息太高怎么办', '按月付给不').conversation).toMatchObject({ question: '按月付给不', facts: {} })
    expect(talk('老板拖欠工钱怎么办', '就这些了').conversation.question).toBe('老板拖欠工钱怎么办 就这些了')
    expect(talk('老板拖欠工钱怎么办', '我是临时来的').conversation.question).toBe('老板拖欠工钱怎么办 我是临时来的')
    expect(talk('借钱利息太高怎么办', '没给工钱，老板跑得找不到人了，去哪里投诉').conversation.topic).toBe('wages')
  })

  it('says that an article is not held, and what took the place of a law that is gone, rather than answering with something else', () => {
    const { reply, conversation } = talk('老板拖欠工钱怎么办', '婚姻法32条')
    expect(reply.answer).toMatchObject({
      kind: 'noSource',
      short: [
        { text: '这里没有查到《婚姻法》第32条。' },
        { text: '《婚姻法》从2021年1月1日起已经废止，现在按《民法典》办。' },
        {},
      ],
      offers: [{ offer: 'law' }, { offer: 'ticket' }, {}, {}],
    })
    expect(conversation.question).toBe('老板拖欠工钱怎么办')
    expect(talk('合同法司法解释二24条').reply.answer?.short[1]?.text).toContain('《合同法》')
    expect(talk('刑诉解释43条').reply.answer).toMatchObject({
      kind: 'noSource',
      short: [{}, { text: expect.stringContaining('法律库') as string }],
    })
  })

  it('answers from a guide that cites the article where its text is not held', () => {
    const hit = { id: 'guide:wages/boss-will-not-pay', kind: 'guide' as const, score: 1, passage: { from: 0, to: 1 } }
    const found = { ...reach, searcher: { search: () => ({ hits: [{ ...hit, because: [] }], confidence: 1 }) } }
    const asked = (text: string) => step(newConversation(), says(text), found).reply.answer
    expect(asked('仲裁法27条')).toMatchObject({ kind: 'answer', guide: { slug: 'wages/boss-will-not-pay' } })
    expect(asked('仲裁法28条')?.kind).toBe('noSource')
  })

  it('shows an article by its number', () => {
    expect(talk('工钱法82条怎么说').reply.answer).toMatchObject({ kind: 'article', quotes: [{ source: { id: 'a2' } }] })
  })

  it('ends after many turns without losing them', () => {
    const { conversation, reply } = talk(...Array.from({ length: MOST_TURNS + 3 }, () => '老板拖欠工钱怎么办'))
    expect(conversation.turns).toHaveLength(MOST_TURNS)
    expect(reply).toMatchObject({ ended: true, says: [expect.stringContaining('12348')] })
    expect(step(conversation, says('我男人拿刀要杀我'), reach)).toMatchObject({
      conversation: { turns: { length: MOST_TURNS } },
      reply: {
        ended: true,
        says: [],
        answer: {
          emergencies: [{ level: 'now', help: { kind: 'violence' } }],
          short: [{ text: expect.stringContaining('12348') as string }],
        },
      },
    })
  })

  it('speaks of no wages to somebody who only says not to want to live', () => {
    const { reply, conversation } = talk('老板拖欠工钱怎么办', '我不想活了')
    expect(reply.answer).toMatchObject({ kind: 'redirect', emergencies: [{ help: { kind: 'suicide' } }], steps: [] })
    expect(conversation.question).toBe('老板拖欠工钱怎么办')
  })
})

describe('the day of the facts', () => {
  it.each([
    ['2019年3月借的钱', '2019-03-31'],
    ['2019年5月6日签的合同', '2019-05-06'],
    ['我去年被辞退', '2025-12-31'],
    ['三年前', '2023-11-24'],
    ['两个月前', '2026-09-24'],
    ['昨天被打', '2026-11-23'],
    ['2018年到2020年的工资', '2020-12-31'],
    ['2026.3.5出的事', '2026-03-05'],
    ['2030年的事', '2026-11-24'],
    ['去年被老板打了，现在能告吗', '2025-12-31'],
    ['2019年借给他三万，现在不还', '2019-12-31'],
    ['2018年被强拆的，现在还能要补偿吗', '2018-12-31'],
    ['2010年结婚，2019年他把我打伤了', '2019-12-31'],
    ['2008年进厂2024年6月被开除', '2024-06-30'],
    ['2019年签的合同有效吗', '2019-12-31'],
    ['三年前结的婚，去年他打断了我的胳膊', '2025-12-31'],
  ])('%s: %s', (text, day) => expect(dayOfFacts(text, today)).toBe(day))

  it.each([
    '我是1960年出生的',
    '2021年修订的法律',
    '老板不给工资',
    '2019年法律',
    '电话20193333',
    '我2015年跟他结婚的，现在想离',
    '2008年进的厂，现在开除我',
    '2019年去世，现在不给分房',
    '2015年结的婚，想离婚',
    '结婚是2015年，他打我',
    '2018年签的合同，老板把我开除了',
    '我去年入职，老板不签合同',
    '三年前结的婚，他打我',
    '2012年盖的房，邻居把墙砌到我家院子里',
    '2017年买的房，楼上漏水',
    '我1998年嫁过来，村上不给我分地',
    '2018年到现在一直欠我工资',
  ])('none in %s', (text) => expect(dayOfFacts(text, today)).toBeUndefined())

  it('reads the law of that day', () => {
    const answer = talk('2019年借钱利息太高怎么办').reply.answer
    expect(answer?.on).toBe('2019-12-31')
    expect(answer?.quotes.map((quote) => quote.source.id)).toContain('a3-old')
    expect(talk('借钱利息太高怎么办', { kind: 'day', day: '2018-01-01' }).reply.answer?.quotes[0]?.source.id).toBe(
      'a3-old',
    )
  })

  it('stays with its matter: another one is answered by the law of today, what goes on by that of the day', () => {
    const other = talk('2018年借给朋友的钱利息太高', '老板拖欠我三个月工钱')
    expect(other.reply.answer).toMatchObject({ on: today, topic: 'wages' })
    expect(other.conversation.day).toBeUndefined()
    expect(talk('2018年借给朋友的钱利息太高', '那利息最高多少').reply.answer?.on).toBe('2018-12-31')
    expect(talk('2018年借给朋友的钱利息太高', '工钱法82条怎么说').reply.answer?.on).toBe(today)
  })

  it('is changed by a day given later', () => {
    const before = talk('2018年借给朋友的钱利息太高')
    const { reply, conversation } = step(before.conversation, { kind: 'day', day: '2023-05-01' }, reach)
    expect(reply.answer).toMatchObject({ on: '2023-05-01', quotes: [{ source: { id: 'a3' } }] })
    expect(conversation).toMatchObject({ day: '2023-05-01', question: '2018年借给朋友的钱利息太高' })
  })

  it('asks for it where it was long ago, and takes no nonsense for a day', () => {
    const { reply } = talk('好几年以前借钱利息最高多少')
    expect(reply.asking).toMatchObject({ about: 'day' })
    expect(talk('好几年以前借钱利息最高多少', '2020年或更早').conversation.day).toBe('2020-12-31')
    expect(talk('借钱利息太高怎么办', { kind: 'day', day: '2024-02-31' }).reply.says[0]).toContain('没看懂')
  })
})

describe('carried to another channel', () => {
  it('comes back as it was, without the question that waited', () => {
    const { conversation } = talk('老板拖欠工钱怎么办', '没签')
    const { asking: _waited, ...rest } = conversation
    expect(importConversation(exportConversation(conversation))).toEqual(rest)
  })

  it.each([
    '',
    'null',
    '[]',
    '{"version":2,"turns":[]}',
    '{"version":1,"turns":[{"said":1}]}',
    '{"version":1}',
    `{"version":1,"turns":[],"x":"${'x'.repeat(500_000)}"}`,
  ])('takes nothing of others: %.40s', (text) => expect(importConversation(text)).toBeUndefined())

  it('drops what is no fact', () => {
    const given = {
      ...newConversation(),
      facts: { a: 'b', c: 7 },
      topic: 'nonsense',
      day: '2024-13-01',
      aid: { facts: { matter: 'toString', isMigrantWorker: true, nothing: 1 }, unknown: ['birthDate', 'x'] },
    }
    expect(importConversation(JSON.stringify(given))).toEqual({
      ...newConversation(),
      facts: { a: 'b' },
      aid: { facts: { isMigrantWorker: true }, unknown: ['birthDate'] },
    } satisfies Conversation)
  })
})
