import { z } from 'zod'
import type { CommandType } from '@fatong/casework/application/commands.ts'
import {
  CLOSED_BY,
  DECLINE_REASONS,
  REFUSAL_REASONS,
  SUPPLEMENT_ITEMS,
  TERMINATION_GROUNDS,
  URGENT_GROUNDS,
  type ClosedBy,
  type DeclineReason,
  type RefusalReason,
  type SupplementItemCode,
  type TerminationGround,
  type UrgentGround,
} from '@fatong/casework/vocabulary.ts'
import { route, type Route } from '../route.ts'
import { Affiliates, Day, DocumentView, Uuid, needed, text } from '../values.ts'

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]]
const files = z.array(Uuid).max(30).default([])
const review = z.object({ proposal: z.enum(['grant', 'refuse']), note: text(1000, '审查意见') })
const ground = z.enum(keys<TerminationGround>(TERMINATION_GROUNDS), '请选择终止事由')

/** What staff send for each command; the server adds numbers, the lawyer's particulars and the conflict check. */
export const COMMAND_BODIES = {
  acceptApplication: z.object({ review: review.optional() }),
  requestSupplement: z.object({
    items: z
      .array(z.object({ code: z.enum(keys<SupplementItemCode>(SUPPLEMENT_ITEMS)), wording: needed(300, '补正内容') }))
      .min(1, '请至少选一项要补的内容'),
    deadline: Day,
    contradiction: text(500, '矛盾之处').optional(),
  }),
  supplyMaterials: z.object({ materialIds: files, note: text(1000, '说明') }),
  extendSupplement: z.object({ deadline: Day, reason: needed(500, '延长的原因') }),
  confirmDeemedWithdrawn: z.object({}),
  withdrawApplication: z.object({ reason: needed(500, '原因') }),
  transferApplication: z.object({ to: needed(100, '转往的机构'), reason: needed(500, '原因') }),
  startRemoteVerification: z.object({ agency: needed(100, '协作机构'), question: needed(500, '要核查的事') }),
  finishRemoteVerification: z.object({ result: needed(1000, '核查结果') }),
  recordReview: z.object({ review }),
  grantProvisionalAid: z.object({ ground: z.enum(keys<UrgentGround>(URGENT_GROUNDS)), reason: needed(500, '理由') }),
  completeFormalities: z.object({ materialIds: files }),
  grantAid: z.object({ note: text(1000, '决定意见'), delayReason: text(300, '超时原因').optional() }),
  refuseAid: z.object({
    reasons: z.array(z.enum(keys<RefusalReason>(REFUSAL_REASONS))).min(1, '请选择不予援助的理由'),
    explanation: needed(2000, '说明'),
  }),
  assignLawyer: z.object({
    staffId: Uuid,
    /** of the list it was chosen from; both are kept */ adviceId: Uuid.optional(),
    explanation: text(500, '冲突说明').optional(),
    override: text(500, '另选的理由').optional(),
    /** where somebody is defended and no letter named it */ authority: text(100, '办案机关').optional(),
    delayReason: text(300, '超时原因').optional(),
  }),
  acceptAssignment: z.object({}),
  declineAssignment: z.object({
    reason: z.enum(keys<DeclineReason>(DECLINE_REASONS)),
    explanation: needed(500, '说明'),
  }),
  recordEngagement: z.object({ signedOn: Day, materialIds: files, obstacle: text(500, '没能签约的原因').optional() }),
  startWork: z.object({ meetingOn: Day, note: needed(2000, '约见记录') }),
  reportProgress: z.object({ note: needed(2000, '进展'), materialIds: files }),
  reportTerminationGround: z.object({ ground, note: needed(1000, '情况') }),
  declineTermination: z.object({ reason: needed(1000, '理由') }),
  requestReplacement: z.object({ reason: needed(1000, '原因') }),
  decideReplacement: z.object({ approve: z.boolean(), reason: needed(1000, '理由') }),
  terminateAid: z.object({
    ground,
    evidence: z.array(needed(300, '证据')).min(1, '终止要附证据'),
    explanation: needed(2000, '说明'),
  }),
  concludeCase: z.object({
    concludedOn: Day,
    closedBy: z.enum(keys<ClosedBy>(CLOSED_BY), '请选择结案方式'),
    basis: needed(300, '结案依据'),
    outcome: needed(2000, '办理结果'),
    recoveredFen: z.number().int().min(0).max(1e13).optional(),
    materialIds: files,
  }),
  submitFile: z.object({
    report: needed(5000, '结案报告'),
    propertyTaken: z.boolean('请如实写明有没有收受援人的财物'),
    materialIds: files,
  }),
  returnFile: z.object({ reasons: z.array(needed(300, '退卷意见')).min(1, '请写退卷意见') }),
  approveSubsidy: z.object({ amountFen: z.number().int().min(0).max(1e9) }),
  recordEvaluation: z.object({
    satisfied: z.boolean().nullable(),
    grade: z.enum(['excellent', 'good', 'pass', 'fail']),
    note: text(1000, '说明'),
  }),
  archiveCase: z.object({ shelf: needed(100, '存放位置') }),
  fileObjection: z.object({ statement: needed(2000, '异议的内容'), materialIds: files }),
  decideObjection: z.object({ outcome: z.enum(['uphold', 'orderCorrection']), explanation: needed(2000, '理由') }),
  carryOutCorrection: z.object({ note: needed(1000, '改正情况') }),
  addMaterials: z.object({ materialIds: files, note: text(1000, '说明') }),
  nameAffiliates: z.object({ opponent: needed(100, '对方单位'), names: Affiliates.min(1, '请写关联公司的名称') }),
  leaveMessage: z.object({ text: needed(1000, '留言'), to: z.enum(['applicant', 'agency', 'lawyer']) }),
} as const satisfies Partial<Record<CommandType, z.ZodType>>
export type DeskCommand = keyof typeof COMMAND_BODIES
export const DESK_COMMANDS = Object.keys(COMMAND_BODIES) as DeskCommand[]
export type DeskCommandBody<C extends DeskCommand> = z.infer<(typeof COMMAND_BODIES)[C]>

/** Chinese label of each button. */
export const COMMAND_LABELS: Record<DeskCommand, string> = {
  acceptApplication: '受理',
  requestSupplement: '通知补正',
  supplyMaterials: '登记补交的材料',
  extendSupplement: '延长补正期限',
  confirmDeemedWithdrawn: '确认视为撤回',
  withdrawApplication: '登记撤回',
  transferApplication: '转交有管辖的机构',
  startRemoteVerification: '发起异地核查',
  finishRemoteVerification: '核查有结果了',
  recordReview: '填审查意见',
  grantProvisionalAid: '先行提供援助',
  completeFormalities: '手续已补齐',
  grantAid: '决定给予',
  refuseAid: '决定不予',
  assignLawyer: '指派',
  acceptAssignment: '接受指派',
  declineAssignment: '不能接受',
  recordEngagement: '登记签约',
  startWork: '登记首次约见',
  reportProgress: '通报进展',
  reportTerminationGround: '报告应终止情形',
  declineTermination: '不终止援助',
  requestReplacement: '申请更换承办人',
  decideReplacement: '决定是否更换',
  terminateAid: '终止援助',
  concludeCase: '办结',
  submitFile: '交卷',
  returnFile: '退卷',
  approveSubsidy: '核定补贴',
  recordEvaluation: '登记回访评查',
  archiveCase: '归档',
  fileObjection: '登记异议',
  decideObjection: '审查异议',
  carryOutCorrection: '执行改正决定',
  addMaterials: '添加材料',
  nameAffiliates: '记关联公司',
  leaveMessage: '留言',
}

export const CommandReply = z.object({ version: z.number(), status: z.string(), documents: z.array(DocumentView) })
const params = z.object({ id: Uuid })
/** POST /desk/cases/:id/acceptApplication and so on. */
export const COMMAND_ROUTES = Object.fromEntries(
  DESK_COMMANDS.map((c) => [
    c,
    route('POST', `/desk/cases/:id/${c}`, 'staff', COMMAND_LABELS[c], {
      params,
      body: COMMAND_BODIES[c],
      reply: CommandReply,
      idempotent: true,
      ifMatch: true,
    }),
  ]),
) as unknown as { [C in DeskCommand]: Route<typeof params, z.ZodType, (typeof COMMAND_BODIES)[C], typeof CommandReply> }

export const previewDocument = route(
  'POST',
  '/desk/cases/:id/preview/:command',
  'staff',
  '预览将要生成的文书（不编号、不保存）',
  {
    params: params.extend({ command: z.enum(DESK_COMMANDS as [DeskCommand, ...DeskCommand[]]) }),
    body: z.record(z.string(), z.unknown()),
    produces: 'application/pdf',
  },
)
/** 通知辩护、通知代理: a letter from police, procuratorate or court opens a case by itself. */
export const registerNotification = route('POST', '/desk/notifications', 'staff', '登记通知函', {
  body: z.object({
    authority: needed(100, '来函机关'),
    letterNumber: needed(60, '文号'),
    receivedOn: Day,
    ground: z.enum(['ND-1', 'ND-2', 'ND-3', 'ND-4', 'ND-5', 'ND-6', 'ND-7', 'ND-8', 'ND-9', 'ND-10', 'ND-11']),
    stage: z.enum([
      'investigation',
      'prosecution',
      'firstInstance',
      'secondInstance',
      'deathReview',
      'compulsoryTreatment',
    ]),
    defendantName: needed(50, '姓名'),
    birthDate: Day.optional(),
    charge: needed(100, '罪名'),
    coDefendants: z.array(needed(50, '同案人')).max(50).default([]),
  }),
  reply: CommandReply.extend({ id: Uuid, number: z.string() }),
  idempotent: true,
})
