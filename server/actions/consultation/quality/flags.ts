import type { z } from 'zod'
import type { answerFlags as listRoute, settleFlag as settleRoute } from '@fatong/contract/consultation/quality.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { looksAfterAnswers } from './may.ts'

type Listed = z.infer<typeof listRoute.reply>['items'][number]

export async function answerFlags(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof listRoute>,
): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const rows = await parts.stores.consultationQuality.flags(accessOf(right.staff), query.state)
  // What an answer rested on may have left the library since.
  const held = new Map(
    (await parts.consultation.library().byIds([...new Set(rows.flatMap(({ turn }) => turn?.sources ?? []))])).map(
      (source) => [source.id, source],
    ),
  )
  const shown = (turn: NonNullable<(typeof rows)[number]['turn']>): Listed['answered'] => ({
    kind: turn.kind as NonNullable<Listed['answered']>['kind'],
    guide: turn.guide,
    articles: turn.sources.flatMap((id) => {
      const source = held.get(id)
      return source?.kind === 'article' ? [{ id, law: source.title, number: source.number }] : []
    }),
  })
  return done({
    items: rows.map(({ settledBy: _hidden, byAsker: _byAsker, turn, ...flag }) => ({
      ...flag,
      subjectKind: flag.subjectKind as Listed['subjectKind'],
      state: flag.state as Listed['state'],
      outcome: flag.outcome as Listed['outcome'],
      masked: turn?.masked ?? null,
      answered: turn && shown(turn),
    })),
  })
}

/** Settled with what was done; who did it stands beside it. */
export async function settleFlag(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof settleRoute>,
): Promise<Outcome<Record<string, never>>> {
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const { staffId, name } = right.staff
  const settled = await parts.stores.consultationQuality.settle(
    accessOf(right.staff),
    params.id,
    { ...body, by: staffId, byName: name },
    parts.clock.now(),
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'answerFlag',
      subjectId: params.id,
      fields: [body.outcome],
      why: body.note,
    }),
  )
  return settled ? done({}) : failed('notFound')
}
