import type { z } from 'zod'
import type { consultationFigures as route } from '@fatong/contract/consultation/quality.ts'
import { TOPICS } from '@fatong/knowledge/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { looksAfterAnswers } from './may.ts'

const DAY = 86_400_000

/** How consultation went in the last days. */
export async function consultationFigures(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const since = (parts.clock.now() - query.days * DAY) as Instant
  const access = accessOf(right.staff)
  const [rows, tickets] = await Promise.all([
    parts.stores.consultationQuality.figures(access, since),
    parts.stores.tickets.figures(since),
  ])
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const kind = (...kinds: string[]): number => sum((row) => (kinds.includes(row.kind) ? row.n : 0))
  return done({
    asked: sum((row) => row.n),
    answered: kind('answer', 'article'),
    noSource: kind('noSource'),
    redirected: kind('redirect'),
    emergencies: sum((row) => row.emergencies),
    helpful: sum((row) => row.helpful),
    unhelpful: sum((row) => row.unhelpful),
    byTopic: TOPICS.map((topic) => {
      const own = rows.filter((row) => (row.topic ?? 'other') === topic)
      return {
        topic,
        asked: own.reduce((total, row) => total + row.n, 0),
        noSource: own.filter((row) => row.kind === 'noSource').reduce((total, row) => total + row.n, 0),
      }
    }).filter(({ asked }) => asked > 0),
    tickets,
  })
}
