import { App, Button } from 'antd'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { staffNotices } from '@fatong/contract/desk/notices.ts'
import { useEffect, useRef } from 'react'
import { call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { NoticeLine } from './notice-line.tsx'
import css from './notices.module.css'
import { useRead } from './use-read.ts'
import { useUnread } from './use-unread.ts'

const w = words.notices
const LIST_KEY = ['notices', 'list']

/** What the service told whoever is signed in, newest first. */
export default function NoticesPage() {
  useTitle(w.title)
  const { message } = App.useApp()
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const unread = useUnread(),
    read = useRead()
  const found = useInfiniteQuery({
    queryKey: LIST_KEY,
    queryFn: ({ pageParam }) => call(staffNotices, { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  // Reading the list may be written to the access log, so it is read again only when more is known to be there.
  const known = useRef(unread)
  useEffect(() => {
    if (known.current !== undefined && unread !== undefined && unread > known.current)
      void client.invalidateQueries({ queryKey: LIST_KEY })
    known.current = unread
  }, [unread, client])
  const lines = found.data?.pages.flatMap(({ items }) => items) ?? []
  const [newest] = lines
  const allRead = () => {
    heading.current?.focus()
    void message.success(w.allRead)
  }
  const readAll = (id: string) => read.mutate({ id, older: true }, { onSuccess: allRead })
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {w.title}
          {unread !== undefined && unread > 0 && <span className={css.left}> {w.left(unread)}</span>}
        </h1>
        {unread !== undefined && unread > 0 && newest && (
          <Button loading={read.isPending} onClick={() => readAll(newest.id)}>
            {w.markAll}
          </Button>
        )}
      </div>
      <p className="soft gap-below">{w.lead}</p>
      {found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Nothing title={w.none} help={w.noneHelp} />
      ) : (
        <ul aria-label={w.list} className={css.list}>
          {lines.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </div>
  )
}
