import type { z } from 'zod'
import type { searchArticles as route } from '@fatong/contract/consultation/tickets.ts'
import { articlesNamedIn } from '@fatong/knowledge/triage/named-articles.ts'
import { clean } from '@fatong/knowledge/triage/clean.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { onDuty } from './on-duty.ts'

const MOST = 20

/** Articles to pick from: those named first, then what the search finds. */
export async function searchArticles(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const right = onDuty(caller)
  if (!right.ok) return right
  const library = parts.consultation.library()
  const { text } = clean(query.q)
  const on = query.on ?? localDateOf(parts.clock.now())
  const { hits } = await library.search(text, { limit: MOST, kinds: ['article'], ...(query.on ? { on } : {}) })
  const [named, found] = await Promise.all([
    library.named(articlesNamedIn(text), on),
    library.byIds(hits.map(({ id }) => id)),
  ])
  const byId = new Map(found.map((source) => [source.id, source]))
  const ordered = [...named, ...hits.flatMap(({ id }) => byId.get(id) ?? [])]
  const unique = [...new Map(ordered.map((source) => [source.id, source])).values()].slice(0, MOST)
  return done({
    items: unique.map(({ id, title, number, path, text: words, inForceFrom }) => ({
      id,
      key: `${title}#${number}`,
      law: title,
      number,
      path,
      text: words,
      inForceFrom: inForceFrom ?? null,
    })),
    preparing: parts.knowledge.preparing(),
  })
}
