import { useCallback } from 'react'
import { useSearchParams } from 'wouter'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { CaseList } from './case-list.tsx'
import css from './queue-page.module.css'
import { useSearch } from './use-queue.ts'

const w = words.queue.search

/** Cases found by name, number or phone. */
export function SearchPage() {
  const [params] = useSearchParams()
  const q = params.get('q')?.trim() ?? ''
  useTitle(w.title)
  const found = useSearch(q)
  const { hasNextPage, fetchNextPage } = found
  const more = useCallback(() => {
    if (hasNextPage) void fetchNextPage()
  }, [hasNextPage, fetchNextPage])
  const lines = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1 className={css.title}>{q === '' ? w.title : w.results(q)}</h1>
      </div>
      <section className={`card ${css.list}`}>
        {q === '' ? (
          <Nothing title={w.title} help={w.start} />
        ) : found.error ? (
          <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
        ) : !found.data ? (
          <Loading />
        ) : lines.length === 0 ? (
          <Nothing title={w.none} help={w.noneHelp} />
        ) : (
          <CaseList lines={lines} label={w.results(q)} onEnd={more} />
        )}
      </section>
    </div>
  )
}
