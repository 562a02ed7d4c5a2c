/** Next steps: what the product itself can do for this person, in the order in which to offer it. */
import { type CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { calculatorsOf, calculatorsOfTopic } from '../guides/calculators.ts'
import { OFFERS, type Guide, type Offer } from '../guides/guide.ts'
import { type Topic } from '../vocabulary.ts'
import { type Offered } from './answer.ts'

const SAYS: Readonly<Record<Exclude<Offer, 'calculator'>, string>> = {
  eligibility: '看看能不能免费请律师',
  apply: '直接申请法律援助',
  points: '找最近的服务点',
  ticket: '问值班律师',
  hotline12348: '打 12348 问',
  mediation: '申请人民调解',
}
const CALCULATOR_SAYS: Readonly<Record<CalculatorName, string>> = {
  'unpaid-wages': '算一算欠了多少工资',
  overtime: '算一算加班费',
  severance: '算一算辞退补偿',
  'double-pay': '算一算没签合同的双倍工资',
  'annual-leave': '算一算年休假工资',
  limitation: '看看还来得及仲裁吗',
  'last-day': '看看最晚哪天去',
  'disability-benefit': '算一算工伤伤残补助金',
}

/** Where aid, a calculator or mediation may help, by topic; used where no guide says so itself. */
const OF_TOPIC: Readonly<Record<Topic, readonly Offer[]>> = {
  wages: ['eligibility', 'calculator', 'mediation'],
  labourContract: ['calculator', 'eligibility'],
  workInjury: ['eligibility', 'calculator'],
  socialInsurance: ['eligibility'],
  divorce: ['eligibility', 'mediation'],
  children: ['eligibility', 'mediation'],
  elders: ['eligibility', 'mediation'],
  inheritance: ['mediation', 'eligibility'],
  violence: ['eligibility', 'points'],
  traffic: ['eligibility', 'mediation'],
  consumer: ['mediation'],
  loans: ['mediation'],
  neighbours: ['mediation'],
  land: ['eligibility', 'mediation'],
  tenancy: ['mediation'],
  property: ['mediation'],
  victim: ['eligibility'],
  detained: ['eligibility', 'apply'],
  authority: ['eligibility'],
  legalAid: ['eligibility', 'apply', 'points'],
  mediation: ['mediation'],
  notary: ['points'],
  court: ['eligibility'],
  other: [],
}
/** Nobody is left without a person to turn to. */
const ALWAYS: readonly Offer[] = ['points', 'hotline12348', 'ticket']
const PERSON_FIRST: readonly Offer[] = ['ticket', 'hotline12348', 'points']

export function offersFor(topic: Topic | undefined, guide: Guide | undefined): Offered[] {
  const ofGuide = guide !== undefined && guide.offers.length > 0 ? guide : undefined
  const calculators = ofGuide === undefined ? calculatorsOfTopic(topic ?? 'other') : calculatorsOf(ofGuide)
  return listed([...(ofGuide?.offers ?? OF_TOPIC[topic ?? 'other']), ...ALWAYS], calculators)
}

export const offersWithoutSource = (): Offered[] => listed(PERSON_FIRST)

/** Each offer once; in the place of `calculator` every one that fits, so nothing is offered where there is none. */
const listed = (offers: readonly Offer[], calculators: readonly CalculatorName[] = []): Offered[] =>
  [...new Set(offers)]
    .filter((offer) => OFFERS.includes(offer))
    .flatMap((offer): Offered[] =>
      offer === 'calculator'
        ? calculators.map((calculator) => ({ offer, says: CALCULATOR_SAYS[calculator], calculator }))
        : [{ offer, says: SAYS[offer] }],
    )
