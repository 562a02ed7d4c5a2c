import type { NextActor, NextStepCode } from '@fatong/casework/application/next-step.ts'

/** What happens next, in a farmer's words. Said to the applicant. */
export const NEXT_WORDS: Record<NextStepCode, string> = {
  accept: '工作人员正在看您的申请', supply: '请您把缺的材料补上', lookAtSupplied: '您补的材料收到了，工作人员正在看', waitForRemote: '正在请外地机构帮忙核实', review: '工作人员正在审查', decide: '正在作决定',
  completeFormalities: '律师已经安排，请您把手续补齐', decideProvisional: '手续齐了，正在作决定', assign: '正在给您安排律师', assignAnother: '正在给您另外安排一位律师', decideReplacement: '正在核实换人的请求', acceptAssignment: '律师已经派好，等律师确认',
  signAgreement: '律师会联系您签委托协议', firstMeeting: '律师会约您见面', work: '律师正在办您的案子', handInFile: '案子办结，律师在整理材料', reviewFile: '案子办结，正在审查案卷', mendFile: '案子办结，律师在补案卷', evaluate: '案子办结，我们会回访您', archive: '案子办结，正在归档',
  mayObject: '您不同意的话，可以提异议', mayGoToCourt: '您还不同意的话，可以申请行政复议或者到法院起诉', decideObjection: '司法局正在审查您的异议', carryOutCorrection: '正在按要求改正', mayApplyAgain: '材料齐了，随时可以再申请', goToOtherAgency: '请找接手的机构办理', closed: '都办完了',
}
export const YOUR_TURN: readonly NextActor[] = ['applicant']
export const PAUSE_WORDS = {
  supplement: { why: '缺材料，时间先停着，不算您的时间', whatToDo: '把下面列的材料拍照传上来，或送到就近的服务点' },
  remoteVerification: { why: '在请外地机构核实，时间先停着', whatToDo: '您不用做什么，有结果会告诉您' },
} as const
