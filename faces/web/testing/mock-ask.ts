/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'
import { Refused } from './refused.ts'
import type { World } from './mock-world.ts'

const ID = '22222222-2222-4222-8222-222222222222',
  TURN = '33333333-3333-4333-8333-333333333333'
const article = {
  kind: 'article' as const,
  key: '劳动合同法#30',
  law: '劳动合同法',
  number: '30',
  id: '96e04ffb-8fb9-5bed-8b93-66199e62adc0.30',
  versionDate: '2012-12-28',
  inForceFrom: '2013-07-01',
  status: 'inForce' as const,
}
const guide = {
  kind: 'guide' as const,
  slug: 'wages/boss-will-not-pay',
  title: '老板拖着工资不给怎么办',
  reviewed: '2026-11-24',
}
const said = (text: string) => ({ text, sources: [article, guide] })
const bare = {
  emergencies: [],
  short: [],
  steps: [],
  deadlines: [],
  traps: [],
  papers: [],
  otherGuides: [],
  quotes: [],
  likeCases: [],
  offers: [],
  on: '2026-11-24',
  notes: [],
  confidence: 0,
}
const ANSWER = {
  ...bare,
  kind: 'answer' as const,
  topic: 'wages' as const,
  short: [said('工资必须给，一分都不能少。')],
  steps: [said('先把记工本、微信聊天留好。'), said('打 12333 或到劳动监察投诉。')],
  deadlines: [said('离开以后一年里要去仲裁。')],
  papers: ['身份证'],
  guide: { ...guide, situation: '干完了活没拿到工资' },
  quotes: [{ source: article, path: '第三章', passage: '这里是条文的原话。', because: ['工资'] }],
  offers: [
    { offer: 'eligibility' as const, says: '看看能不能请免费律师' },
    { offer: 'calculator' as const, says: '算一算欠了多少工资', calculator: 'unpaid-wages' as const },
    { offer: 'points' as const, says: '找最近的服务点' },
    { offer: 'ticket' as const, says: '找人解答' },
  ],
  confidence: 0.8,
}
/** The year was read out of the question. */
const DATED = {
  ...ANSWER,
  on: '2018-12-31',
  notes: [{ code: 'lawOfThatDay' as const, says: '按事情发生那天（2018年12月31日）有效的法律回答。日子不对可以改。' }],
}
const NOT_HELD = {
  ...bare,
  kind: 'noSource' as const,
  short: [{ text: '这里没有查到《婚姻法》第32条。', sources: [] }],
  offers: [{ offer: 'law' as const, says: '到法律库里找' }],
}
const NONE = {
  ...bare,
  kind: 'noSource' as const,
  short: [{ text: '这个问题我没有找到可靠的依据，不想乱说。', sources: [] }],
  offers: [{ offer: 'ticket' as const, says: '把问题留给值班律师' }],
}
const DANGER = {
  ...ANSWER,
  emergencies: [
    {
      level: 'now' as const,
      help: {
        kind: 'violence' as const,
        title: '先保证人安全',
        calls: [{ number: '110', says: '报警' }],
        does: ['离开打人的人。'],
      },
    },
  ],
}
const ASKING = {
  about: 'guide' as const,
  fact: 'left',
  question: '您还在那里干吗？',
  choices: [
    { value: 'yes', label: '还在干' },
    { value: 'no', label: '已经走了' },
  ],
}
const FOREMAN = { ...guide, slug: 'wages/foreman', title: '包工头不给钱怎么办' }
/** A guess, and what else may have been meant. */
const GUESSED = {
  answer: { ...ANSWER, unsure: true, otherGuides: [FOREMAN] },
  asking: {
    about: 'which' as const,
    fact: 'which',
    question: '您说的是哪件事？',
    help: `拿不准，先按“${guide.title}”答在下面。点一下就换成您说的那件。`,
    choices: [
      { value: guide.slug, label: guide.title },
      { value: FOREMAN.slug, label: FOREMAN.title },
      { value: 'none', label: '都不是' },
    ],
  },
  says: [],
  ended: false,
}
const MEANT = { answer: { ...ANSWER, guide: { ...FOREMAN, situation: '包工头跑了' } }, says: [], ended: false }
const reply = (text: string) => (text.includes('那个钱') ? GUESSED : replied(text))
const replied = (text: string) => ({
  answer: text.includes('打我')
    ? DANGER
    : text.includes('2018')
      ? DATED
      : text.includes('工资')
        ? ANSWER
        : text.includes('婚姻法')
          ? NOT_HELD
          : NONE,
  says: [],
  ended: false,
  ...(text.includes('工资') ? { asking: ASKING } : {}),
})

const AID_ASKING = {
  about: 'aid' as const,
  fact: 'isMigrantWorker',
  question: '您是农民工吗？',
  answer: 'yesNo' as const,
  choices: [
    { value: 'yes', label: '是' },
    { value: 'no', label: '不是' },
  ],
}
const AID_OPEN = {
  aid: { outcome: 'open' as const, headline: '还差几个问题', text: '答完就知道能不能申请。', reasons: [] },
  asking: AID_ASKING,
  says: ['按“老板欠工资”来看。不是这件事，就直接打字说您的事。'],
  ended: false,
}
const AID_YES = {
  aid: {
    outcome: 'entitled' as const,
    headline: '可以申请法律援助',
    text: '您说的这些符合条件。',
    reasons: [
      { says: '讨要工资可以申请。', citations: ['《法律援助法》第三十一条'] },
      { says: '农民工讨要工资，不用查收入。', citations: ['《法律援助法》第四十二条', '《法律援助法》第四十二条'] },
    ],
    articles: { '《法律援助法》第四十二条': '96e04ffb-8fb9-5bed-8b93-66199e62adc0.42' },
  },
  says: [],
  ended: false,
}
interface Body {
  message: { kind: string; text?: string; fact?: string; value?: string; day?: string }
  learns?: boolean
}
const QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 9h3v3H9zM13 14h2v2h-2z"/></svg>'
const TAKEN = {
  id: ID,
  topic: 'wages' as const,
  turns: [
    { said: '老板欠我工资不给', kind: 'answer' as const, sources: [] },
    { said: '已经走了', kind: 'answer' as const, sources: [] },
  ],
  last: { answer: ANSWER, says: ['记下了：已经走了。'], ended: false },
  question: '老板欠我工资不给',
  expiresAt: Date.now() + 3_600_000,
}
/** Consultations that went to another device, by world. */
const moved = new WeakSet<World>()

/** Knows about wages and blows; everything else has no source. */
export const ASK_HANDLERS: Record<string, Handler> = {
  'POST /consultation': (world, { body }) => {
    world.told.push({ learns: (body as Body).learns })
    return {
      value: {
        reply: reply((body as Body).message.text ?? ''),
        turn: TURN,
        question: (body as Body).message.text ?? '',
        turnsLeft: 39,
        rephrasable: true,
        session: { id: ID, secret: 's'.repeat(43), expiresAt: Date.now() + 3_600_000 },
      },
    }
  },
  'POST /consultation/:id/messages': (world, { body }) => {
    const { kind, text = '', fact, value, day } = (body as Body).message
    const aid = kind === 'checksEligibility' ? AID_OPEN : fact === AID_ASKING.fact ? AID_YES : undefined
    if (aid) {
      world.told.push({ kind, ...(value === undefined ? {} : { value }) })
      return { value: { question: '老板欠我工资不给', reply: aid, turn: null, turnsLeft: 37, rephrasable: false } }
    }
    if (kind === 'day') world.told.push({ day })
    if (fact === 'which')
      return {
        value: {
          question: '那个钱咋办',
          reply: value === 'none' ? replied('') : MEANT,
          turn: TURN,
          turnsLeft: 38,
          rephrasable: false,
        },
      }
    return {
      value: {
        question: kind === 'says' ? text : '老板欠我工资不给',
        reply:
          kind === 'answers'
            ? { answer: ANSWER, says: [`记下了：${value === 'no' ? '已经走了' : '还在干'}。`], ended: false }
            : reply(kind === 'day' ? '工资' : text),
        turn: TURN,
        turnsLeft: 38,
        rephrasable: false,
      },
    }
  },
  'POST /consultation/:id/code': () => ({
    value: { code: '7K2M 9QXT', url: 'http://localhost/ask/continue#7K2M9QXT', qrSvg: QR, until: Date.now() + 900_000 },
  }),
  'POST /consultation/continue': (world, { body }) => {
    if ((body as { code: string }).code !== '7K2M9QXT' || moved.has(world)) throw new Refused('wrongCode')
    moved.add(world)
    return { value: { ...TAKEN, session: { id: ID, secret: 't'.repeat(43), expiresAt: Date.now() + 3_600_000 } } }
  },
  'GET /consultation/:id': (world) => (moved.has(world) ? undefined : { value: TAKEN }),
  'POST /consultation/flags': (world, { body }) => {
    world.told.push(body)
    return { value: {} }
  },
  'POST /consultation/:id/turns/:turn/feedback': (world, { body }) => {
    world.told.push(body)
    return { value: {} }
  },
  'POST /consultation/:id/rephrase': () => ({ value: { text: '工资一定要给你。先留好记工本，再打 12333。' } }),
  'POST /consultation/:id/attach': (world, { body }) => {
    const { draftId } = body as { draftId: string },
      draft = world.drafts.get(draftId)
    if (!draft) throw new Refused('notFound')
    draft.version += 1
    draft.data = { ...draft.data, story: '老板欠我工资不给\n已经走了', happenedOn: '2026-09-01' }
    return { value: { version: draft.version } }
  },
  'POST /questions': (world, { body, session }) => {
    const {
      question = '',
      phone,
      learns,
      consultation,
    } = body as { question?: string; phone?: string; learns?: boolean; consultation?: { id: string } }
    if (phone === undefined && !world.sessions.has(session ?? '')) throw new Refused('signInNeeded')
    world.told.push({ ticket: learns, ...(consultation ? { brings: consultation.id } : {}) })
    return {
      value: {
        id: ID,
        number: '问2026-00001',
        pledgeAt: Date.UTC(2026, 10, 25, 4),
        emergencies: reply(question).answer.emergencies,
      },
    }
  },
}
