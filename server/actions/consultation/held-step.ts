import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { step, type Reach, type Stepped } from '@fatong/knowledge/answer/conversation/step.ts'
import type { Conversation, Message } from '@fatong/knowledge/answer/conversation/state.ts'
import { keyOf } from '@fatong/knowledge/answer/shelf.ts'
import type { Found, SearchWish, Source } from '@fatong/knowledge/search/searcher.ts'
import type { NamedArticle } from '@fatong/knowledge/triage/named-articles.ts'
import type { Parts } from '../parts.ts'
import type { HeldLibrary } from './library.ts'
import { Wanted } from './wanted.ts'

/** More rounds would mean that each round asks for other texts, which a pure function of the same input never does for long. */
const ROUNDS = 6

/**
 * The pure step of the conversation over a library that has to be asked. It is run, what it missed is fetched, and it is run
 * again until it misses nothing; each question to the library goes out once.
 */
export async function heldStep(parts: Parts, conversation: Conversation, message: Message): Promise<Stepped> {
  const [guides, parameters, calendar] = await Promise.all([
    parts.guides.all(),
    parts.law.parameters(),
    parts.law.calendar(),
  ])
  const bySlug = new Map(guides.map((guide) => [guide.slug, guide]))
  const asked = askedOf(parts.consultation.library())
  const reach: Reach = {
    today: localDateOf(parts.clock.now()),
    guides: { bySlug: (slug) => bySlug.get(slug) },
    aid: { parameters, calendar },
    searcher: { search: (question, wish) => asked.searches.get([question, wish]) },
    sources: { byId: (id) => asked.ids.get(id), byKey: (key, on) => asked.keys.get([key, on]) },
    named: (articles, on) => (articles.length === 0 ? [] : asked.named.get([articles, on])),
  }
  for (let round = 0; ; round += 1) {
    const stepped = step(conversation, message, reach)
    const missing = Object.values(asked).filter((wanted) => wanted.misses)
    if (missing.length === 0 || round === ROUNDS) return stepped
    await Promise.all(missing.map((wanted) => wanted.fetch()))
  }
}

function askedOf(library: HeldLibrary) {
  const each =
    <Question, Answer>(load: (question: Question) => Promise<Answer>) =>
    (questions: readonly Question[]) =>
      Promise.all(questions.map(load))
  return {
    searches: new Wanted<readonly [string, SearchWish], Found>(
      each((wish) => library.search(...wish)),
      { hits: [], confidence: 0 },
    ),
    named: new Wanted<readonly [readonly NamedArticle[], string], Source[]>(
      each((articles) => library.named(...articles)),
      [],
    ),
    ids: new Wanted<string, Source | undefined>(async (ids) => {
      const found = new Map((await library.byIds(ids)).map((source) => [source.id, source]))
      return ids.map((id) => found.get(id))
    }, undefined),
    keys: new Wanted<readonly [key: string, on: string], Source | undefined>(async (wanted) => {
      const days = [...new Set(wanted.map(([, on]) => on))]
      const found = new Map(
        (
          await Promise.all(
            days.map(async (on) =>
              (
                await library.byKeys(
                  wanted.flatMap(([key, day]) => (day === on ? [key] : [])),
                  on,
                )
              ).map((source) => [`${keyOf(source)} ${on}`, source] as const),
            ),
          )
        ).flat(),
      )
      return wanted.map(([key, on]) => found.get(`${key} ${on}`))
    }, undefined),
  }
}
