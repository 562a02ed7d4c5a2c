import { Button, Input, Segmented } from 'antd'
import { FullscreenExitOutlined, FullscreenOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { board } from '@fatong/contract/desk/cases.ts'
import { useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { dayText, timeOf, today } from '../time/format.ts'
import { useNow } from '../time/use-now.ts'
import { words } from '../words/words.ts'
import css from './board.module.css'
import { StepColumns } from './step-columns.tsx'
import { StepPictures } from './step-pictures.tsx'
import { StepTable } from './step-table.tsx'
import { useWall } from './use-wall.ts'
import { WholeChain } from './whole-chain.tsx'

const w = words.board

/** Today's four same-days, live; on a wall it fills the screen and can be read from across the room. */
export function BoardPage() {
  useTitle(w.title)
  const [day, setDay] = useState(today())
  const [as, setAs] = useState<'picture' | 'table'>('picture')
  const page = useRef<HTMLDivElement>(null)
  const { onWall, toggle } = useWall(page)
  const now = useNow()
  const found = useQuery({
    queryKey: ['board', day],
    queryFn: () => call(board, { query: { day } }),
    refetchInterval: 60_000,
  })
  return (
    <div ref={page} className={onWall ? css.wall : css.page}>
      <div className={css.head}>
        <h1>{w.title}</h1>
        <p className={css.day}>
          {dayText(day)}
          {day === today() && <span className="num"> {timeOf(now)}</span>}
        </p>
        {!onWall && (
          <Input
            type="date"
            aria-label={w.day}
            value={day}
            max={today()}
            onChange={(event) => setDay(event.target.value || today())}
            className={css.dayInput}
          />
        )}
        <Button icon={onWall ? <FullscreenExitOutlined /> : <FullscreenOutlined />} onClick={toggle}>
          {onWall ? w.leaveWall : w.wall}
        </Button>
      </div>
      {found.error && !found.data && <LoadFailed error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading rows={10} />}
      {found.data && (
        <>
          <StepColumns steps={found.data.steps} />
          <div className={css.lower}>
            <WholeChain chain={found.data.wholeChain} />
            <section className={css.card} aria-label={w.funnel}>
              {!onWall && (
                <Segmented
                  value={as}
                  onChange={setAs}
                  options={[
                    { value: 'picture', label: w.picture },
                    { value: 'table', label: w.table },
                  ]}
                />
              )}
              {as === 'picture' || onWall ? (
                <StepPictures steps={found.data.steps} />
              ) : (
                <StepTable steps={found.data.steps} day={day} />
              )}
            </section>
            <section className={css.card} aria-labelledby="recent">
              <h2 id="recent">{w.recent}</h2>
              {found.data.recent.length === 0 && <p className="soft">{w.noRecent}</p>}
              <ul className={css.recent}>
                {found.data.recent.slice(0, 8).map((r) => (
                  <li key={`${r.at} ${r.number} ${r.text}`}>
                    <time className="num">{timeOf(r.at)}</time> <span>{r.text}</span>{' '}
                    <span className="soft num">{r.number}</span>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </>
      )}
    </div>
  )
}
