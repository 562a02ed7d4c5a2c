/** ND-4, ND-5, I5: where life or death is at stake, three years of practice and three years of criminal defence. */
import { all, doesNotHold, holds, needsFacts, notApplicable } from '../../answer.ts'
import type { Answer } from '../../answer.ts'
import { seenOnline, statute } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import { addMonths } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { AnswerRule } from '../../rule.ts'
import type { CaseToAssign, ProviderFacts } from '../qualification-facts.ts'

const ID = 'three-years-practice'
const statuteSource = statute('aid', '26')
const procedure = seenOnline('procedure', '26')
const YEARS = 3

export function threeYearsPractice(caseFacts: CaseToAssign, provider: ProviderFacts, asOf: LocalDate): Answer {
  if (caseFacts.service !== 'criminalDefense') return notApplicable(ID, '不是刑事辩护。', [statuteSource])
  const grave = isGrave(caseFacts)
  if (grave === undefined)
    return needsFacts(['mayGetLifeOrDeath'], ID, '还要知道可不可能判无期徒刑或死刑。', [statuteSource])
  if (!grave) return notApplicable(ID, '不是可能判无期、死刑或死刑复核的案件。', [statuteSource])
  return all([
    longEnough(provider.practisingSince, 'practisingSince', '律师执业', asOf, statuteSource),
    longEnough(provider.criminalDefenceSince, 'criminalDefenceSince', '刑事辩护', asOf, procedure),
  ])
}

function isGrave({ notifiedGround, mayGetLifeOrDeath }: CaseToAssign): boolean | undefined {
  return notifiedGround === 'ND-4' || notifiedGround === 'ND-5' ? true : mayGetLifeOrDeath
}

/** Three full years: on the third anniversary the lawyer qualifies. */
function longEnough(
  since: LocalDate | undefined,
  fact: string,
  name: string,
  asOf: LocalDate,
  citation: Citation,
): Answer {
  if (since === undefined) return needsFacts([fact], ID, `还没有登记从哪天开始${name}。`, [citation])
  return addMonths(since, YEARS * 12) <= asOf
    ? holds(ID, `${name}满${YEARS}年，符合。`, [citation])
    : doesNotHold(ID, `可能判无期、死刑的案件，承办律师要有${YEARS}年以上${name}经历，这位律师还不满。`, [citation])
}

export const rule: AnswerRule<{ case: CaseToAssign; provider: ProviderFacts }> = {
  kind: 'answer',
  id: ID,
  title: '无期、死刑案件的律师要满三年',
  states:
    '可能判无期徒刑、死刑的人和死刑复核案件的被告人，承办律师要有三年以上相关执业经历（法律）和三年以上刑事辩护经历（程序规定），两样都要。',
  covers: ['ND-4', 'ND-5', 'I5', '10A-10'],
  sources: [statuteSource, procedure],
  decide: (given, { asOf }) => threeYearsPractice(given.case, given.provider, asOf),
}
