import type { z } from 'zod'
import { FORMS, type DocumentData, type DocumentKind } from './kinds.ts'
import { noteOf } from './view.ts'

/** The data of a document lacks something or has the wrong form. `problems` are Chinese sentences. */
export class IncompleteDataError extends Error {
  override name = 'IncompleteDataError'
  readonly problems: readonly string[]
  constructor(title: string, problems: readonly string[]) {
    super(`《${title}》的内容不完整：${problems.join('；')}`)
    this.problems = problems
  }
}

/** Number and address of verification stand on issued papers only. */
type Checked = { agencyName: string; documentNumber?: string; verifyUrl?: string } & Record<string, unknown>

/** Checks data against its kind. Throws `IncompleteDataError`. */
export function checkedData<K extends DocumentKind>(kind: K, data: DocumentData[K]): Checked {
  const form = FORMS[kind]
  const outcome = (form.schema as z.ZodObject).safeParse(data)
  if (outcome.success) return outcome.data as Checked
  throw new IncompleteDataError(
    form.title,
    outcome.error.issues.map((issue) => problemOf(form.schema, issue)),
  )
}

/** A plain sentence for one finding: our own wording where a field has one, else the field's Chinese name. */
function problemOf(schema: z.ZodObject, issue: z.core.$ZodIssue): string {
  const label = labelAt(schema, issue.path)
  if (issue.code === 'invalid_type' && issue.input === undefined) return `缺少${label}`
  if (issue.message.startsWith('缺少')) return `缺少${label}`
  return /[\u4e00-\u9fff]/.test(issue.message)
    ? issue.message.includes(label)
      ? issue.message
      : `${label}：${issue.message}`
    : `${label}填得不对`
}

function labelAt(schema: z.ZodObject, path: readonly PropertyKey[]): string {
  const [key, index, ...rest] = path
  if (typeof key !== 'string' || !(key in schema.shape)) return '内容'
  const { label, writing } = noteOf(schema, key)
  return writing.as === 'list' && typeof index === 'number'
    ? `${label}第${index + 1}行的${labelAt(writing.item, rest)}`
    : label
}
