import { Alert, Button, InputNumber, Radio, Select } from 'antd'
import { useMutation, useQuery } from '@tanstack/react-query'
import { coverage, siting } from '@fatong/contract/network/coverage.ts'
import { useEffect, useState } from 'react'
import { call } from '../api/call.ts'
import { isProblem, wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'
import css from './network.module.css'
import { PointsOfToday } from './points-of-today.tsx'
import { SitingFound, type Goal } from './siting-found.tsx'
import { asWish, counted, keepStandings, keptStandings, leastMore, type Standings } from './standings.ts'
import { useTravels, type Travel } from './use-travels.ts'

const w = words.circle
const s = w.siting
/** The circle as it opens, so that who comes from there has it already. */
const WISH = { minutes: 30 }
interface Asked {
  goal: Goal
  more: number
  travel: Travel
  minutes: number
  seconds: number
  standings: Standings
}

/** Where to set up next, and which points of today are better elsewhere: exact where time allows, and honest where not. */
export function SitingSection() {
  const [asked, setAsked] = useState<Asked>(() => ({
    goal: 'coverMost',
    more: 1,
    travel: 'ebike',
    minutes: 30,
    seconds: 5,
    standings: keptStandings(),
  }))
  const set = (part: Partial<Asked>) => setAsked({ ...asked, ...part })
  const travels = useTravels(asked.travel)
  const circle = useQuery({
    queryKey: ['network', 'coverage', WISH],
    queryFn: () => call(coverage, { query: WISH }),
  })
  const points = circle.data?.places
  // Single points are named by what the circle shows; without it they would silently count as their tier does.
  const waits = points === undefined && Object.keys(asked.standings.single).length > 0
  const least = points ? leastMore(counted(points, asked.standings)) : 1
  const wish = (one: Asked) => {
    const { standings, ...rest } = one
    return { ...rest, ...asWish(points ?? [], standings) }
  }
  const work = useMutation({ mutationFn: (one: Asked) => call(siting, { body: wish(one) }) })
  return (
    <div className="stack">
      <p className="soft">{s.lead}</p>
      <section className="card padded stack">
        <div className={css.twoParts}>
          <Radio.Group
            aria-label={s.goal}
            className="vertical-options"
            value={asked.goal}
            onChange={({ target }) => set({ goal: target.value as Goal })}
            options={(Object.keys(s.goals) as Goal[]).map((value) => ({ value, label: s.goals[value] }))}
          />
          <div className={css.fields}>
            {asked.goal !== 'coverAll' && (
              <label className={css.field}>
                <span>{s.more}</span>
                <InputNumber
                  className="full"
                  aria-describedby={least < 0 ? 'fewer' : undefined}
                  min={least}
                  max={30}
                  value={asked.more}
                  onChange={(value) => set({ more: value ?? Math.max(least, 0) })}
                />
              </label>
            )}
            <label className={css.field}>
              <span>{s.minutes}</span>
              <InputNumber
                className="full"
                min={5}
                max={120}
                value={asked.minutes}
                onChange={(value) => set({ minutes: value ?? 30 })}
              />
            </label>
            <div className={css.field}>
              <span aria-hidden="true">{s.travel}</span>
              <Select
                aria-label={s.travel}
                value={asked.travel}
                options={travels}
                onChange={(travel) => set({ travel })}
              />
            </div>
            <label className={css.field}>
              <span>{s.seconds}</span>
              <InputNumber
                className="full"
                min={1}
                max={20}
                value={asked.seconds}
                onChange={(value) => set({ seconds: value ?? 5 })}
              />
            </label>
            {asked.goal !== 'coverAll' && least < 0 && (
              <p id="fewer" className={`soft ${css.acrossFields}`}>
                {s.moreHelp}
              </p>
            )}
          </div>
        </div>
        <PointsOfToday
          points={points}
          error={circle.error}
          onRetry={() => void circle.refetch()}
          standings={asked.standings}
          onChange={(standings) => {
            keepStandings(standings)
            set({ standings })
          }}
        />
        <div className="row">
          <Button type="primary" disabled={work.isPending || waits} onClick={() => work.mutate(asked)}>
            {s.go}
          </Button>
          {work.isPending && <Progress most={work.variables.seconds} />}
        </div>
      </section>
      {work.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={(isProblem(work.error) ? Object.values(work.error.fields)[0] : undefined) ?? wordingOf(work.error)}
          action={
            <Button size="small" onClick={() => work.mutate(work.variables ?? asked)}>
              {words.network.retry}
            </Button>
          }
        />
      )}
      {work.data && <SitingFound key={work.submittedAt} answer={work.data} asked={work.variables ?? asked} />}
    </div>
  )
}

/** Seconds gone of those that were allowed; nobody knows how far a proof is. */
function Progress({ most }: { most: number }) {
  const [gone, setGone] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => setGone((n) => n + 1), 1000)
    return () => window.clearInterval(timer)
  }, [])
  return (
    <label className="row" role="status">
      {s.busy(Math.min(gone, most), most)}
      <progress className={css.progress} max={most} value={Math.min(gone, most)} />
    </label>
  )
}
