import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { expect, it } from 'vitest'
import { searcher, shelf } from '../testing/small-library.ts'
import { newConversation, type Message } from './state.ts'
import { step, type Reach, type Stepped } from './step.ts'
import { exportConversation, importConversation } from './transfer.ts'

const reach: Reach = {
  searcher,
  ...shelf,
  today: localDate('2026-11-24'),
  named: () => [],
  aid: { parameters: GANSU_PARAMETERS, calendar: KNOWN_CALENDAR },
}
const CHECKS: Message = { kind: 'checksEligibility' }
const said = (text: string): Message => ({ kind: 'says', text })
const after = (before: Stepped, ...messages: Message[]): Stepped =>
  messages.reduce<Stepped>((at, message) => step(at.conversation, message, reach), before)
const talk = (...messages: Message[]): Stepped =>
  after({ conversation: newConversation(), reply: { says: [], ended: false } }, ...messages)

it('does not ask for the matter that the talk is about, and says which it takes', () => {
  const { reply } = talk(said('老板拖欠工钱怎么办'), CHECKS)
  expect(reply.says).toEqual([expect.stringMatching(/^按“.+”来看/)])
  expect(reply.asking).toMatchObject({ about: 'aid', fact: 'laborClaim' })
})

it('goes on where it was left when the same matter was asked about in between', () => {
  const answered = talk(said('老板拖欠工钱怎么办'), CHECKS, { kind: 'answers', fact: 'laborClaim', value: 'pay' })
  const again = after(answered, said('那要准备什么材料'), CHECKS)
  expect(again.conversation.aid?.facts).toEqual({ matter: 'laborRemuneration', laborClaim: 'pay' })
  expect(again.reply.asking).toEqual(answered.reply.asking)
})

it('judges another matter anew', () => {
  const other = talk(
    said('老板拖欠工钱怎么办'),
    CHECKS,
    { kind: 'answers', fact: 'laborClaim', value: 'pay' },
    said('朋友借钱利息太高怎么办'),
    CHECKS,
  )
  expect(other.conversation).toMatchObject({ topic: 'loans', aid: { facts: {}, topic: 'loans' } })
  expect(other.reply.asking).toMatchObject({ fact: 'matter' })
})

it('is carried to another channel with the matter it was begun for', () => {
  const { conversation } = talk(said('老板拖欠工钱怎么办'), CHECKS)
  expect(importConversation(exportConversation(conversation))?.aid).toEqual({
    facts: { matter: 'laborRemuneration' },
    unknown: [],
    topic: 'wages',
  })
})
