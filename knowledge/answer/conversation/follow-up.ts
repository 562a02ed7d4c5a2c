/** Does a message go on with what was asked before? Then both are searched together, and topic and day stay. */
import { type Triage } from '../../triage/triage.ts'
import { type Conversation } from './state.ts'

/** `perhaps`: short enough to be a piece of the matter, but it names nothing of it; it is asked alone first. */
export type Following = 'yes' | 'perhaps' | 'no'

/** Words that need something before them: a condition, or a question about it. */
const GOES_ON =
  /^(?:那|那么|那我|还有|还要|如果|要是|假如|万一|这个|这种|这样|他|她|对方|多久|多长|多少|需要|要准备|去哪|在哪|到哪|怎么(?:申请|办|算|写|告|要|取)|可以|能不能|能|要不要|什么时候|谁|为什么|然后|接下来|没有?(?:合同|证据|欠条))/u
/** A few words about how it is that are no matter by themselves: 没买保险, 我是临时工, 一共八千块, 老板不管. */
const FACT =
  /^(?:(?:我们?|他们)?(?:没有?|有|不)(?!人|给)|我们?(?:就|才|只)?是|(?:老板|公司|单位|厂里|法院|人)(?:也|都|就|还|又|说|不|没|跑|找)|(?:一共|大概|总共|差不多|快|已经|过了|都|才)?[\d一二两三四五六七八九十几半]+多?(?:个|年|月|天|块|万|千|百|元|岁)|要(?:花|多)|材料|打电话|发(?:短信|微信)|住院)/u
const SHORT = 14

export function followsOn(question: Triage, { question: before, topic }: Conversation): Following {
  if (before === undefined) return 'no'
  const other = question.topic !== undefined && question.topic !== topic && (question.topics[0]?.points ?? 0) >= 2
  if (other) return 'no'
  if (GOES_ON.test(question.text)) return 'yes'
  if ([...question.text].length > SHORT) return 'no'
  return FACT.test(question.text) ? 'yes' : 'perhaps'
}
