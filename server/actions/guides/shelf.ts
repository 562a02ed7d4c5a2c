import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { TOPICS } from '@fatong/knowledge/vocabulary.ts'
import type { GuideStore } from '../../db/stores/guides.ts'
import type { Clock } from '../parts.ts'

/** The guides in use: those that ship with the product, changed, added to and taken down by what the desk published. */
export interface GuideShelf {
  /** In the order of the topic tree. */
  all(): Promise<readonly Guide[]>
  find(slug: string): Promise<Guide | undefined>
  /** Slugs taken down at the desk. */
  takenDown(): Promise<ReadonlySet<string>>
  /** After something was published here; other processes see it within seconds. */
  refresh(): void
}

const HELD_MS = 5_000
interface Shelf {
  guides: readonly Guide[]
  bySlug: ReadonlyMap<string, Guide>
  down: ReadonlySet<string>
}

export function guideShelf(shipped: readonly Guide[], store: GuideStore, clock: Clock): GuideShelf {
  let held: { at: number; shelf: Promise<Shelf> } | undefined
  const shelf = (): Promise<Shelf> => {
    const now = clock.now()
    if (!held || Math.abs(now - held.at) >= HELD_MS) {
      const fresh = read(shipped, store)
      held = { at: now, shelf: fresh }
      fresh.catch(() => {
        held = undefined
      })
    }
    return held.shelf
  }
  return {
    all: async () => (await shelf()).guides,
    find: async (slug) => (await shelf()).bySlug.get(slug),
    takenDown: async () => (await shelf()).down,
    refresh: () => {
      held = undefined
    },
  }
}

async function read(shipped: readonly Guide[], store: GuideStore): Promise<Shelf> {
  const bySlug = new Map(shipped.map((guide) => [guide.slug, guide]))
  const down = new Set<string>()
  for (const { slug, data, state } of await store.inUse()) {
    if (state === 'withdrawn') {
      bySlug.delete(slug)
      down.add(slug)
    } else bySlug.set(slug, { ...data.guide, slug })
  }
  const guides = [...bySlug.values()].sort(
    (a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || (a.slug < b.slug ? -1 : 1),
  )
  return { guides, bySlug, down }
}
