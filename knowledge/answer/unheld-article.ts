/** An article asked for by its number that the library does not hold: said so, rather than answered with something else. */
import { fullNameOf } from '../citation/law-names.ts'
import { replacedByCode } from '../citation/replaced-laws.ts'
import { articleKey, type Day } from '../library/law-text.ts'
import { type Triage } from '../triage/triage.ts'
import { type Answer } from './answer.ts'
import { citesOf } from './from-guide.ts'
import { offersWithoutSource } from './offers.ts'
import { writtenRef } from './references.ts'
import { type Guides } from './shelf.ts'
import { emptyAnswer } from './without-search.ts'

const MOST = 3

/** The code that took the place of a law is named; the way to the library stands first among the offers. */
export function saysNotHeld(question: Triage, on: Day): Answer {
  const named = question.named.slice(0, MOST).map(({ law, number }) => ({ law: fullNameOf(law) ?? law, number }))
  const gone = [...new Set(named.flatMap(({ law }) => replacedByCode(law) ?? []))]
  return {
    ...emptyAnswer(question, on),
    kind: 'noSource',
    short: [
      `这里没有查到${named.map(writtenRef).join('、')}。`,
      ...gone.map((law) => `《${law}》从2021年1月1日起已经废止，现在按《民法典》办。`),
      gone.length > 0
        ? '直接说您遇到了什么事，我按现行法律答。'
        : '可能是条号或名字写得不一样，也可能这部法还没有收进来。可以到法律库里找，或者直接说您遇到了什么事。',
    ].map((text) => ({ text, sources: [] })),
    offers: [{ offer: 'law', says: '到法律库里找' }, ...offersWithoutSource()],
  }
}

/** Where no text is held, a guide that cites the article still answers for it. */
export const speaksOf = ({ named }: Triage, answer: Answer, guides: Guides): boolean => {
  const guide = answer.guide === undefined ? undefined : guides.bySlug(answer.guide.slug)
  const cites = guide === undefined ? new Set<string>() : citesOf(guide)
  return named.some(({ law, number }) => cites.has(articleKey(fullNameOf(law) ?? law, number)))
}
