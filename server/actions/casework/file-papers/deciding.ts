import { REFUSAL_REASONS, STATUSES, URGENT_GROUNDS } from '@fatong/casework/vocabulary.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { FORMS } from '../../../documents/kinds.ts'
import { meansTicked } from '../documents/means.ts'
import { assessmentOf, caseFacts, matterOf, opponentsOf, recipientOf, serviceOf } from '../documents/paper.ts'
import { dayOf, isA, lastBefore, leftBy, momentInWords, type FilePaperContext, type FilePaperData } from './context.ts'

const VERDICTS = {
  holds: '符合',
  doesNotHold: '不符合',
  notApplicable: '不适用',
  needsFacts: '还有事实没有问清',
} as const
/** The application on the head of a paper. */
const applied = (paper: FilePaperContext) => {
  const { matter, appliedOn } = caseFacts(paper)
  return {
    applicant: recipientOf(paper.state),
    appliedOn,
    matter,
    serviceForm: serviceOf(paper.state),
    opponent: opponentsOf(paper.state),
  }
}

/** 审批表: the opinion that lay before the approver, and what was decided on it. */
export function approvalForm(paper: FilePaperContext): FilePaperData<'approvalForm'> {
  const decision = leftBy(paper, 'aidGranted', 'aidRefused')
  const { review, provisional, verification } = paper.before
  const accepted = lastBefore(paper, 'applicationAccepted')
  const found = assessmentOf(paper)
  return {
    ...applied(paper),
    means: found ? meansTicked(found) : 'check',
    acceptedBy: accepted?.actor.name,
    acceptedOn: accepted && dayOf(accepted),
    urgent: provisional && `${URGENT_GROUNDS[provisional.ground]}（${momentInWords(provisional.at)}批准）`,
    verified: verification?.result,
    checked: review ? VERDICTS[review.assessmentVerdict] : '',
    proposal: review?.proposal ?? 'grant',
    opinion: review?.note,
    reviewer: review?.by.name ?? '',
    reviewedOn: review ? localDateOf(review.at) : '',
    ...(decision.type === 'aidGranted'
      ? { outcome: 'granted', reasons: [], note: decision.data.note, delayReason: decision.data.delayReason }
      : {
          outcome: 'refused',
          reasons: decision.data.reasons.map((reason) => REFUSAL_REASONS[reason]),
          note: decision.data.explanation,
        }),
    approver: decision.actor.name,
    decidedOn: dayOf(decision),
    decisionNumber: decision.data.documentNumber,
  }
}

const SERVED = {
  aidGranted: FORMS.grantDecision.title,
  aidRefused: FORMS.refuseDecision.title,
  aidTerminated: FORMS.terminationDecision.title,
} as const
export function serviceReceipt(paper: FilePaperContext): FilePaperData<'serviceReceipt'> {
  const decision = leftBy(paper, 'aidGranted', 'aidRefused', 'aidTerminated')
  return {
    addressee: recipientOf(paper.state),
    matter: matterOf(paper.state),
    paper: SERVED[decision.type],
    paperNumber: decision.data.documentNumber,
    paperOn: dayOf(decision),
  }
}

export function provisionalRecord(paper: FilePaperContext): FilePaperData<'provisionalRecord'> {
  const given = leftBy(paper, 'provisionalAidGranted')
  const completed = paper.history.find((e) => e.version > given.version && isA('formalitiesCompleted')(e))
  return {
    ...applied(paper),
    recordNumber: given.data.documentNumber,
    ground: given.data.ground,
    reason: given.data.reason,
    approver: given.actor.name,
    approvedAt: momentInWords(given.at),
    formalitiesOn: completed && dayOf(completed),
  }
}

export function revocationRecord(paper: FilePaperContext): FilePaperData<'revocationRecord'> {
  const correction = leftBy(paper, 'correctionCarriedOut')
  const { objection, termination, decision } = paper.before
  const terminated = objection?.against === 'terminated'
  const contested = terminated ? termination : decision
  const order = lastBefore(paper, 'objectionDecided')
  return {
    applicant: recipientOf(paper.state),
    matter: matterOf(paper.state),
    contestedTitle: SERVED[terminated ? 'aidTerminated' : 'aidRefused'],
    contestedNumber: contested?.documentNumber ?? '',
    contestedOn: contested ? localDateOf(contested.at) : '',
    objectedOn: objection ? localDateOf(objection.filedAt) : '',
    orderNumber: order?.data.documentNumber ?? '',
    orderedOn: order ? dayOf(order) : '',
    orderedBecause: order?.data.explanation,
    note: correction.data.note,
    status: STATUSES[paper.state.status],
    correctedBy: correction.actor.name,
    correctedOn: dayOf(correction),
  }
}
