import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { step, type Reach, type Stepped } from '@fatong/knowledge/answer/conversation/step.ts'
import type { Conversation, Message } from '@fatong/knowledge/answer/conversation/state.ts'
import { keyOf } from '@fatong/knowledge/answer/shelf.ts'
import type { Found, Source } from '@fatong/knowledge/search/searcher.ts'
import type { Parts } from '../parts.ts'

/** More rounds would mean that each round asks for other texts, which a pure function of the same input never does for long. */
const ROUNDS = 6

/**
 * The pure step of the conversation over a library that has to be asked. It is run, what it missed is fetched, and it is run
 * again until it misses nothing; the search itself runs once for each question.
 */
export async function heldStep(parts: Parts, conversation: Conversation, message: Message): Promise<Stepped> {
  const library = parts.consultation.library()
  const [guides, parameters, calendar] = await Promise.all([parts.guides.all(), parts.law.parameters(), parts.law.calendar()])
  const bySlug = new Map(guides.map((guide) => [guide.slug, guide]))
  const searched = new Map<string, Found>()
  const ids = new Fetched(library.byIds.bind(library), (source) => source.id)
  const named = new Map<string, Source[]>()
  const keys = new Map<string, Fetched>()
  const missedNames = new Map<string, Parameters<Reach['named']>>()
  const reach: Reach = {
    today: localDateOf(parts.clock.now()),
    guides: { bySlug: (slug) => bySlug.get(slug) },
    aid: { parameters, calendar },
    searcher: {
      search(question, wish) {
        const key = JSON.stringify([question, wish])
        const found = searched.get(key) ?? library.searcher.search(question, wish)
        searched.set(key, found)
        return found
      },
    },
    sources: {
      byId: (id) => ids.get(id),
      byKey(key, on) {
        const ofDay = keys.get(on) ?? new Fetched((wanted) => library.byKeys(wanted, on), keyOf)
        keys.set(on, ofDay)
        return ofDay.get(key)
      },
    },
    named(articles, on) {
      if (articles.length === 0) return []
      const key = JSON.stringify([articles, on])
      if (!named.has(key)) missedNames.set(key, [articles, on])
      return named.get(key) ?? []
    },
  }
  for (let round = 0; ; round += 1) {
    const stepped = step(conversation, message, reach)
    const missing = [ids, ...keys.values()].filter((fetched) => fetched.misses)
    if ((missing.length === 0 && missedNames.size === 0) || round === ROUNDS) return stepped
    await Promise.all([...missing.map((fetched) => fetched.fetch()), ...[...missedNames].map(async ([key, asked]) => { named.set(key, await library.named(...asked)) })])
    missedNames.clear()
  }
}

/** Texts by a key: asked for first, fetched together afterwards. */
class Fetched {
  private readonly held = new Map<string, Source | undefined>()
  private readonly missed = new Set<string>()
  private readonly load: (keys: readonly string[]) => Promise<Source[]>
  private readonly keyOf: (source: Source) => string

  constructor(load: (keys: readonly string[]) => Promise<Source[]>, key: (source: Source) => string) {
    this.load = load
    this.keyOf = key
  }

  get misses(): boolean {
    return this.missed.size > 0
  }

  get(key: string): Source | undefined {
    if (!this.held.has(key)) this.missed.add(key)
    return this.held.get(key)
  }

  async fetch(): Promise<void> {
    const wanted = [...this.missed]
    this.missed.clear()
    const found = new Map((await this.load(wanted)).map((source) => [this.keyOf(source), source]))
    for (const key of wanted) this.held.set(key, found.get(key))
  }
}
