/** Next steps: what the product itself can do for this person, in the order in which to offer it. */
import { OFFERS, type Guide, type Offer } from '../guides/guide.ts'
import { type Topic } from '../vocabulary.ts'
import { type Offered } from './answer.ts'

const SAYS: Readonly<Record<Offer, string>> = {
  eligibility: '看看能不能免费请律师',
  apply: '直接申请法律援助',
  points: '找最近的服务点',
  ticket: '问值班律师',
  hotline12348: '打 12348 问',
  mediation: '申请人民调解',
  calculator: '算一算',
}

/** Where aid, a calculator or mediation may help, by topic; used where no guide says so itself. */
const OF_TOPIC: Readonly<Record<Topic, readonly Offer[]>> = {
  wages: ['eligibility', 'calculator', 'mediation'], labourContract: ['calculator', 'eligibility'], workInjury: ['eligibility', 'calculator'],
  socialInsurance: ['eligibility'], divorce: ['eligibility', 'mediation'], children: ['eligibility', 'mediation'], elders: ['eligibility', 'mediation'],
  inheritance: ['mediation', 'eligibility'], violence: ['eligibility', 'points'], traffic: ['eligibility', 'calculator', 'mediation'],
  consumer: ['mediation'], loans: ['calculator', 'mediation'], neighbours: ['mediation'], land: ['eligibility', 'mediation'], tenancy: ['mediation'],
  property: ['mediation'], victim: ['eligibility'], detained: ['eligibility', 'apply'], authority: ['eligibility'], legalAid: ['eligibility', 'apply', 'points'],
  mediation: ['mediation'], notary: ['points'], court: ['eligibility', 'calculator'], other: [],
}
/** Nobody is left without a person to turn to. */
const ALWAYS: readonly Offer[] = ['points', 'hotline12348', 'ticket']
const PERSON_FIRST: readonly Offer[] = ['ticket', 'hotline12348', 'points']

export function offersFor(topic: Topic | undefined, guide: Guide | undefined): Offered[] {
  const own = guide !== undefined && guide.offers.length > 0 ? guide.offers : OF_TOPIC[topic ?? 'other']
  return listed([...own, ...ALWAYS])
}

export const offersWithoutSource = (): Offered[] => listed(PERSON_FIRST)

const listed = (offers: readonly Offer[]): Offered[] =>
  [...new Set(offers)].filter((offer) => OFFERS.includes(offer)).map((offer) => ({ offer, says: SAYS[offer] }))
