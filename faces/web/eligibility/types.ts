import type { ReplyOf } from '@fatong/contract/route.ts'
import type { assessEligibility } from '@fatong/contract/eligibility.ts'
import type { Facts } from '../matters/codes.ts'

export type Assessment = ReplyOf<typeof assessEligibility>['assessment']
export type Question = Assessment['nextQuestions'][number]
export type FactKey = Question['key']
export type Answer = string | number | boolean
export type Reason = Assessment['overall']['reasons'][number]
export type Citation = Reason['citations'][number]
export type { Facts }
