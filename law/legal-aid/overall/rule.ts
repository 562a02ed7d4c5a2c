/** The whole answer: matter, person, money and place together. Its examples are whole stories. */
import { statute } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { assess } from '../eligibility.ts'
import type { PartialFacts } from '../facts.ts'
import { meansRoute } from '../means-route.ts'

export const rule: CalculationRule<PartialFacts> = {
  kind: 'calculation',
  id: 'overall',
  title: '合起来看',
  states:
    '事项、申请人、经济条件（或者法定不看、不查）、归哪里管，四样都符合就给；办案机关发函的不走申请。不知道的先问，不当成「不符合」。',
  covers: ['AC-6', 'MT-4', 'LA-09', '10A-1'],
  sources: [statute('aid', '31'), statute('aid', '32'), statute('aid', '42'), statute('aid', '43')],
  calculate: (facts, { asOf, parameters, calendar }) => {
    const found = assess(facts, asOf, parameters, calendar)
    return {
      verdict: found.overall.verdict,
      outcome: found.conclusion.outcome,
      route: meansRoute(found.means),
      asks: found.nextQuestions.map((question) => question.key),
      says: `${found.conclusion.headline}。${found.conclusion.text}`,
    }
  },
}
