import { Button, Segmented } from 'antd'
import { deskTickets } from '@fatong/contract/consultation/tickets.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import css from './questions.module.css'
import { Standing } from './standing.tsx'

const w = words.questions
type Show = keyof typeof w.shows
const SHOWS = Object.keys(w.shows) as Show[]

/** Questions that people left for a person, the one that is due first on top. */
export default function QuestionsPage() {
  useTitle(w.title)
  const [, go] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('show')
  const show = SHOWS.find((one) => one === asked) ?? 'waiting'
  const found = useInfiniteQuery({
    queryKey: ['questions', show],
    queryFn: ({ pageParam }) => call(deskTickets, { query: { show, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 30_000,
  })
  const counts = found.data?.pages[0]?.counts
  const lines = found.data?.pages.flatMap(({ items }) => items) ?? []
  const labelOf = (one: Show) => `${w.shows[one]}${counts && one !== 'answered' ? ` ${counts[one]}` : ''}`
  return (
    <div className="page">
      <div className="page-head">
        <h1>{w.title}</h1>
        {counts !== undefined && counts.late > 0 && <Mark tone="late">{w.late(counts.late)}</Mark>}
      </div>
      <p className="soft gap-below">{w.lead}</p>
      <p className="gap-below">
        <Segmented
          aria-label={w.show}
          value={show}
          options={SHOWS.map((value) => ({ value, label: labelOf(value) }))}
          onChange={(value) => go(`/questions?show=${value}`)}
        />
      </p>
      {isProblem(found.error, 'forbidden') ? (
        <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
      ) : found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Nothing title={w.none[show]} help={w.noneHelp[show]} />
      ) : (
        <ul className={css.list}>
          {lines.map((line) => (
            <li key={line.id} className="card">
              <Link href={`/questions/${line.id}`} className={css.line}>
                <span className={css.title}>{line.title}</span>
                <span className="soft num">{line.number}</span>
                <Standing line={line} />
              </Link>
            </li>
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
