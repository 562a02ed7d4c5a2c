import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { describe, expect, it } from 'vitest'
import { searcher, shelf } from '../testing/small-library.ts'
import { recapOf } from './recap.ts'
import { newConversation, type Message } from './state.ts'
import { step, type Reach, type Stepped } from './step.ts'

const today = localDate('2026-11-24')
const reach: Reach = {
  searcher,
  ...shelf,
  today,
  named: () => [],
  aid: { parameters: GANSU_PARAMETERS, calendar: KNOWN_CALENDAR },
}
const talk = (...messages: (string | Message)[]): Stepped =>
  messages.reduce<Stepped>(
    (at, message) =>
      step(at.conversation, typeof message === 'string' ? { kind: 'says', text: message } : message, reach),
    { conversation: newConversation(), reply: { says: [], ended: false } },
  )
const recap = ({ conversation, reply }: Stepped): string[] =>
  recapOf(conversation, reply, { guides: shelf.guides, parameters: GANSU_PARAMETERS, today }).split('\n')

describe('what a lawyer reads of a talk', () => {
  it('names what was asked, by which guide it was answered, the facts as they were asked for, the day, and the newest answer with its articles', () => {
    expect(recap(talk('2024年3月老板拖欠工钱怎么办', '没签'))).toEqual([
      '1. 2024年3月老板拖欠工钱怎么办（系统按指南《老板拖欠工钱怎么办》答了）',
      '2. 没签（系统按指南《老板拖欠工钱怎么办》答了）',
      '已经知道的：',
      '· 事情发生的日子：2024年3月31日',
      '· 签了劳动合同吗？ 没签',
      '系统最后答的：',
      '老板必须按月给工钱，拖着不给是违法的。（《工钱法》第30条）',
      '可以投诉，也可以去仲裁。',
      '没签合同，还可以要两倍工钱。（《工钱法》第82条）',
    ])
  })

  it('knows the facts of a guide that an answer led away from', () => {
    expect(recap(talk('老板拖欠工钱怎么办', '没签', '包工头'))).toEqual(
      expect.arrayContaining(['· 签了劳动合同吗？ 没签', '· 是谁叫您来干活的？ 包工头']),
    )
  })

  it('says where nothing was found', () => {
    expect(recap(talk('公司股权代持协议的效力如何认定'))).toEqual([
      '1. 公司股权代持协议的效力如何认定（系统没找到依据）',
    ])
  })

  it('tells what was answered about legal aid, in the words of the questions', () => {
    const lines = recap(
      talk('老板拖欠工钱怎么办', { kind: 'checksEligibility' }, { kind: 'answers', fact: 'laborClaim', value: 'pay' }),
    )
    expect(lines).toEqual(expect.arrayContaining(['· 想要什么？ 把工资要回来']))
    expect(lines.at(-1)).toMatch(/^法律援助条件初步判断：./)
  })

  it('is empty before anything was said, and never longer than its messages allow', () => {
    expect(recapOf(newConversation(), null, { guides: shelf.guides, parameters: GANSU_PARAMETERS, today })).toBe('')
    expect(recap(talk(`公司股权代持${'啊'.repeat(900)}`))[0]?.length).toBeLessThan(330)
  })
})
