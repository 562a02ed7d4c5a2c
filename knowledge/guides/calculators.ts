/** Which calculators the offer `calculator` leads to. */
import { type CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { type Topic } from '../vocabulary.ts'
import { type Guide } from './guide.ts'

/** Where a topic is not named, nothing can be worked out for it. */
const OF_TOPIC: Readonly<Partial<Record<Topic, readonly CalculatorName[]>>> = {
  wages: ['unpaid-wages', 'overtime'],
  labourContract: ['severance', 'double-pay'],
  workInjury: ['disability-benefit'],
}

export const calculatorsOfTopic = (topic: Topic): readonly CalculatorName[] => OF_TOPIC[topic] ?? []

/** Those that the guide names, else those of its topic; none when it offers none. */
export const calculatorsOf = ({
  topic,
  offers,
  calculators,
}: Pick<Guide, 'topic' | 'offers' | 'calculators'>): readonly CalculatorName[] =>
  offers.includes('calculator') ? (calculators ?? calculatorsOfTopic(topic)) : []
