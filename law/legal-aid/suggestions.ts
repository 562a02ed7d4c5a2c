/** What else to tell the person: never a dead end. */
import { ourChoice, statute, unchecked } from '../citation.ts'
import type { Citation } from '../citation.ts'
import type { EligibilityParts, UrgentAnswer } from './parts.ts'
import type { AidInput } from './rule-input.ts'

export const SUGGESTION_CODES = [
  'freeConsultation',
  'provisionalAid',
  'limitationPassed',
  'handOver',
  'askAuthorityToNotify',
  'protectionOrder',
  'claimUnpaidWagesElsewhere',
  'explainIncomeChange',
] as const
export type SuggestionCode = (typeof SUGGESTION_CODES)[number]

export interface Suggestion {
  code: SuggestionCode
  says: string
  citations: readonly Citation[]
}

export function suggestionsFor(parts: EligibilityParts, urgent: UrgentAnswer, input: AidInput): readonly Suggestion[] {
  const { facts } = input
  const found: Suggestion[] = []
  const add = (code: SuggestionCode, says: string, ...citations: Citation[]): void => {
    found.push({ code, says, citations })
  }
  if (urgent.verdict === 'holds') add('provisionalAid', '事情紧急，可以先派律师、后补手续。', statute('aid', '44'))
  if (urgent.daysLeft !== undefined && urgent.daysLeft < 0) {
    add(
      'limitationPassed',
      '期限看起来过了，但可能因为要过钱、投诉过而重新算，请马上让律师看。',
      statute('laborArbitration', '27'),
    )
  }
  if (parts.jurisdiction.verdict === 'doesNotHold') {
    add('handOver', '我们把申请转给管这件事的法律援助机构，您不用再跑。', unchecked('procedure', '要告诉去哪里'))
  }
  if (facts.matter === 'criminalDefense' && facts.notificationLetter !== true) {
    add(
      'askAuthorityToNotify',
      '没满18岁、聋哑盲、可能判无期死刑等，办案机关应当主动通知我们派律师；没通知的，可以提醒他们。',
      statute('aid', '25'),
      statute('aid', '36'),
    )
  }
  if (facts.matter === 'domesticViolence') {
    add(
      'protectionOrder',
      '有危险先打 110；还可以向法院申请人身安全保护令，不收费。',
      statute('domesticViolence', '23'),
    )
  }
  if (facts.matter === 'laborRemuneration') {
    add('claimUnpaidWagesElsewhere', '也可以同时向劳动监察投诉；劳动仲裁不收费。', statute('laborArbitration', '53'))
  }
  if (parts.means.threshold.verdict === 'doesNotHold' && parts.means.verdict === 'doesNotHold') {
    add('explainIncomeChange', '最近失业、生病等收入变少的，可以说明情况再看。', ourChoice('收入按近12个月平均'))
  }
  add('freeConsultation', '不管能不能申请，咨询都免费：打 12348，或到最近的服务点。', statute('aid', '23'))
  return found
}
