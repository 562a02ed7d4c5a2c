import { Button, Segmented } from 'antd'
import { askedQuestions, consultationFigures } from '@fatong/contract/consultation/quality.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Read } from '../admin/read.tsx'
import { call } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'
import { Mark } from '../shell/mark.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './quality.module.css'

const w = words.quality
type Show = keyof typeof w.shows
const DAYS = 30
const TONES = { answer: 'done', article: 'done', noSource: 'due', redirect: 'pause' } as const

/** Figures of the last days, and what was asked without who asked it; what found nothing can be looked at alone. */
export function AskedSection() {
  const [show, setShow] = useState<Show>('all')
  const found = useInfiniteQuery({
    queryKey: ['quality', 'asked', show],
    queryFn: ({ pageParam }) => call(askedQuestions, { query: { show, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const lines = found.data?.pages.flatMap(({ items }) => items) ?? []
  if (isProblem(found.error, 'forbidden'))
    return <Nothing title={words.admin.notYours} help={words.admin.notYoursHelp} />
  return (
    <>
      <p className="soft gap-below">{w.days(DAYS)}</p>
      <Read what={['consultationFigures']} run={() => call(consultationFigures, { query: { days: DAYS } })}>
        {({ asked, answered, noSource, helpful, unhelpful, tickets: { waiting, inTime } }) => (
          <dl className={css.figures}>
            {Object.entries({ asked, answered, noSource, helpful, unhelpful, waiting, inTime }).map(([name, value]) => (
              <div key={name} className="card">
                <dd className="num">{value}</dd>
                <dt>{w.figures[name as keyof typeof w.figures]}</dt>
              </div>
            ))}
          </dl>
        )}
      </Read>
      <p className="gap-below">
        <Segmented
          aria-label={w.show}
          value={show}
          options={(Object.keys(w.shows) as Show[]).map((value) => ({ value, label: w.shows[value] }))}
          onChange={setShow}
        />
      </p>
      {found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Nothing title={w.noneAsked} help={w.noneAskedHelp} />
      ) : (
        <ul className={css.list}>
          {lines.map(({ id, at, masked, kind, topic, guide, flags, helpful }) => (
            <li key={id} className="card padded">
              <p className={css.said}>
                <b>{masked}</b>
              </p>
              <p className={css.facts}>
                <Mark tone={TONES[kind]}>{w.kinds[kind]}</Mark>
                <span>{momentText(at)}</span>
                {topic !== null && <span>{words.questions.topics[topic]}</span>}
                {guide !== null && (
                  <a href={`/desk/guides/${guide}`} target="_blank" rel="noopener">
                    {w.guideOf(guide)}
                  </a>
                )}
                {flags > 0 && <Mark tone="late">{w.flagsOf(flags)}</Mark>}
                {helpful === false && <Mark tone="due">{w.shows.unhelpful}</Mark>}
              </p>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </>
  )
}
