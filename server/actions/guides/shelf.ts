import type { Guide } from '@fatong/knowledge/guides/guide.ts'
import { markedWhereMoved, type MovedArticle } from '@fatong/knowledge/guides/moved-law.ts'
import { TOPICS } from '@fatong/knowledge/vocabulary.ts'
import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
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

type Moved = MovedArticle & { arrivedAt: Instant }
/** Articles whose words changed since; asked for again after a minute, as imports are rare. */
type MovedLaw = () => Promise<readonly Moved[]>
const MOVED_HELD_MS = 60_000
const NOTHING_MOVED: MovedLaw = () => Promise.resolve([])

export function guideShelf(
  shipped: readonly Guide[],
  store: GuideStore,
  clock: Clock,
  movedLaw: MovedLaw = NOTHING_MOVED,
): GuideShelf {
  let moved: { at: number; articles: Promise<readonly Moved[]> } | undefined
  const movedNow = (now: number): Promise<readonly Moved[]> => {
    if (!moved || Math.abs(now - moved.at) >= MOVED_HELD_MS) {
      const articles = movedLaw()
      moved = { at: now, articles }
      articles.catch(() => {
        moved = undefined
      })
    }
    return moved.articles
  }
  let held: { at: number; shelf: Promise<Shelf> } | undefined
  const shelf = (): Promise<Shelf> => {
    const now = clock.now()
    if (!held || Math.abs(now - held.at) >= HELD_MS) {
      const fresh = movedNow(now).then((articles) => read(shipped, store, articles))
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
      held = moved = undefined
    },
  }
}

async function read(shipped: readonly Guide[], store: GuideStore, moved: readonly Moved[]): Promise<Shelf> {
  const since = (known: (one: Moved) => boolean) => moved.filter((one) => !known(one))
  const bySlug = new Map(
    shipped.map((guide) => [
      guide.slug,
      markedWhereMoved(
        guide,
        since(({ arrivedAt }) => localDateOf(arrivedAt) <= guide.reviewed),
      ),
    ]),
  )
  const down = new Set<string>()
  for (const { slug, data, state, reviewedAt } of await store.inUse()) {
    if (state === 'withdrawn') {
      bySlug.delete(slug)
      down.add(slug)
    } else
      bySlug.set(
        slug,
        markedWhereMoved(
          { ...data.guide, slug },
          since(({ arrivedAt }) => arrivedAt <= reviewedAt),
        ),
      )
  }
  const guides = [...bySlug.values()].sort(
    (a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) || (a.slug < b.slug ? -1 : 1),
  )
  return { guides, bySlug, down }
}
