/** The answer first, in one or two sentences a person can act on. */
import type { AidAnswer, AidInput } from './rule-input.ts'
import type { EligibilityParts } from './parts.ts'
import { meansRoute } from './means-route.ts'

/** `elsewhere`: entitled as far as we can see, but by another agency; we hand it over. `needsStaff`: nobody can be asked. */
export type Outcome = 'entitled' | 'notEntitled' | 'elsewhere' | 'open' | 'needsStaff'

export interface Conclusion {
  outcome: Outcome
  headline: string
  text: string
}

/** `askable`: how many questions are left that the person may still be asked. */
export function conclude(overall: AidAnswer, parts: EligibilityParts, input: AidInput, askable: number): Conclusion {
  switch (overall.verdict) {
    case 'holds':
      return { outcome: 'entitled', headline: '可以申请法律援助', text: entitledText(parts) }
    case 'doesNotHold':
    case 'notApplicable':
      return onlyPlaceIsWrong(parts) ? elsewhere(parts) : refused(parts)
    case 'needsFacts':
      return askable === 0 ? needsStaff() : open(input)
    default:
      return overall satisfies never
  }
}

function entitledText({ means }: EligibilityParts): string {
  const route = meansRoute(means)
  switch (route) {
    case 'notified':
      return '办案机关已经发函，不用申请、不查收入，我们直接派律师，不收一分钱。'
    case 'notRequired':
      return '您的情况不看收入，援助律师不收一分钱。'
    case 'checkWaived':
      return '您的情况不用查收入，交一样能说明身份的材料就行，援助律师不收一分钱。'
    case 'threshold':
      return '家里收入没有超过困难标准，援助律师不收一分钱。'
    case 'none':
      return '援助律师不收一分钱。'
    default:
      return route satisfies never
  }
}

const saysOf = (answer: AidAnswer): string => answer.reasons[0]?.says ?? ''

const onlyPlaceIsWrong = ({ matter, person, means, jurisdiction }: EligibilityParts): boolean =>
  jurisdiction.verdict === 'doesNotHold' && ![matter, person, means].some((part) => part.verdict === 'doesNotHold')

const elsewhere = ({ jurisdiction }: EligibilityParts): Conclusion => ({
  outcome: 'elsewhere',
  headline: '这件事归外地的法律援助机构管',
  text: saysOf(jurisdiction),
})

function refused({ matter, person, means, jurisdiction }: EligibilityParts): Conclusion {
  const says = [matter, person].find((part) => part.verdict === 'doesNotHold') ?? refusingMeans(means) ?? jurisdiction
  return {
    outcome: 'notEntitled',
    headline: '按目前说的，还不能申请法律援助',
    text: `${saysOf(says)}您仍然可以递交申请，由工作人员正式答复；不服还能提出异议。`,
  }
}

/** The sum is the sentence people need; that other ways did not apply either is in the reasons. */
const refusingMeans = (means: EligibilityParts['means']): AidAnswer | undefined =>
  means.verdict === 'doesNotHold' ? means.threshold : undefined

const needsStaff = (): Conclusion => ({
  outcome: 'needsStaff',
  headline: '要由工作人员来定',
  text: '您能答的都答了，剩下的由工作人员核定。您可以现在就递交申请。',
})

const open = ({ facts }: AidInput): Conclusion => ({
  outcome: 'open',
  headline: facts.matter === undefined ? '先说说遇到了什么事' : '还差几个问题',
  text: '再答一两个问题就能知道。不清楚的可以跳过，也可以打 12348 问。',
})
