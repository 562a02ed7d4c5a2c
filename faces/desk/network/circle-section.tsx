import { Button, Input, Select } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { coverage, coverageReport } from '@fatong/contract/network/coverage.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { addressOf, call } from '../api/call.ts'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import { CircleView } from './circle-view.tsx'
import css from './network.module.css'
import { useTravels } from './use-travels.ts'
import { AGES, ALL_TIERS, LIMITS, SERVICE_WORDS, wishOf } from './wish.ts'

const w = words.circle
const options = (first: string, table: Readonly<Record<string, string>>) => [
  { value: '', label: first },
  ...Object.entries(table).map(([value, label]) => ({ value, label })),
]
const FILTERS = [
  ['service', w.service, options(w.anyService, SERVICE_WORDS)],
  ['tier', w.tier, options(w.allTiers, ALL_TIERS)],
  ['age', w.age, options(w.allAges, AGES)],
] as const

/** Where people are within reach of help, hour by hour, and what would change it. */
export function CircleSection() {
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const wish = wishOf(search)
  const set = (name: string, value: string) => {
    if (value === '') search.delete(name)
    else search.set(name, value)
    go(`/network/circle?${search}`, { replace: true })
  }
  const found = useQuery({
    queryKey: ['network', 'coverage', wish],
    queryFn: () => call(coverage, { query: wish }),
    placeholderData: keepPreviousData,
  })
  const travels = useTravels(wish.travel)
  const limits = [...new Set([...LIMITS, wish.minutes])].sort((a, b) => a - b)
  return (
    <>
      <p className="soft gap-below">{w.lead}</p>
      <div className={`${css.bar} ${css.filters}`}>
        <label>
          {w.week}{' '}
          <Input
            className={css.date}
            type="date"
            value={wish.week ?? today()}
            onChange={({ target }) => set('week', target.value)}
          />
        </label>
        {FILTERS.map(([name, label, table]) => (
          <Select
            key={name}
            aria-label={label}
            className={css.select}
            value={wish[name] ?? ''}
            options={table}
            onChange={(value: string) => set(name, value)}
          />
        ))}
        <Select
          aria-label={w.travel}
          className={css.select}
          value={wish.travel ?? ''}
          options={[{ value: '', label: w.usual }, ...travels]}
          onChange={(value: string) => set('travel', value)}
        />
        <Select
          aria-label={w.minutes}
          className={css.select}
          value={wish.minutes}
          options={limits.map((value) => ({ value, label: w.limit(value) }))}
          onChange={(value: number) => set('minutes', value === 30 ? '' : String(value))}
        />
        <Button icon={<DownloadOutlined />} href={addressOf(coverageReport.path, {}, wish)}>
          {w.report}
        </Button>
      </div>
      {found.error && (!found.data || found.isPlaceholderData) ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : found.data.villages.length === 0 ? (
        <>
          <Nothing title={w.empty} help={w.emptyHelp} />
          <p className="centred">
            <Link href="/network/data">{w.toData}</Link>
          </p>
        </>
      ) : (
        <CircleView
          circle={found.data}
          wish={wish}
          panel={search.get('panel') ?? ''}
          onPanel={(name) => set('panel', name)}
        />
      )}
    </>
  )
}
