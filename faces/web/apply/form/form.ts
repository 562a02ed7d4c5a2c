import { newHandOn, type HandOnForm } from './hand-on.ts'
import type {
  AskedGroup,
  AssetKind,
  BurdenKind,
  Facts,
  FamilyRelation,
  MatterCode,
  ProxyRelation,
} from '../../matters/codes.ts'

/** What is typed, as typed: text stays text until it is sent. */
export interface PersonForm {
  name: string
  idNumber: string
  phone: string
  address: string
  ethnicity: string
  occupation: string
  registeredAddress: string
}
/** Somebody who lives with the applicant; naming them is a choice. */
export interface FamilyForm {
  name: string
  relation: FamilyRelation | ''
  occupation: string
  monthlyYuan: string
}
export interface OpponentForm {
  name: string
  kind: 'person' | 'organisation' | ''
  creditCode: string
  /** several in one field */ affiliates: string
  phone: string
  address: string
}
/** Ticked from a list, and what is written beside it. */
export interface TickedForm<K extends string> {
  kinds: K[]
  more: string
}
/** 自己 / 替家人 / 帮别人代填 */
export type Who = 'self' | 'family' | 'helping'
export type StepId =
  | 'matter'
  | 'who'
  | 'person'
  | 'opponent'
  | 'story'
  | 'means'
  | 'family'
  | 'hardship'
  | 'photos'
  | 'consent'
  | 'signature'
  | 'review'
  | 'phone'

export interface AnswerGiven {
  key: string
  question: string
  answer: string
}

export interface Form {
  step: StepId
  matter: MatterCode | ''
  who: Who | ''
  applicant: PersonForm
  proxy: PersonForm
  relation: ProxyRelation | ''
  opponents: OpponentForm[]
  story: string
  happenedOn: string
  claimYuan: string
  /** answers to the questions of the rules */
  facts: Facts
  skipped: string[]
  /** those answers as they were asked and given, in order, to be read again before signing */
  answers: AnswerGiven[]
  family: FamilyForm[]
  /** 人员类别 that no answer and no number tells */
  groups: AskedGroup[]
  assets: TickedForm<AssetKind>
  burdens: TickedForm<BurdenKind>
  consents: { notice: string; agreed: boolean; sensitive: boolean; meansQuery: boolean }
  pledge: boolean
  lawyerGender: 'female' | 'male' | ''
  language: string
  /** whom the applicant asks for by name, where the district lets people choose */
  lawyerId: string
  /** only in the assisted flow (AC-10, AC-11) */
  handOn: HandOnForm
}

const person = (): PersonForm => ({
  name: '',
  idNumber: '',
  phone: '',
  address: '',
  ethnicity: '',
  occupation: '',
  registeredAddress: '',
})
export const newFamily = (): FamilyForm => ({ name: '', relation: '', occupation: '', monthlyYuan: '' })
export const isTold = ({ name, relation, occupation, monthlyYuan }: FamilyForm): boolean =>
  [name, relation, occupation, monthlyYuan].some((typed) => typed.trim() !== '')
export const isTicked = ({ kinds, more }: TickedForm<string>): boolean => kinds.length > 0 || more.trim() !== ''
export const newOpponent = (): OpponentForm => ({
  name: '',
  kind: '',
  creditCode: '',
  affiliates: '',
  phone: '',
  address: '',
})
export const newForm = (): Form => ({
  step: 'matter',
  matter: '',
  who: '',
  applicant: person(),
  proxy: person(),
  relation: '',
  opponents: [newOpponent()],
  story: '',
  happenedOn: '',
  claimYuan: '',
  facts: {},
  skipped: [],
  answers: [],
  family: [],
  groups: [],
  assets: { kinds: [], more: '' },
  burdens: { kinds: [], more: '' },
  consents: { notice: '', agreed: false, sensitive: false, meansQuery: false },
  pledge: false,
  lawyerGender: '',
  language: '',
  lawyerId: '',
  handOn: newHandOn(),
})

/** Reads a form kept on the phone or on the server, whatever its age: unknown parts are dropped, missing ones are empty. */
export function readForm(kept: unknown): Form {
  const form = filled(newForm(), kept) as Form
  const { opponents, skipped, family, answers, groups, assets, burdens } = record(kept)
  if (Array.isArray(opponents) && opponents.length > 0)
    form.opponents = opponents.map((one) => filled(newOpponent(), one) as OpponentForm)
  if (Array.isArray(answers))
    form.answers = answers.map((one) => filled({ key: '', question: '', answer: '' }, one) as AnswerGiven)
  if (Array.isArray(family)) form.family = family.map((one) => filled(newFamily(), one) as FamilyForm)
  form.skipped = codes(skipped)
  form.groups = codes(groups)
  form.assets.kinds = codes(record(assets).kinds)
  form.burdens.kinds = codes(record(burdens).kinds)
  form.facts = record(record(kept).facts)
  return form
}

const codes = <K extends string>(value: unknown): K[] =>
  Array.isArray(value) ? value.filter((one): one is K => typeof one === 'string') : []
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

function filled(empty: unknown, kept: unknown): unknown {
  if (Array.isArray(empty)) return empty
  if (typeof empty === 'object' && empty !== null) {
    const given = record(kept)
    return Object.fromEntries(Object.entries(empty).map(([key, value]) => [key, filled(value, given[key])]))
  }
  return typeof kept === typeof empty ? kept : empty
}
