import { ERRORS, type ErrorCode, type Problem } from '@fatong/contract/errors.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import type { Refusal } from '@fatong/casework/vocabulary.ts'
import type { ZodError } from 'zod'

export interface ProblemDetails {
  fields?: Record<string, string>
  data?: unknown
  retryAfterSeconds?: number
  detail?: string
}

/** The one table from an expected outcome to status and wording is contract/errors.ts; this puts it into RFC 9457 form. */
export function problem(code: ErrorCode, details: ProblemDetails = {}): Problem {
  const { status, says } = ERRORS[code]
  const { detail, ...rest } = details
  return { type: `/api/problems#${code}`, title: says, status, code, detail: detail ?? says, ...rest }
}

export function refusalProblem(refusal: Refusal, data?: unknown): Problem {
  return { ...problem('refused', { detail: REFUSAL_WORDING[refusal], data }), refusal }
}

/** Field path -> what to do; the first complaint of each field is enough for a person. */
export function fieldsOf(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || '内容'
    fields[path] ??= /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : missing(issue.code, issue.message)
  }
  return fields
}

function missing(code: string, message: string): string {
  if (code === 'invalid_type' && message.includes('undefined')) return '这一项还没有填'
  if (code === 'unrecognized_keys') return '这里有多余的内容，请刷新页面再试'
  if (code === 'too_big') return '内容太长或数字太大'
  if (code === 'too_small') return '内容太短或数字太小'
  return '这一项填得不对，请核对'
}
