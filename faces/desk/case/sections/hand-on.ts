import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { momentText } from '../../time/format.ts'
import { words } from '../../words/words.ts'

const w = words.casePage.handOn

/** How an application asked for in custody or through a duty lawyer was handed on: what it took beside what the law allows (AC-10, AC-11). */
export function handOnLines({ form, handOnDueAt, openedAt }: CasePage['state']): string[] {
  if (!form?.handOn || handOnDueAt === undefined) return []
  const { through, askedAt, lateReason } = form.handOn
  const minutes = Math.round((openedAt - askedAt) / 60_000)
  const late = openedAt >= handOnDueAt
  return [
    w.through[through],
    w.asked(momentText(askedAt), momentText(openedAt), w.length(Math.floor(minutes / 60), minutes % 60)),
    late ? w.late(momentText(handOnDueAt)) : w.inTime(momentText(handOnDueAt)),
    ...(late && lateReason ? [w.why(lateReason)] : []),
  ]
}
