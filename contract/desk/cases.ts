import { z } from 'zod'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Clock } from '@fatong/casework/application/clocks.ts'
import type { CommandType } from '@fatong/casework/application/commands.ts'
import { FILE_PAPERS, type FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import type { RefusalReason } from '@fatong/casework/vocabulary.ts'
import { Assessment } from '../eligibility.ts'
import { route } from '../route.ts'
import { Cursor, Day, DocumentView, InstantMs, MaterialKindCode, StatusCode, Uuid, page } from '../values.ts'

export const State = z.custom<CaseState>()
export const ClockView = z.custom<Clock>()
export const Light = z.enum(['green', 'amber', 'red', 'paused', 'done'])

/** One line of a queue. */
export const CaseLine = z.object({
  id: Uuid,
  number: z.string(),
  status: StatusCode,
  statusText: z.string(),
  matterText: z.string(),
  applicantName: z.string(),
  placeName: z.string(),
  submittedAt: InstantMs.nullable(),
  light: Light,
  targetAt: InstantMs.nullable(),
  legalDay: z.string().nullable(),
  pausedWhy: z.string().nullable(),
  lawyerName: z.string().nullable(),
  version: z.number(),
  /** messages to the reader's side that nobody there has opened; queues count them, searches do not */
  unread: z.number().int(),
})
export type CaseLine = z.infer<typeof CaseLine>
export const QUEUES = {
  mine: '该我办的',
  accept: '待受理',
  supplement: '待补正',
  decide: '待决定',
  assign: '待指派',
  handling: '承办中',
  closing: '结案审卷',
  objection: '异议',
  all: '全部在办',
} as const
export type QueueName = keyof typeof QUEUES
const QueueCode = z.enum(Object.keys(QUEUES) as [QueueName, ...QueueName[]])

export const queue = route('GET', '/desk/queue', 'staff', '工作队列，先到期的在前', {
  query: z.object({
    queue: QueueCode.default('mine'),
    cursor: Cursor,
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: page(CaseLine).extend({ counts: z.partialRecord(QueueCode, z.number()) }),
})
export const nextCase = route('GET', '/desk/next', 'staff', '下一件该我办的', {
  query: z.object({ after: Uuid.optional() }),
  reply: z.object({ line: CaseLine.nullable() }),
})
export const search = route('GET', '/desk/search', 'staff', '按姓名、编号、手机号查案件', {
  query: z.object({ q: z.string().trim().min(1, '请输入要查的内容').max(60), cursor: Cursor }),
  reply: page(CaseLine),
})
const FilePaperCode = z.enum(Object.keys(FILE_PAPERS) as [FilePaperKind, ...FilePaperKind[]])
export const CasePage = z.object({
  id: Uuid,
  version: z.number(),
  state: State,
  /** messages to the reader's side that nobody there has opened; null for those who do not answer any */
  unread: z.number().int().nullable(),
  clocks: z.array(ClockView),
  matterText: z.string(),
  placeName: z.string(),
  agencyName: z.string(),
  people: z.array(
    z.object({
      personId: z.string(),
      part: z.enum(['applicant', 'proxy']),
      name: z.string(),
      idNumberMasked: z.string().nullable(),
      phoneMasked: z.string().nullable(),
      addressMasked: z.string().nullable(),
      gender: z.string().nullable(),
      age: z.number().nullable(),
    }),
  ),
  assessment: Assessment.nullable(),
  /** reasons by which aid cannot be refused here, each with the sentence and the article that say so */
  closedRefusals: z.array(z.object({ reason: z.custom<RefusalReason>(), why: z.string() })),
  history: z.array(
    z.object({
      version: z.number(),
      at: InstantMs,
      by: z.string(),
      place: z.string().nullable(),
      channel: z.string(),
      text: z.string(),
      detail: z.string().nullable(),
      documentNumber: z.string().nullable(),
    }),
  ),
  documents: z.array(DocumentView),
  /** what the applicant has uploaded and not handed in yet: no part of the case, but a sign that somebody is at it */
  notHandedIn: z.array(z.object({ id: z.string(), kind: MaterialKindCode, addedAt: InstantMs })),
  /** 卷宗材料, drawn from the history when opened; kind and step are the address */
  filePapers: z.array(z.object({ kind: FilePaperCode, title: z.string(), version: z.number().int(), at: InstantMs })),
  /** days offered for a correction, as the district set it */
  supplementDays: z.number().int(),
  commands: z.array(
    z.object({ command: z.custom<CommandType>(), label: z.string(), allowed: z.boolean(), why: z.string().nullable() }),
  ),
})
export type CasePage = z.infer<typeof CasePage>
const byId = z.object({ id: Uuid })
export const readCasePage = route('GET', '/desk/cases/:id', 'staff', '案件页（读取记入日志）', {
  params: byId,
  reply: CasePage,
})
/** The messages of a case were on the screen of somebody who answers them; `version` is the state of the case that was shown. */
export const seeMessages = route('POST', '/desk/cases/:id/messages/seen', 'staff', '留言看过了', {
  params: z.object({ id: Uuid }),
  body: z.object({ version: z.number().int().min(1) }),
})
export const revealPerson = route('POST', '/desk/cases/:id/reveal', 'staff', '查看完整身份证号和手机号（记入日志）', {
  params: byId,
  body: z.object({ personId: z.string(), why: z.string().trim().min(2, '请写明为什么要看').max(200) }),
  reply: z.object({
    idNumber: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    /** what only papers show, where the applicant told it */
    told: z.array(
      z.object({
        what: z.enum(['registeredAddress', 'groups', 'ethnicity', 'occupation', 'family', 'assets', 'burdens']),
        text: z.string(),
      }),
    ),
  }),
})
export const openCaseMaterial = route('GET', '/desk/cases/:id/materials/:material', 'staff', '看材料', {
  params: byId.extend({ material: Uuid }),
  produces: '*/*',
})
export const uploadCaseMaterial = route('POST', '/desk/cases/:id/materials', 'staff', '上传材料', {
  params: byId,
  query: z.object({ kind: z.string().max(40), name: z.string().max(200) }),
  consumes: 'application/octet-stream',
  reply: z.object({ id: Uuid, sha256: z.string() }),
})
export const openCaseDocument = route('GET', '/desk/cases/:id/documents/:document', 'staff', '打开文书', {
  params: byId.extend({ document: Uuid }),
  query: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }),
  produces: 'application/pdf',
})
export const openFilePaper = route(
  'GET',
  '/desk/cases/:id/file/:paper/:version',
  'staff',
  '打开卷宗材料（按案件经过制成，打开记入日志）',
  {
    params: byId.extend({ paper: FilePaperCode, version: z.coerce.number().int().min(1) }),
    query: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }),
    produces: 'application/pdf',
  },
)
export const Candidate = z.object({
  staffId: z.string(),
  name: z.string(),
  orgName: z.string(),
  kindText: z.string(),
  openLoad: z.number(),
  capacity: z.number(),
  banned: z.array(z.string()),
  /** licences that run out within a month */ warnings: z.array(z.string()),
  score: z.number(),
  reasons: z.array(z.object({ says: z.string(), weight: z.number() })),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['ban', 'explain']),
      with: z.string(),
      caseNumber: z.string().optional(),
    }),
  ),
})
export const candidates = route('GET', '/desk/cases/:id/candidates', 'staff', '可指派的人，带理由和利益冲突检查', {
  params: byId,
  reply: z.object({
    items: z.array(Candidate),
    policy: z.string(),
    /** the list is kept under it; to be sent with the choice */ adviceId: z.string(),
  }),
})
export const board = route('GET', '/desk/board', 'staff', '今日四个当天', {
  query: z.object({ day: Day.optional() }),
  reply: z.object({
    day: z.string(),
    steps: z.array(
      z.object({
        step: z.enum(['apply', 'accept', 'decide', 'assign']),
        label: z.string(),
        done: z.number(),
        waiting: z.number(),
        medianMinutes: z.number().nullable(),
        overdueTarget: z.number(),
        overdueLegal: z.number(),
      }),
    ),
    wholeChain: z.object({
      finished: z.number(),
      sameDay: z.number(),
      rate: z.number().nullable(),
      excludedPaused: z.number(),
    }),
    recent: z.array(z.object({ at: InstantMs, number: z.string(), text: z.string() })),
  }),
})
/** Server-sent events: `case` {id, number, status, version} and `ping`. */
export const changes = route('GET', '/desk/changes', 'staff', '变动推送', { produces: 'text/event-stream' })
