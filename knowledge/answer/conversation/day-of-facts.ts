/** When it happened, as far as it decides whose law is read: not every day that somebody names is the day of the facts. */
import { partsOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { daysNamedIn, type NamedDay } from './named-days.ts'

/**
 * The day whose law is asked for. A year or month alone stands for its last day: what was new law within it is then already read.
 * None where the years only tell how it came to be (2015年结的婚), or where what is complained of is said to be of now.
 */
export function dayOfFacts(text: string, today: LocalDate): LocalDate | undefined {
  const all = daysNamedIn(text, today)
  const lent = all.filter((found) => LENT.test(spokenOf(text, found, all)))
  const told = all.filter((found) => !isBackground(text, found, all))
  // Interest goes by the day of lending, whenever it is not paid back.
  const meant = isOfNow(text, Math.max(0, ...all.map(({ to }) => to))) ? lent : told
  return meant
    .map(({ day: found }) => (found > today ? today : found))
    .sort()
    .at(-1)
}

/** What lasts from that day on. */
const LASTING =
  /结(?:的|了|过)?婚|领(?:的|了)?证|登记(?:结婚|的$)|嫁|娶|过门|订(?:的|了)?婚|认识|进(?:的|了)?[^，。]{0,4}(?:厂|公司|单位|工地|店)|(?:厂|公司|单位)(?:上班|干活)|入职|入厂|参加工作|开始(?:上班|干)|来[^，。]{0,4}(?:上班|干活)|盖(?:的|了|起)|盖[^，。]{0,3}房|修[^，。]{0,3}房|建[^，。]{0,3}房|出生|生(?:的|了)?(?:娃|孩子|儿子|女儿|老大|老二|小孩)/u
/** An act that may itself be the matter: it is not where the sentence goes on to something else. */
const BEGUN = /签|买|租(?:的|了|下)|承包|包的|分(?:的|到)/u
const LENT = /借|贷款|欠条/u

/** What is said of a day: from it to the next one or the end of its clause; where nothing follows, what stands before it. */
function spokenOf(text: string, found: NamedDay, all: readonly NamedDay[]): string {
  const next = all.find(({ from }) => from >= found.to)?.from ?? text.length
  const after = clauseStart(text.slice(found.to, next))
  if (/[\p{Script=Han}]{2}/u.test(after)) return after
  const before = all.filter(({ to }) => to <= found.from).at(-1)?.to ?? 0
  return (text.slice(before, found.from).split(CLAUSE_END).at(-1) ?? '') + after
}
const CLAUSE_END = /[，。！？；,.!?;\s]/u
const clauseStart = (text: string): string => text.split(CLAUSE_END)[0] ?? ''

function isBackground(text: string, found: NamedDay, all: readonly NamedDay[]): boolean {
  const spoken = spokenOf(text, found, all)
  if (LENT.test(spoken)) return false
  if (LASTING.test(spoken)) return true
  return (
    BEGUN.test(spoken) &&
    text
      .slice(found.to)
      .split(CLAUSE_END)
      .filter((clause) => clause.length > 2).length > 1
  )
}

const OF_NOW = /现在|如今|目前|眼下|今年|这个月|这几天|最近|今天|刚(?!好|开始|结婚|毕业|生)/gu
/** 现在能告吗 asks what to do about what was. */
const ASKS_ONLY =
  /^(?:才|都|还|我|又)?(?:还)?(?:能|可以|可不可以|怎么|咋|该|来得及|有没有|想(?:告|问|要|起诉|知道)|要不要|算|过了|是不是|去|告)/u

/** Is something said to be of now behind the last day named? */
const isOfNow = (text: string, from: number): boolean =>
  [...text.slice(from).matchAll(OF_NOW)].some((match) => {
    const after = text.slice(from + match.index + match[0].length)
    return !ASKS_ONLY.test(after.replace(/^[，,]/u, ''))
  })

const VAGUE = /以前|从前|好几年|前几年|早些年|那年|当年|很久(?:以前|之前)|很多年|多年/u

/** Said to be long ago, but not when: worth a question, as another law may have held. */
export const isVaguelyPast = (text: string, today: LocalDate): boolean =>
  VAGUE.test(text) && dayOfFacts(text, today) === undefined

/** Wide steps are enough: what matters is on which side of the great changes of law it fell. */
export function dayChoices(today: LocalDate): { value: string; label: string }[] {
  const { year } = partsOf(today)
  return [
    { value: today, label: '今年' },
    { value: `${year - 1}-12-31`, label: '去年' },
    { value: `${year - 2}-12-31`, label: `${year - 2}年` },
    { value: '2021-12-31', label: '2021年前后' },
    { value: '2020-12-31', label: '2020年或更早' },
  ]
}
