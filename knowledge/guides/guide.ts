import { type CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { type Topic } from '../vocabulary.ts'

/** A written answer to one situation of life (办事指南). Authored as a file, edited and reviewed at the desk. */
export interface Guide {
  /** Permanent part of its address: `wages/boss-will-not-pay`. */
  slug: string
  topic: Topic
  /** As somebody would say it: 老板拖着工资不给怎么办. */
  title: string
  /** Other ways in which people ask the same; searched. */
  asked: string[]
  /** In which situation this guide is right, in a sentence. */
  situation: string
  /** The answer first: one to three short sentences. Each sentence of law stands with its citations. */
  answer: Sentence[]
  /** What to do, one thing a step. */
  steps: Step[]
  papers: string[]
  /** Time limits that can be missed, with what happens then. */
  deadlines: Sentence[]
  where: string
  cost: string
  /** What is often believed and wrong. */
  traps: Sentence[]
  /** Things of the product to offer: check eligibility, apply, calculate, find a point, ask a person. */
  offers: Offer[]
  /** Which calculators are meant by the offer `calculator`, where those of the topic do not fit. */
  calculators?: CalculatorName[]
  emergency?: boolean
  /** What the conversation asks before this answer is sure to fit, one at a time. */
  needs?: Need[]
  /** What changed in the law and has not been held against its text yet (待核); said to everybody who reads the guide. */
  toCheck?: string
  /** Day on which a person last held it against the law. */
  reviewed: string
}

export interface Sentence {
  text: string
  /** `民法典#1062`, `劳动合同法#82`; empty where it states no law. */
  cites: string[]
}

export interface Step {
  text: string
  cites: string[]
}

export const OFFERS = ['eligibility', 'apply', 'points', 'ticket', 'hotline12348', 'mediation', 'calculator'] as const
export type Offer = (typeof OFFERS)[number]

/** A fact that changes the answer, with the answers people give. */
export interface Need {
  /** Unique within the guide and the same fact in every guide: `contractSigned`. */
  fact: string
  question: string
  choices: NeedChoice[]
}

export interface NeedChoice {
  value: string
  label: string
  /** Slug of the guide that is right then; without it this one stays right. */
  guide?: string
  /** What to add to the answer then. */
  says?: Sentence
}
