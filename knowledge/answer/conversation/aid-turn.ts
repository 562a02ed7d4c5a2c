/** Turns of the conversation in which the rules on legal aid ask. */
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import { aidFactsOf, judgeAid } from './aid.ts'
import { readAidValue } from './aid-fact.ts'
import { DONT_KNOW, type Asking, type Conversation } from './state.ts'
import { type Reach, type Stepped } from './step.ts'

const BEGINS = '能不能申请法律援助'

export function startAid(conversation: Conversation, reach: Reach): Stepped {
  const { topic, aid } = conversation
  if (aid !== undefined && aid.topic === topic) return judged(conversation, BEGINS, reach)
  // What was answered for another matter does not hold for this one.
  const facts = aidFactsOf(topic)
  const begun = judged(
    { ...conversation, aid: { facts, unknown: [], ...(topic === undefined ? {} : { topic }) } },
    BEGINS,
    reach,
  )
  if (facts.matter === undefined || begun.reply.aid === undefined) return begun
  return {
    ...begun,
    reply: { ...begun.reply, says: [`按“${MATTERS[facts.matter].plain}”来看。不是这件事，就直接打字说您的事。`] },
  }
}

export function answerAid(
  conversation: Conversation,
  asking: Extract<Asking, { about: 'aid' }>,
  value: string,
  reach: Reach,
): Stepped {
  const { facts, unknown, ...about } = conversation.aid ?? { facts: {}, unknown: [] }
  const key = asking.fact
  if (value === DONT_KNOW)
    return judged({ ...conversation, aid: { ...about, facts, unknown: [...unknown, key] } }, '不清楚', reach)
  const read = readAidValue(key, value)
  if (read === undefined)
    return { conversation, reply: { says: ['没看懂，请按下面的选项答，不清楚就说“不清楚”。'], asking, ended: false } }
  const label = asking.choices.find((choice) => choice.value === value)?.label ?? value
  return judged({ ...conversation, aid: { ...about, facts: { ...facts, [key]: read }, unknown } }, label, reach)
}

function judged(before: Conversation, said: string, reach: Reach): Stepped {
  const { asking: _answered, ...conversation } = before
  if (reach.aid === undefined || conversation.aid === undefined) {
    return {
      conversation,
      reply: { says: ['请点“看看能不能免费请律师”，一题一题答；也可以打 12348 问。'], ended: false },
    }
  }
  const { reply, asking } = judgeAid(
    conversation.aid.facts,
    conversation.aid.unknown,
    reach.today,
    reach.aid,
    reach.sources,
  )
  const turns = [...conversation.turns, { said: said.slice(0, 600), kind: 'aid' as const, sources: [] }]
  const waits = asking === undefined ? {} : { asking }
  return { conversation: { ...conversation, turns, ...waits }, reply: { aid: reply, says: [], ended: false, ...waits } }
}
