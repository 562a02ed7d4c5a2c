/** What to bring (rule book 1.6, 3.3). Nothing is asked for that the facts already make needless. */
import { ourChoice, seenOnline, statute, unchecked } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { CalculationRule } from '../../rule.ts'
import { meansCheckWaived } from '../means-check-waived/rule.ts'
import { meansNotRequired } from '../means-not-required/rule.ts'
import { notifiedDefence } from '../notified-defence/rule.ts'
import type { PartialFacts } from '../facts.ts'
import type { AidInput } from '../rule-input.ts'
import { urgentProvision } from '../urgent/rule.ts'
import { caseMaterialProofs, waiverProofs } from './proofs.ts'

export const MATERIALS = {
  applicationForm: '法律援助申请表',
  identity: '身份证',
  proxyAuthority: '代办的证明',
  meansStatement: '经济困难状况说明表',
  integrityPledge: '诚信承诺书',
  waiverProof: '身份材料（用来免查收入）',
  caseMaterial: '和这件事有关的材料',
} as const
export type MaterialCode = keyof typeof MATERIALS

export interface MaterialNeed {
  code: MaterialCode
  name: string
  /** `later`: may follow after help has begun. */
  when: 'now' | 'later'
  /** One plain sentence: what exactly, and why. */
  says: string
  /** Any one of these is enough; empty when the name says it all. */
  oneOf: readonly string[]
  citations: readonly Citation[]
}

const regulation = statute('aidRegulation', '17')

/** Papers to bring for what is known so far; those that hang on unknown facts are left out until they are known. */
export function materialsNeeded(input: AidInput): readonly MaterialNeed[] {
  if (notifiedDefence(input).verdict === 'holds') return []
  return [applicationForm(), identity(), ...proxyAuthority(input.facts), ...meansPapers(input), caseMaterial(input)]
}

const need = (
  code: MaterialCode,
  rest: Partial<MaterialNeed> & Pick<MaterialNeed, 'says' | 'citations'>,
): MaterialNeed => ({
  code,
  name: MATERIALS[code],
  when: 'now',
  oneOf: [],
  ...rest,
})

const applicationForm = (): MaterialNeed =>
  need('applicationForm', {
    says: '手机上填好签名就行；写字不方便的，说给工作人员听，由他们代填，您确认签名或按手印。',
    citations: [regulation, unchecked('procedure', '写字困难的可以代填')],
  })

const identity = (): MaterialNeed =>
  need('identity', {
    says: '正反面拍照，字要看得清。',
    oneOf: ['身份证', '户口本', '临时身份证', '其他能证明身份的证件'],
    citations: [regulation],
  })

function proxyAuthority({ applicantRole }: PartialFacts): MaterialNeed[] {
  switch (applicantRole) {
    case undefined:
    case 'self':
    case 'selfMinor':
    case 'other':
      return []
    case 'legalRepresentative':
      return [
        need('proxyAuthority', {
          says: '证明您是父母或监护人。',
          oneOf: ['户口本', '出生证', '指定监护的文书'],
          citations: [regulation],
        }),
      ]
    case 'closeRelative':
      return [
        need('proxyAuthority', {
          says: '证明您和他（她）是亲属。',
          oneOf: ['户口本', '结婚证', '村（居）委会证明'],
          citations: [regulation],
        }),
      ]
    case 'entrusted':
      return [need('proxyAuthority', { says: '本人签名或按手印的委托书，和您自己的身份证。', citations: [regulation] })]
    default:
      return applicantRole satisfies never
  }
}

/** Three different things: not required needs no paper, waived needs proof of who one is, else a statement of means. */
function meansPapers(input: AidInput): MaterialNeed[] {
  if (meansNotRequired(input).verdict === 'holds') return []
  const waived = meansCheckWaived(input)
  if (waived.verdict === 'holds') {
    return [
      need('waiverProof', {
        says: '下面任一种能说明您的身份就行，不用再开收入证明。',
        oneOf: waiverProofs(input),
        citations: [
          statute('aid', '42'),
          seenOnline('procedure', undefined, '旧版所列材料'),
          ourChoice('务工人员的材料从宽'),
        ],
      }),
    ]
  }
  if (waived.verdict === 'needsFacts') return []
  const pledge = statute('aid', '41')
  return [
    need('meansStatement', {
      says: '写清家里几口人、每月大概多少收入，不用盖章。',
      citations: [pledge, unchecked('procedure', '改为本人说明加承诺')],
    }),
    need('integrityPledge', { says: '承诺说的是真话；不愿承诺的，可以让我们去有关部门查。', citations: [pledge] }),
  ]
}

function caseMaterial(input: AidInput): MaterialNeed {
  const urgent = urgentProvision(input).verdict === 'holds'
  return need('caseMaterial', {
    when: urgent ? 'later' : 'now',
    says: urgent ? '事情紧急，手头有什么先交什么，别的以后补。' : '有什么先拍什么，不齐也能先申请，缺的会一次告诉您。',
    oneOf: caseMaterialProofs(input.facts),
    citations: urgent ? [regulation, statute('aid', '44')] : [regulation],
  })
}

export const rule: CalculationRule<PartialFacts> = {
  kind: 'calculation',
  id: 'materials',
  title: '要带什么材料',
  states:
    '申请表、身份证明、代办证明、和事情有关的材料；只有「要看收入」的人才交经济困难说明和承诺。不看收入的免交，免核查的改交身份材料。紧急的可以后补。',
  covers: ['1.6', '3.3', 'MT-2'],
  sources: [regulation, statute('aid', '41'), statute('aid', '42'), statute('aid', '44')],
  calculate: (facts, context) => {
    const needs = materialsNeeded({ ...context, facts })
    return {
      now: needs.filter((one) => one.when === 'now').map((one) => one.code),
      later: needs.filter((one) => one.when === 'later').map((one) => one.code),
      proofs: needs.find((one) => one.code === 'waiverProof')?.oneOf ?? [],
    }
  },
}
