/** May this person have legal aid: the rules of `law/` ask, one question a turn, until they can answer. */
import { type LocalDate } from '@fatong/law/calendar/dates.ts'
import { type WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { citedPlainly, type Citation } from '@fatong/law/citation.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { type FactKey, type PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import { type Outcome } from '@fatong/law/legal-aid/conclusion.ts'
import { type ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { articleKey } from '../../library/law-text.ts'
import { type Topic } from '../../vocabulary.ts'
import { type Sources } from '../shelf.ts'
import { askAid } from './aid-fact.ts'
import { type Asking } from './state.ts'

export interface AidRules {
  parameters: ParameterSet
  calendar: WorkCalendar
}

export interface AidReply {
  outcome: Outcome
  headline: string
  text: string
  /** Citations as the rules make them: each rule names the articles it was written from. */
  reasons: { says: string; citations: string[] }[]
  /** Ids of those cited articles that the library holds, by how they stand in `citations`. */
  articles?: Record<string, string>
}

/** What the topic already tells; said aloud and open to change. */
const FROM_TOPIC: Readonly<Partial<Record<Topic, PartialFacts>>> = {
  wages: { matter: 'laborRemuneration' },
  workInjury: { matter: 'injuryDamage', injuryKind: 'work' },
  traffic: { matter: 'injuryDamage', injuryKind: 'traffic' },
  violence: { matter: 'domesticViolence' },
  elders: { matter: 'maintenance' },
  divorce: { matter: 'familyMatters' },
  inheritance: { matter: 'familyMatters' },
  socialInsurance: { matter: 'socialInsurance' },
  detained: { matter: 'criminalDefense' },
  victim: { matter: 'criminalVictim' },
}

export const aidFactsOf = (topic: Topic | undefined): PartialFacts =>
  topic === undefined ? {} : (FROM_TOPIC[topic] ?? {})

/** The next question while one is left, and what can be said so far. */
export function judgeAid(
  facts: PartialFacts,
  unknown: readonly FactKey[],
  today: LocalDate,
  rules: AidRules,
  sources: Sources,
): { reply: AidReply; asking?: Asking } {
  const assessed = assess(facts, today, rules.parameters, rules.calendar, unknown)
  const { outcome, headline, text } = assessed.conclusion
  const reasons = assessed.overall.verdict === 'needsFacts' ? [] : assessed.overall.reasons
  const next = assessed.nextQuestions[0]
  return {
    reply: {
      outcome,
      headline,
      text,
      reasons: reasons.map(({ says, citations }) => ({ says, citations: citations.map(citedPlainly) })),
      ...heldOf(
        reasons.flatMap(({ citations }) => citations),
        today,
        sources,
      ),
    },
    ...(next === undefined ? {} : { asking: askAid(next) }),
  }
}

function heldOf(citations: readonly Citation[], today: LocalDate, sources: Sources): Pick<AidReply, 'articles'> {
  const held = citations.flatMap((citation) => {
    const { law, article } = citation
    const id = article === undefined ? undefined : sources.byKey(articleKey(law, article), today)?.id
    return id === undefined ? [] : [[citedPlainly(citation), id] as const]
  })
  return held.length === 0 ? {} : { articles: Object.fromEntries(held) }
}
