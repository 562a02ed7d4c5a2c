import type { EventOf, EventType, RecordedEvent } from '../application/events.ts'

/**
 * 卷宗材料: papers of internal record (rule book 2.2, column 文书). Nobody issues or numbers them: each is drawn from the
 * history of the case whenever somebody opens it, so that a command costs nothing for it.
 */
export const FILE_PAPERS = {
  approvalForm: '法律援助审批表',
  serviceReceipt: '送达回证',
  provisionalRecord: '先行提供法律援助审批记录',
  replacementForm: '更换法律援助人员申请审批表',
  revocationRecord: '撤销原决定记录',
  fileReturnOpinion: '退卷意见',
  subsidyRecord: '法律援助补贴审核与发放记录',
  returnVisitForm: '法律援助案件回访表',
  appraisalForm: '法律援助案卷评查表',
  fileIndex: '卷内目录',
  closingNote: '卷内备考表',
} as const
export type FilePaperKind = keyof typeof FILE_PAPERS

/** Which papers an event leaves in the file. A replacement has one paper, from the request; the decision is written into it. */
const LEFT_BY: Partial<Record<EventType, readonly FilePaperKind[]>> = {
  provisionalAidGranted: ['provisionalRecord'],
  aidGranted: ['approvalForm', 'serviceReceipt'],
  aidRefused: ['approvalForm', 'serviceReceipt'],
  aidTerminated: ['serviceReceipt'],
  replacementRequested: ['replacementForm'],
  correctionCarriedOut: ['revocationRecord'],
  fileSubmitted: ['fileIndex'],
  fileReturned: ['fileReturnOpinion'],
  subsidyApproved: ['subsidyRecord'],
  evaluationRecorded: ['returnVisitForm', 'appraisalForm'],
  caseArchived: ['fileIndex', 'closingNote'],
}
export const filePapersLeftBy = (event: EventType): readonly FilePaperKind[] => LEFT_BY[event] ?? []

export interface FilePaper {
  kind: FilePaperKind
  /** the step of the case that left it; with the kind the address of the paper */
  version: number
  at: RecordedEvent['at']
}

/** The papers of the file in the order of the case. There is one list of contents, that of the last handing in. */
export function filePapersOf(history: readonly Pick<RecordedEvent, 'type' | 'version' | 'at'>[]): FilePaper[] {
  const all = history.flatMap(({ type, version, at }) => filePapersLeftBy(type).map((kind) => ({ kind, version, at })))
  const index = all.findLast(({ kind }) => kind === 'fileIndex')
  return all.filter((paper) => paper.kind !== 'fileIndex' || paper === index)
}

/**
 * What of the file its recipient may take away with their own data (个人信息保护法 45): what was decided about them, what was
 * served on them, and what they said themselves. The rest stays in the office. 审批表 and 退卷意见 hold what somebody thought
 * before anything was decided (过程性信息, 政府信息公开条例 16; the decision itself was given to them with its reasons), 补贴记录
 * and 评查表 are about the work and the pay of others, 卷内目录 and 备考表 about the binding of the file. (设计)
 */
const FOR_RECIPIENT: readonly FilePaperKind[] = [
  'serviceReceipt',
  'provisionalRecord',
  'replacementForm',
  'revocationRecord',
  'returnVisitForm',
]

/** The papers of one's own case that one may read. What another asked about one's lawyer is told once it has been decided. */
export function filePapersForRecipient(history: readonly RecordedEvent[]): FilePaper[] {
  return filePapersOf(history).filter(({ kind, version }) => {
    if (!FOR_RECIPIENT.includes(kind)) return false
    const event = history.find((one) => one.version === version)
    return event?.type !== 'replacementRequested' || event.data.by === 'recipient' || wasDecided(event, history)
  })
}

const wasDecided = (request: RecordedEvent & EventOf<'replacementRequested'>, history: readonly RecordedEvent[]) =>
  history.find(
    ({ type, version }) =>
      version > request.version && (type === 'replacementRequested' || type === 'replacementDecided'),
  )?.type === 'replacementDecided'
