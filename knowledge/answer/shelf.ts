/** What an answer may reach for; handed in, so that answers run without a database. */
import { type Guide } from '../guides/guide.ts'
import { articleKey, type Day } from '../library/law-text.ts'
import { type Source } from '../search/searcher.ts'

export interface Sources {
  byId(id: string): Source | undefined
  /** The version of `民法典#1062` in force on that day. */
  byKey(key: string, on: Day): Source | undefined
}

/** The day whose law is read, and the one by whose law guides are written. */
export interface ReadingDays {
  on: Day
  today: Day
}

/** What a guide cites: a law that came later than the day is shown as it is today, so that its days can be seen. */
export const readOn = (key: string, { on, today }: ReadingDays, sources: Sources): Source | undefined =>
  sources.byKey(key, on) ?? (today === on ? undefined : sources.byKey(key, today))

export interface Guides {
  bySlug(slug: string): Guide | undefined
}

/** A shelf over plain lists; the first article that is in force on the day wins. */
export function shelfOf(sources: readonly Source[], guides: readonly Guide[]): { sources: Sources; guides: Guides } {
  const ids = new Map(sources.map((source) => [source.id, source]))
  const slugs = new Map(guides.map((guide) => [guide.slug, guide]))
  const keys = new Map<string, Source[]>()
  for (const source of sources) {
    if (source.kind === 'article') keys.set(keyOf(source), [...(keys.get(keyOf(source)) ?? []), source])
  }
  return {
    sources: { byId: (id) => ids.get(id), byKey: (key, on) => keys.get(key)?.find((source) => bindsOn(source, on)) },
    guides: { bySlug: (slug) => slugs.get(slug) },
  }
}

export const keyOf = (article: Source): string => articleKey(article.title, article.number)

/** Does the text bind on that day? A text without days binds unless it is marked as gone. */
export function bindsOn({ inForceFrom, inForceUntil, status }: Source, on: Day): boolean {
  if (inForceFrom !== undefined && on < inForceFrom) return false
  if (inForceUntil !== undefined) return on < inForceUntil
  return status !== 'repealed' && status !== 'superseded'
}
