import { REFUSAL_REASONS, TERMINATION_GROUNDS } from '@fatong/casework/vocabulary.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { articleInWords } from '@fatong/law/citation.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { grantBasis, refusalBasis, type LegalBasis } from '@fatong/law/legal-aid/legal-basis.ts'
import { toldOfTermination } from './handling-papers.ts'
import {
  BLANK,
  assessmentOf,
  authorityOf,
  caseFacts,
  limitDay,
  matterOf,
  recipientOf,
  serviceOf,
  type PaperContext,
  type PaperData,
} from './paper.ts'

/** 《中华人民共和国法律援助法》第三十一条第五项, 第四十二条第三项; the province's rules, which nobody has checked, without an article. */
const inWords = ({ articles, province }: LegalBasis): string[] => [
  ...articles.map(
    ({ article, item }, index) =>
      `${index === 0 ? '《中华人民共和国法律援助法》' : ''}${articleInWords(article, item)}`,
  ),
  ...(province ? ['本省有关法律援助的规定'] : []),
]

const grantedOn = (paper: PaperContext): string[] => {
  const found = assessmentOf(paper)
  return found ? inWords(grantBasis(found)) : []
}
const refusedOn = (paper: PaperContext): string[] => {
  const found = assessmentOf(paper)
  const reasons = paper.state.decision?.reasons ?? []
  return found
    ? inWords(
        refusalBasis(found, {
          meansExceeded: reasons.includes('meansExceeded'),
          personNotEntitled: reasons.includes('notEntitledPerson'),
        }),
      )
    : []
}

export function grantDecision(paper: PaperContext): PaperData<'grantDecision'> {
  const { state, head, now } = paper
  return {
    ...caseFacts(paper),
    applicant: recipientOf(state),
    serviceForm: serviceOf(state),
    reason: state.decision?.note || '申请符合法律援助条件。',
    legalBasis: grantedOn(paper),
    urgent: state.provisional ? 'yes' : 'no',
    assignBy: limitDay(paper, 'assign', now),
    phone: head.phone,
  }
}

export function refuseDecision(paper: PaperContext): PaperData<'refuseDecision'> {
  const { state, head } = paper
  return {
    ...caseFacts(paper),
    applicant: recipientOf(state),
    reasons: [
      ...(state.decision?.reasons ?? []).map((r) => ({ reason: `${REFUSAL_REASONS[r]}。` })),
      { reason: state.decision?.note ?? '' },
    ].filter((r) => r.reason !== ''),
    legalBasis: refusedOn(paper),
    bureau: head.bureauName,
    objectionAddress: head.bureauAddress,
    objectionPhone: head.bureauPhone,
    otherHelp: '您仍可免费咨询：拨打12348，或到就近的公共法律服务站点。',
  }
}

/** Whether the applicant was held when the application was made: it came from custody, or whoever applied says so. */
export const isHeld = ({ form }: Pick<CaseState, 'form'>): boolean =>
  form?.handOn?.through === 'custody' || form?.facts.detained === true

/** AC-9 (待核, so no article is named): the decision told to where the person is held, or to the body that handles the case. */
export function custodyLetter(paper: PaperContext): PaperData<'officialLetter'> {
  const { state, by, head, custodyPlace } = paper
  const { decision } = state
  const name = recipientOf(state)
  const outcome = decision?.outcome === 'granted' ? '给予' : '不予'
  return {
    addressee: custodyPlace ?? authorityOf(state) ?? BLANK,
    caseNumber: state.number,
    recipient: name,
    matter: matterOf(state),
    purpose: 'other',
    body: `${state.form?.handOn?.through === 'custody' ? '由你单位转交的' : ''}在押人员${name}的法律援助申请，本机构已经审查，决定${outcome}法律援助（${decision?.documentNumber ?? ''}）。`,
    contact: by,
    phone: head.phone,
  }
}

/** By what the aid that ends was given: a decision, the letter of an authority (法律援助法 36), or urgency alone (44). */
function givenBy({
  decision,
  letter,
  provisional,
}: CaseState): Pick<
  PaperData<'terminationDecision'>,
  'grantNumber' | 'grantedOn' | 'noticeFrom' | 'noticeNumber' | 'noticeOn' | 'provisionalOn'
> {
  if (decision) return { grantNumber: decision.documentNumber, grantedOn: localDateOf(decision.at) }
  if (letter)
    return {
      noticeFrom: letter.authority,
      noticeNumber: letter.letterNumber,
      noticeOn: localDateOf(letter.receivedAt),
    }
  return provisional ? { provisionalOn: localDateOf(provisional.at) } : {}
}

export function terminationDecision(paper: PaperContext): PaperData<'terminationDecision'> {
  const { state, head } = paper
  const { termination } = state
  const ground = termination?.ground ?? 'TM-8'
  return {
    recipient: recipientOf(state),
    caseNumber: state.number,
    matter: matterOf(state),
    ...givenBy(state),
    ground: TERMINATION_GROUNDS[ground],
    groundItem: `第${'一二三四五六七八'[Number(ground.slice(3)) - 1]}项`,
    facts: `${termination?.explanation ?? ''}（证据：${(termination?.evidence ?? []).join('、')}）`,
    bureau: head.bureauName,
    objectionAddress: head.bureauAddress,
    objectionPhone: head.bureauPhone,
    copyTo: toldOfTermination(state),
  }
}

export function objectionResult(paper: PaperContext): PaperData<'objectionResult'> {
  const { state, head } = paper
  const { objection } = state
  const contested =
    objection?.against === 'terminated'
      ? { number: state.termination?.documentNumber, title: '终止法律援助决定书' }
      : { number: state.decision?.documentNumber, title: '不予法律援助决定书' }
  return {
    objector: recipientOf(state),
    receivedOn: localDateOf(objection?.filedAt ?? paper.now),
    agency: head.agencyName,
    contestedNumber: contested.number ?? '',
    contestedTitle: contested.title,
    claim: objection?.statement ?? '',
    findings: objection?.explanation ?? '',
    outcome: objection?.outcome ?? 'uphold',
    correction: objection?.outcome === 'orderCorrection' ? '请重新审查并作出决定。' : undefined,
    reconsiderationBody: '本级人民政府',
    court: '有管辖权的人民法院',
    phone: head.bureauPhone,
  }
}
