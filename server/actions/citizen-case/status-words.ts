import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Status } from '@fatong/casework/vocabulary.ts'

/** How far the case is, in the applicant's words; what the office does with a finished file is not their concern. */
export const CITIZEN_STATUS: Record<Status, string> = {
  draft: '还没提交',
  submitted: '已提交',
  supplementing: '等您补材料',
  accepted: '已受理',
  verifying: '外地核实中',
  provisional: '已先安排援助',
  granted: '已决定援助',
  refused: '没有批准',
  transferred: '已转外地办理',
  withdrawn: '已撤回',
  notified: '等待指派律师',
  assigned: '已指派律师',
  engaged: '已签协议',
  inProgress: '律师办理中',
  reassigning: '正在换律师',
  concluded: '已办结',
  fileReview: '已办结',
  fileReturned: '已办结',
  subsidyApproved: '已办结',
  evaluated: '已办结',
  archived: '已归档',
  terminated: '援助已终止',
}

/** `waitsForPapers` false: the papers are in and the office looks at them. */
export function statusText(status: Status, waitsForPapers: boolean, objection: CaseState['objection']): string {
  if (objection?.outcome === 'orderCorrection') return '司法局要求改正'
  if (objection && objection.outcome === undefined) return '异议审查中'
  return status === 'supplementing' && !waitsForPapers ? '材料已补，等工作人员看' : CITIZEN_STATUS[status]
}
