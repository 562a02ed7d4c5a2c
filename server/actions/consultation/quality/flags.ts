import type { z } from 'zod'
import type { answerFlags as listRoute, settleFlag as settleRoute } from '@fatong/contract/consultation/quality.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type Caller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { looksAfterAnswers } from './may.ts'

type Listed = z.infer<typeof listRoute.reply>['items'][number]

export async function answerFlags(parts: Parts, caller: Caller, { query }: InputOf<typeof listRoute>): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const rows = await parts.stores.consultationQuality.flags(accessOf(right.staff), query.state)
  return done({
    items: rows.map(({ settledBy: _hidden, ...flag }) => ({ ...flag, subjectKind: flag.subjectKind as Listed['subjectKind'], state: flag.state as Listed['state'], outcome: flag.outcome as Listed['outcome'] })),
  })
}

/** Settled with what was done; who did it stands beside it. */
export async function settleFlag(parts: Parts, caller: Caller, { params, body }: InputOf<typeof settleRoute>): Promise<Outcome<Record<string, never>>> {
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const { staffId, name } = right.staff
  const settled = await parts.stores.consultationQuality.settle(accessOf(right.staff), params.id, { ...body, by: staffId, byName: name }, parts.clock.now(),
    auditEntry(parts, caller, { action: 'change', subjectKind: 'answerFlag', subjectId: params.id, fields: [body.outcome], why: body.note }))
  return settled ? done({}) : failed('notFound')
}
