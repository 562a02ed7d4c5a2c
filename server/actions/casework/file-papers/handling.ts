import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { limitDay, matterOf, recipientOf, serviceOf } from '../documents/paper.ts'
import { yuan } from '../documents/sums.ts'
import { dayOf, handledBy, isA, lastBefore, leftBy, type FilePaperContext, type FilePaperData } from './context.ts'

const whose = ({ state }: FilePaperContext) => ({ recipient: recipientOf(state), matter: matterOf(state) })

/** 更换申请审批表: the request, and the decision as soon as there is one. */
export function replacementForm(paper: FilePaperContext): FilePaperData<'replacementForm'> {
  const request = leftBy(paper, 'replacementRequested')
  const { assignment } = paper.before
  const next = paper.history.find(
    (e) => e.version > request.version && isA('replacementRequested', 'replacementDecided')(e),
  )
  const decision = next?.type === 'replacementDecided' ? next : undefined
  return {
    ...whose(paper),
    provider: assignment?.provider.name,
    handlingOrg: assignment?.provider.orgName,
    assignedOn: assignment && localDateOf(assignment.at),
    cause: request.data.by,
    askedBy: request.actor.name,
    askedOn: dayOf(request),
    reason: request.data.reason,
    outcome: decision && (decision.data.approved ? 'approved' : 'refused'),
    explanation: decision?.data.reason,
    approver: decision?.actor.name,
    decidedOn: decision && dayOf(decision),
  }
}

export function fileReturnOpinion(paper: FilePaperContext): FilePaperData<'fileReturnOpinion'> {
  const back = leftBy(paper, 'fileReturned')
  const { file } = paper.state
  return {
    ...whose(paper),
    ...handledBy(paper),
    submittedOn: localDateOf(file?.submittedAt ?? back.at),
    times: `第${file?.returns.length ?? 1}次`,
    reasons: back.data.reasons.map((reason) => ({ reason })),
    mendBy: limitDay(paper, 'fileReturn', back.at),
    reviewer: back.actor.name,
    returnedOn: dayOf(back),
  }
}

export function subsidyRecord(paper: FilePaperContext): FilePaperData<'subsidyRecord'> {
  const approved = leftBy(paper, 'subsidyApproved')
  const { conclusion, file } = paper.state
  return {
    ...whose(paper),
    ...handledBy(paper),
    serviceForm: serviceOf(paper.state),
    concludedOn: conclusion?.concludedOn ?? '',
    submittedOn: file ? localDateOf(file.submittedAt) : '',
    amount: yuan(approved.data.amountFen / 100),
    reviewer: approved.actor.name,
    approvedOn: dayOf(approved),
  }
}

export function returnVisitForm(paper: FilePaperContext): FilePaperData<'returnVisitForm'> {
  const evaluated = leftBy(paper, 'evaluationRecorded')
  const { satisfied } = evaluated.data
  return {
    ...whose(paper),
    ...handledBy(paper),
    concludedOn: paper.state.conclusion?.concludedOn,
    outcome: paper.state.conclusion?.outcome,
    satisfied: satisfied === null ? 'notAsked' : satisfied ? 'yes' : 'no',
    visitor: evaluated.actor.name,
    recordedOn: dayOf(evaluated),
  }
}

export function appraisalForm(paper: FilePaperContext): FilePaperData<'appraisalForm'> {
  const evaluated = leftBy(paper, 'evaluationRecorded')
  const { assignment, conclusion, file } = paper.state
  return {
    ...whose(paper),
    ...handledBy(paper),
    serviceForm: serviceOf(paper.state),
    assignedOn: assignment && localDateOf(assignment.at),
    concludedOn: conclusion?.concludedOn,
    closingDocument: conclusion?.basis,
    returns: `${file?.returns.length ?? 0} 次`,
    grade: evaluated.data.grade,
    note: evaluated.data.note,
    appraiser: evaluated.actor.name,
    appraisedOn: dayOf(evaluated),
  }
}

/** 备考表: how much the file holds, and through whose hands it went. */
export function closingNote(paper: FilePaperContext, holds: string): FilePaperData<'closingNote'> {
  const archived = leftBy(paper, 'caseArchived')
  const handedIn = lastBefore(paper, 'fileSubmitted')
  const reviewed = lastBefore(paper, 'subsidyApproved')
  return {
    ...whose(paper),
    holds,
    handedInBy: handedIn?.actor.name,
    handedInOn: handedIn && dayOf(handedIn),
    reviewer: reviewed?.actor.name,
    reviewedOn: reviewed && dayOf(reviewed),
    archivist: archived.actor.name,
    archivedOn: dayOf(archived),
    shelf: archived.data.shelf,
  }
}
