import type { z } from 'zod'
import type { askedQuestions as askedRoute } from '@fatong/contract/consultation/quality.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { cursorOf, readCursor } from '../cursor.ts'
import { topicOf } from '../tickets/thread.ts'
import { looksAfterAnswers } from './may.ts'

type Asked = z.infer<typeof askedRoute.reply>
const PAGE = 50

/** What was asked, newest first, without personal data: what found nothing, what was of no use, what was called wrong. */
export async function askedQuestions(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof askedRoute>,
): Promise<Outcome<Asked>> {
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const before = readCursor(query.cursor)
  if (before === 'malformed') return failed('malformed', { fields: { cursor: '请刷新列表' } })
  const rows = await parts.stores.consultationQuality.asked(accessOf(right.staff), {
    show: query.show,
    ...(query.topic ? { topic: query.topic } : {}),
    ...(before ? { before } : {}),
    most: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE),
    last = shown.at(-1)
  return done({
    items: shown.map(({ id, at, masked, kind, topic, confidence, guide, sources, emergencies, helpful, flags }) => ({
      id,
      at,
      masked,
      kind: kind as Asked['items'][number]['kind'],
      topic: topic === null ? null : topicOf(topic),
      confidence,
      guide,
      sources,
      emergencies,
      helpful,
      flags,
    })),
    next: rows.length > PAGE && last ? cursorOf(last.at, last.id) : null,
  })
}
