/** Does a message go on with what was asked before? Then both are searched together and the topic stays. */
import { type Triage } from '../../triage/triage.ts'
import { type Conversation } from './state.ts'

const GOES_ON =
  /^(?:那|那么|那我|还有|还要|如果|要是|假如|万一|这个|这种|这样|他|她|对方|多久|多长|多少|需要|要准备|去哪|在哪|怎么(?:申请|办|算|写|告|要|取)|可以|能不能|能|要不要|什么时候|谁|为什么|然后|接下来|没有?(?:合同|证据|欠条))/u
const SHORT = 14

export function isFollowUp(question: Triage, { question: before, topic }: Conversation): boolean {
  if (before === undefined) return false
  const other = question.topic !== undefined && question.topic !== topic && (question.topics[0]?.points ?? 0) >= 2
  if (other) return false
  return GOES_ON.test(question.text) || [...question.text].length <= SHORT
}
