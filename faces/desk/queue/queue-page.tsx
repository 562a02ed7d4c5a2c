import { useCallback } from 'react'
import { useParams } from 'wouter'
import { useMe } from '../session/session-gate.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { CaseList } from './case-list.tsx'
import { rememberQueue } from './last-queue.ts'
import css from './queue-page.module.css'
import { passes, useFilter } from './filter.ts'
import { QueueTabs } from './queue-tabs.tsx'
import { QueueTools } from './queue-tools.tsx'
import { isQueue, QUEUES, queuesFor, type QueueName } from './queues.ts'
import { useQueue } from './use-queue.ts'

const w = words.queue

/** The day's work, what runs out first at the top. */
export function QueuePage() {
  const me = useMe()
  const names = queuesFor(me)
  const asked = useParams<{ name?: string }>().name ?? ''
  const name: QueueName = isQueue(asked) ? asked : (names[0] ?? 'mine')
  rememberQueue(name)
  useTitle(`${QUEUES[name]} · ${w.title}`)
  const queue = useQueue(name)
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = queue
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const lines = queue.data?.pages.flatMap(({ items }) => items) ?? []
  const [filter, setFilter] = useFilter(name)
  const shown = lines.filter((line) => passes(line, filter))
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1 className="sr-only">{w.title}</h1>
        <QueueTabs names={names} current={name} counts={queue.data?.pages[0]?.counts} />
      </div>
      <QueueTools name={name} lines={lines} shown={shown} filter={filter} onFilter={setFilter} />
      <section className={`card ${css.list}`}>
        {queue.error && !queue.data ? (
          <LoadFailed error={queue.error} onRetry={() => void queue.refetch()} />
        ) : !queue.data ? (
          <Loading rows={10} />
        ) : lines.length === 0 ? (
          <Nothing title={w.empty[name][0]} help={w.empty[name][1]} />
        ) : shown.length === 0 && !hasNextPage ? (
          <Nothing title={w.filters.none} help={w.filters.noneHelp} />
        ) : (
          <CaseList lines={shown} label={w.listLabel(QUEUES[name])} onEnd={more} />
        )}
      </section>
    </div>
  )
}
