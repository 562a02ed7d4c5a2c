import type { z } from 'zod'
import type { suggestions as route } from '@fatong/contract/consultation/suggestions.ts'
import { TOPIC_NAMES } from '@fatong/contract/knowledge/topic-names.ts'
import { suggester, type Suggest } from '@fatong/knowledge/search/suggest.ts'
import { wordingsOf } from '@fatong/knowledge/search/suggest/wordings.ts'
import { TOPICS } from '@fatong/knowledge/vocabulary.ts'
import type { Caller } from '../../caller.ts'
import type { GuideShelf } from '../../guides/shelf.ts'
import type { InputOf } from '../../input.ts'
import { done, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'

const SHOWN = 6
/** Laws come by import, seldom; guides change at once. */
const LAWS_HELD_MS = 600_000,
  LAWS_AT_ONCE = 500
const TOPIC_LIST = TOPICS.filter((code) => code !== 'other').map((code) => ({ code, name: TOPIC_NAMES[code] }))

interface Held {
  guides: readonly unknown[]
  print: string
  laws: readonly string[]
  lawsAt: number
  suggest: Suggest
}
/** Made anew when guides or laws have changed; one for each shelf. */
const held = new WeakMap<GuideShelf, Promise<Held>>()

/** What people may want to say, from the first letters on. Nothing of what was typed is kept. */
export async function suggestions(
  parts: Parts,
  _caller: Caller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const { suggest } = await current(parts)
  return done({ items: suggest(query.q, SHOWN) })
}

function current(parts: Parts): Promise<Held> {
  // Whoever comes while it is made anew waits for the same one.
  const next = (held.get(parts.guides) ?? Promise.resolve(undefined))
    .catch(() => undefined)
    .then((before) => renewed(parts, before))
  held.set(parts.guides, next)
  return next
}

async function renewed(parts: Parts, before: Held | undefined): Promise<Held> {
  const now = parts.clock.now()
  const guides = await parts.guides.all()
  const lawsDue = before === undefined || Math.abs(now - before.lawsAt) >= LAWS_HELD_MS
  if (before?.guides === guides && !lawsDue) return before
  const laws = lawsDue ? await lawNames(parts) : before.laws
  const print = JSON.stringify([guides.map(({ slug, title, asked }) => [slug, title, asked]), laws])
  const suggest = before?.print === print ? before.suggest : suggester(wordingsOf(guides, laws, TOPIC_LIST))
  return { guides, print, laws, lawsAt: lawsDue ? now : before.lawsAt, suggest }
}

async function lawNames(parts: Parts): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const after = names.at(-1)
    const page = await parts.stores.library.laws({ limit: LAWS_AT_ONCE, ...(after === undefined ? {} : { after }) })
    names.push(...page.map(({ name }) => name))
    if (page.length < LAWS_AT_ONCE) return names
  }
}
