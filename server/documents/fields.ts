import { z } from 'zod'

/** How a field is written into a document. */
export type Writing =
  | { as: 'text' }
  | { as: 'day' }
  | { as: 'picture' }
  | { as: 'choice'; options: Readonly<Record<string, string>> }
  | { as: 'choices'; options: Readonly<Record<string, string>> }
  | { as: 'list'; item: z.ZodObject }
  | { as: 'lines' }

/** What is remembered about a field: its Chinese name, which is also its tag in Word, and how it is written. */
export interface FieldNote {
  label: string
  writing: Writing
}
/** Keyed by the schema of the field. */
export const fieldNotes = new WeakMap<object, FieldNote>()

function noted<T extends z.ZodType>(schema: T, label: string, writing: Writing): T {
  fieldNotes.set(schema, { label, writing })
  return schema
}

const MAX_TEXT = 5000
const plain = (label: string) =>
  z
    .string()
    .max(MAX_TEXT, `${label}太长`)
    .refine(
      (s) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u.test(s),
      `${label}里有看不见的特殊字符`,
    )

/** Text that must be there. */
export const text = (label: string) =>
  noted(
    plain(label).refine((s) => s.trim() !== '', `缺少${label}`),
    label,
    { as: 'text' },
  )
/** Text that may be missing; the place stays blank. */
export const optionalText = (label: string) => noted(plain(label).optional(), label, { as: 'text' })
/** A day `YYYY-MM-DD`, written 2026年11月23日. */
export const day = (label: string) =>
  noted(z.iso.date({ error: `${label}要写成 2026-11-23 的样子` }), label, { as: 'day' })
export const optionalDay = (label: string) =>
  noted(z.iso.date({ error: `${label}要写成 2026-11-23 的样子` }).optional(), label, { as: 'day' })
/** PNG bytes; the place stays blank without them. */
export const optionalPicture = (label: string) =>
  noted(z.instanceof(Uint8Array).refine(isPng, `${label}不是 PNG 图片`).optional(), label, { as: 'picture' })
/** One of several, written with boxes: ☑本人申请　☐代为申请. */
export function choice<const O extends Readonly<Record<string, string>>>(label: string, options: O) {
  return noted(
    z.enum(Object.keys(options) as [keyof O & string, ...(keyof O & string)[]], { error: `请选择${label}` }),
    label,
    { as: 'choice', options },
  )
}
/** One of several, or none where nobody said: then every box is left to the pen. */
export const optionalChoice = <const O extends Readonly<Record<string, string>>>(label: string, options: O) =>
  noted(
    z.enum(Object.keys(options) as [keyof O & string, ...(keyof O & string)[]], { error: `请选择${label}` }).optional(),
    label,
    { as: 'choice', options },
  )
/** Any number of several, written with boxes; none known leaves all of them for the pen. */
export function choices<const O extends Readonly<Record<string, string>>>(label: string, options: O) {
  const one = z.enum(Object.keys(options) as [keyof O & string, ...(keyof O & string)[]], { error: `${label}不对` })
  return noted(z.array(one).max(Object.keys(options).length, `${label}太多`).optional(), label, {
    as: 'choices',
    options,
  })
}
/** Rows of a table or numbered points; at least `least`. */
export function list<S extends z.ZodRawShape>(label: string, item: S, least = 1) {
  const row = z.object(item)
  return noted(z.array(row).min(least, `${label}不能为空`).max(300, `${label}太多`), label, { as: 'list', item: row })
}
/** Several short texts, written one after another with 、 between. */
export const lines = (label: string, least = 1) =>
  noted(z.array(plain(label)).min(least, `${label}不能为空`).max(50), label, { as: 'lines' })

const MAX_PICTURE_BYTES = 2_000_000
function isPng(bytes: Uint8Array): boolean {
  return (
    bytes.length > 33 &&
    bytes.length <= MAX_PICTURE_BYTES &&
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((b, i) => bytes[i] === b)
  )
}

/** Fields every issued document has. */
export const everyDocument = {
  documentNumber: text('文书编号'),
  agencyName: text('机构名称'),
  issuedOn: day('签发日期'),
  verifyUrl: noted(z.url({ protocol: /^https?$/, error: '核验网址不对' }).max(300), '核验网址', { as: 'text' }),
}
/** Fields of every paper of the file: it bears the number of the case, and no number or code of its own. */
export const everyFilePaper = {
  agencyName: text('机构名称'),
  caseNumber: text('受理编号'),
  drawnOn: day('制成日期'),
}
