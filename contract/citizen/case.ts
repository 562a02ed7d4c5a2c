import { z } from 'zod'
import { route } from '../route.ts'
import { DocumentView, InstantMs, MaterialKindCode, MaterialView, StatusCode, Uuid, needed, text } from '../values.ts'

/** One station of the four same-days, as the citizen sees it. */
export const StepView = z.object({
  step: z.enum(['apply', 'accept', 'decide', 'assign']),
  label: z.string(),
  state: z.enum(['done', 'current', 'paused', 'waiting', 'skipped']),
  at: InstantMs.nullable(),
  dueAt: InstantMs.nullable(),
})
export const CitizenCase = z.object({
  id: Uuid,
  number: z.string(),
  version: z.number(),
  status: StatusCode,
  statusText: z.string(),
  matterText: z.string(),
  applicantName: z.string(),
  submittedAt: InstantMs.nullable(),
  officeName: z.string(),
  officePhone: z.string().nullable(),
  steps: z.array(StepView),
  /** plain sentence, who acts, by when */
  next: z.object({
    text: z.string(),
    by: InstantMs.nullable(),
    yourTurn: z.boolean(),
    legalLimit: z.string().nullable(),
  }),
  paused: z.object({ since: InstantMs, why: z.string(), whatToDo: z.string() }).nullable(),
  supplement: z
    .object({
      items: z.array(z.object({ code: z.string(), wording: z.string() })),
      deadline: z.string(),
      suppliedAt: InstantMs.nullable(),
    })
    .nullable(),
  lawyer: z
    .object({ name: z.string(), firm: z.string(), accepted: z.boolean(), phone: z.string().nullable() })
    .nullable(),
  history: z.array(z.object({ at: InstantMs, text: z.string(), by: z.string() })),
  messages: z.array(z.object({ at: InstantMs, from: z.string(), text: z.string(), mine: z.boolean() })),
  materials: z.array(MaterialView),
  /** uploaded, but no part of the case before they are handed in (`supplyMaterials`) */
  notHandedIn: z.array(MaterialView),
  documents: z.array(DocumentView),
  can: z.object({
    supply: z.boolean(),
    addMaterials: z.boolean(),
    withdraw: z.boolean(),
    object: z.boolean(),
    message: z.boolean(),
    requestReplacement: z.boolean(),
    askToEnd: z.boolean(),
  }),
  /** when the recipient asked for an end of the aid that nobody has decided on yet */
  askedToEndAt: InstantMs.nullable(),
  /** the answer to that request, where the centre found that the aid goes on */
  endDeclined: z.object({ at: InstantMs, reason: z.string() }).nullable(),
})
export type CitizenCase = z.infer<typeof CitizenCase>
const byNumber = z.object({ number: z.string().min(3).max(40) })
const changed = z.object({ version: z.number() })

export const myCases = route('GET', '/citizen/cases', 'citizen', '我的案子', {
  reply: z.object({
    items: z.array(
      z.object({
        number: z.string(),
        status: StatusCode,
        statusText: z.string(),
        matterText: z.string(),
        submittedAt: InstantMs.nullable(),
        yourTurn: z.boolean(),
      }),
    ),
  }),
})
export const readCase = route('GET', '/citizen/cases/:number', 'citizen', '一件案子的进度', {
  params: byNumber,
  reply: CitizenCase,
})
export const uploadToCase = route(
  'POST',
  '/citizen/cases/:number/materials',
  'citizen',
  '给案子上传一份材料（提交补充前先上传）',
  {
    params: byNumber,
    query: z.object({ kind: MaterialKindCode, name: z.string().max(200) }),
    reply: MaterialView,
    consumes: 'application/octet-stream',
  },
)
export const takeBackMaterial = route(
  'DELETE',
  '/citizen/cases/:number/materials/:id',
  'citizen',
  '拿掉一份传上来、还没有交的材料',
  { params: byNumber.extend({ id: Uuid }) },
)
export const supplyMaterials = route('POST', '/citizen/cases/:number/supply', 'citizen', '补交材料', {
  params: byNumber,
  body: z.object({ materialIds: z.array(Uuid).max(30), note: text(1000, '说明') }),
  reply: changed,
  idempotent: true,
})
export const leaveMessage = route('POST', '/citizen/cases/:number/messages', 'citizen', '留言', {
  params: byNumber,
  body: z.object({ text: needed(1000, '留言'), to: z.enum(['agency', 'lawyer']) }),
  reply: changed,
  idempotent: true,
})
export const withdraw = route('POST', '/citizen/cases/:number/withdraw', 'citizen', '撤回申请', {
  params: byNumber,
  body: z.object({ reason: needed(500, '原因') }),
  reply: changed,
  idempotent: true,
})
export const object = route('POST', '/citizen/cases/:number/objection', 'citizen', '提出异议', {
  params: byNumber,
  body: z.object({ statement: needed(3000, '异议理由') }),
  reply: changed,
  idempotent: true,
})
export const requestReplacement = route('POST', '/citizen/cases/:number/replacement', 'citizen', '请求更换承办人', {
  params: byNumber,
  body: z.object({ reason: needed(1000, '原因') }),
  reply: changed,
  idempotent: true,
})
/** TM-6 or TM-7 of 法律援助法 48; the agency decides. */
export const askToEnd = route('POST', '/citizen/cases/:number/end', 'citizen', '请求结束援助', {
  params: byNumber,
  body: z.object({ ground: z.enum(['TM-6', 'TM-7'], '请选一种情况'), reason: needed(1000, '原因') }),
  reply: changed,
  idempotent: true,
})
export const openMaterial = route('GET', '/citizen/cases/:number/materials/:id', 'citizen', '看材料', {
  params: byNumber.extend({ id: Uuid }),
  produces: '*/*',
})
export const openDocument = route('GET', '/citizen/cases/:number/documents/:id', 'citizen', '打开文书（PDF 或 DOCX）', {
  params: byNumber.extend({ id: Uuid }),
  query: z.object({ as: z.enum(['pdf', 'docx']).default('pdf') }),
  produces: 'application/pdf',
})
export const verifyDocument = route('GET', '/verify/:code', 'anyone', '扫码核验文书', {
  params: z.object({ code: z.string().min(10).max(60) }),
  reply: z.object({
    genuine: z.boolean(),
    title: z.string(),
    number: z.string(),
    issuedOn: z.string(),
    agency: z.string(),
    recipientMasked: z.string(),
    sha256: z.string().nullable(),
  }),
})
export const servicePoints = route('GET', '/service-points', 'anyone', '服务点', {
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kindText: z.string(),
        address: z.string(),
        phone: z.string().nullable(),
        openNow: z.boolean().nullable(),
        hoursText: z.string(),
      }),
    ),
  }),
})
