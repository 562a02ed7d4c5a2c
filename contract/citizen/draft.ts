import { z } from 'zod'
import {
  ASKED_GROUPS,
  ASSET_KINDS,
  BURDEN_KINDS,
  FAMILY_RELATIONS,
  SERVICE_FORMS,
  type AssetKind,
  type BurdenKind,
  type FamilyRelation,
  type ServiceForm,
} from '@fatong/casework/vocabulary.ts'
import { MATTERS, type MatterCode } from '@fatong/law/legal-aid/facts.ts'
import { Facts } from '../eligibility.ts'
import { route } from '../route.ts'
import {
  Affiliates,
  Day,
  IdNumber,
  InstantMs,
  MaterialKindCode,
  MaterialView,
  PersonName,
  Phone,
  ProxyRelationCode,
  Uuid,
  needed,
  text,
} from '../values.ts'

export const MatterCodeValue = z.custom<MatterCode>(
  (v) => typeof v === 'string' && Object.hasOwn(MATTERS, v),
  '请选一件要办的事',
)

/** A person as typed in the form. Strict when submitting, loose while drafting. */
export const PersonEntry = z.object({
  name: PersonName,
  idNumber: IdNumber,
  phone: Phone.optional(),
  address: text(200, '住址').optional(),
  ethnicity: text(20, '民族').optional(),
  occupation: text(50, '职业').optional(),
})
export const OpponentEntry = z.object({
  name: needed(100, '对方名称'),
  kind: z.enum(['person', 'organisation']),
  creditCode: z
    .string()
    .trim()
    .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码是 18 位')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** 关联公司 (CF-9) */ affiliates: Affiliates.optional(),
  phone: text(30, '对方电话').optional(),
  address: text(200, '对方地址').optional(),
})

/** Somebody who lives with the applicant. No rule needs them one by one, so nobody has to name them (个人信息保护法 16). */
export const FamilyMember = z.object({
  name: needed(50, '家里人的姓名'),
  relation: z.enum(Object.keys(FAMILY_RELATIONS) as [FamilyRelation, ...FamilyRelation[]], '请选是什么人'),
  occupation: text(50, '做什么').optional(),
  monthlyIncomeFen: z.number().int().min(0).max(1e11).optional(),
})

const ticked = <C extends string>(kinds: Readonly<Record<C, string>>, label: string) =>
  z
    .object({ kinds: z.array(z.enum(Object.keys(kinds) as [C, ...C[]])).max(20), more: text(300, label).optional() })
    .optional()
/** What stands on papers only; no rule needs it, so all of it may be left out (个人信息保护法 16). */
export const ForPapers = z.object({
  /** 户籍所在地 */
  registeredAddress: text(200, '户口地址').optional(),
  groups: z.array(z.enum(ASKED_GROUPS)).max(ASKED_GROUPS.length).optional(),
  assets: ticked<AssetKind>(ASSET_KINDS, '主要财产'),
  burdens: ticked<BurdenKind>(BURDEN_KINDS, '主要困难'),
})

/** Asked for in custody, or through a duty lawyer; only staff who hand it on fill this in (法律援助法 39). */
export const HandOn = z.object({
  through: z.enum(['custody', 'dutyLawyer']),
  askedAt: InstantMs.min(0),
  lateReason: text(500, '晚转交的原因').optional(),
})

export const ApplicationEntry = z.object({
  matter: MatterCodeValue,
  serviceForm: z.enum(Object.keys(SERVICE_FORMS) as [ServiceForm, ...ServiceForm[]]).optional(),
  facts: Facts,
  applicant: PersonEntry,
  proxy: z.object({ person: PersonEntry, relation: ProxyRelationCode }).optional(),
  handOn: HandOn.optional(),
  opponents: z.array(OpponentEntry).min(1, '请写上对方是谁').max(20),
  story: needed(5000, '事情经过'),
  happenedOn: Day.optional(),
  claimFen: z.number().int().min(0).max(1e13).optional(),
  household: z
    .object({ members: z.number().int().min(1).max(30), monthlyIncomeFen: z.number().int().min(0).max(1e11) })
    .optional(),
  family: z.array(FamilyMember).max(29, '最多写 29 位').optional(),
  forPapers: ForPapers.optional(),
  placeId: Uuid.optional(),
  wishes: z
    .object({
      language: text(30, '语言').optional(),
      lawyerGender: z.enum(['female', 'male']).optional(),
      /** 点援 */ lawyerId: Uuid.optional(),
    })
    .optional(),
  consents: z.object({
    notice: z.string().min(1),
    sensitive: z.literal(true, '请单独勾选同意处理敏感个人信息'),
    meansQuery: z.boolean(),
  }),
  pledge: z.literal(true, '请确认以上内容是真实的'),
})
export type ApplicationEntry = z.infer<typeof ApplicationEntry>

/** Half-filled entries: any JSON object up to 100 KB; checked strictly on submission. */
export const DraftData = z
  .record(z.string(), z.unknown())
  .refine((d) => JSON.stringify(d).length <= 100_000, '内容太长，请写短一点')
export const Draft = z.object({
  id: Uuid,
  version: z.number().int(),
  data: DraftData,
  materials: z.array(MaterialView),
  updatedAt: InstantMs,
  expiresAt: InstantMs,
})

/** The secret is returned once; later calls send it in the header X-Draft-Secret. */
export const startDraft = route('POST', '/drafts', 'anyone', '开始填一份申请', {
  body: z.object({ data: DraftData }),
  reply: z.object({ draft: Draft, secret: z.string() }),
  idempotent: true,
})
export const readDraft = route('GET', '/drafts/:id', 'draft', '取回草稿', {
  params: z.object({ id: Uuid }),
  reply: Draft,
})
export const saveDraft = route('PUT', '/drafts/:id', 'draft', '保存草稿', {
  params: z.object({ id: Uuid }),
  body: z.object({ data: DraftData, version: z.number().int() }),
  reply: z.object({ version: z.number().int(), updatedAt: InstantMs }),
})
export const discardDraft = route('DELETE', '/drafts/:id', 'draft', '删除草稿', { params: z.object({ id: Uuid }) })
export const uploadToDraft = route(
  'POST',
  '/drafts/:id/materials',
  'draft',
  '上传材料（请求体就是文件；X-File-Sha256 可选，用来核对）',
  {
    params: z.object({ id: Uuid }),
    query: z.object({ kind: MaterialKindCode, name: z.string().max(200) }),
    reply: MaterialView,
    consumes: 'application/octet-stream',
  },
)
export const viewDraftMaterial = route('GET', '/drafts/:id/materials/:material', 'draft', '看草稿里的材料', {
  params: z.object({ id: Uuid, material: Uuid }),
  produces: '*/*',
})
export const removeDraftMaterial = route('DELETE', '/drafts/:id/materials/:material', 'draft', '删掉一份材料', {
  params: z.object({ id: Uuid, material: Uuid }),
})
/** A citizen's session, or the session of staff who help (帮办代办). */
export const submitApplication = route('POST', '/applications', 'citizenOrStaff', '提交申请', {
  body: z.object({ draftId: Uuid, draftSecret: z.string(), entry: ApplicationEntry }),
  reply: z.object({
    id: z.string(),
    number: z.string(),
    submittedAt: InstantMs,
    dueAt: InstantMs.nullable(),
    officeName: z.string(),
    /** the place that was chosen, when the application was put down elsewhere because the helper may not there */
    chosenOffice: z.string().optional(),
    trackUrl: z.string(),
    qrSvg: z.string(),
  }),
  idempotent: true,
})
