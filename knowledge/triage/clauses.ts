/** How a clause stands in time and whether it denies, read from everyday words. Coarse on purpose: it only moves help up or down a page. */

/** Clauses end at punctuation and blanks; 但是 and the like begin a new one. */
export const clausesOf = (text: string): string[] =>
  text.split(/[，。！？；、,.!?;:：\s…~～]+|(?=但是|但|可是|不过|现在)/u).filter((clause) => clause !== '')

const NOW =
  /现在|正在|正把|刚刚|刚才|刚(?!开始)|马上|又(?!不)|还在|一直|天天|经常|每天|老是|今天|今晚|今早|昨晚|昨天|快要|要来|这会|此刻|急|救/u
const PAST =
  /以前|从前|(?<![昏晕走拿跑])过去(?!了)|曾经?|小时候|当年|那年|去年|前年|前几年|早些年|[一二两三四五六七八九十几多\d]+(?:个多?月|年)(?:多)?(?:以)?前|上个?月|(?:19|20)\d\d年|那时候?|已经(?:离婚|分手|搬|出院|好了|放|判|报警处理)|放出来|出狱|去世|过世|(?<!一)死了(?![算之])|人没了|好了|处理完|(?:抓|打|骗|关|判|坐|拘留|家暴)过/u

/** 现在不打了: the present is named, and it is over. */
const OVER = /(?:现在|如今|后来)(?:已经|都|也|就|再)?(?:不|没|好|放|出来)/u

export type Time = 'now' | 'past' | 'unsaid'

export function timeOf(text: string): Time {
  if (NOW.test(text) && !OVER.test(text)) return 'now'
  return PAST.test(text) || OVER.test(text) ? 'past' : 'unsaid'
}

/** 没有打我, 不是家暴, 从来没: said about what follows within a few words. */
const DENIAL =
  /(?:没有?|未|不是|不会|并非|不曾|从来没有?|从没|没人|没再|不再|别|不用怕|不敢)(?:人|被|在|想过?|要|再|说|对我?|把我?|什么|怎么|过|真的?)*$/u

/** Is what begins at `at` denied by the words just before it? */
export const deniedBefore = (clause: string, at: number): boolean => DENIAL.test(clause.slice(Math.max(0, at - 10), at))
