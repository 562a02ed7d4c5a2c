import { Button, Input, Segmented, Select } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { deskGuides } from '@fatong/contract/knowledge/guides.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../api/call.ts'
import { TOPIC_OPTIONS } from '../quality/topics.ts'
import { useMe } from '../session/session-gate.tsx'
import { Mark } from '../shell/mark.tsx'
import { holds } from '../shell/places.tsx'
import { LoadFailed, Loading, Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { dayText, daysAfter, momentText, today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './guides.module.css'
import { GUIDE_WRITERS } from './writers.ts'

type Line = ReplyOf<typeof deskGuides>['items'][number]
const w = words.guides
type Show = keyof typeof w.shows
const SHOWS = Object.keys(w.shows) as Show[]
const isIn: Record<Show, (line: Line) => boolean> = {
  waiting: (line) => line.draftBy !== null,
  returned: (line) => line.returned !== null,
  toCheck: (line) => line.inUse && line.toCheck,
  inUse: (line) => line.inUse,
  withdrawn: (line) => line.withdrawn,
}
const PORTION = 50,
  OLD_DAYS = 365

/** Every guide; what waits for review first. */
export default function GuidesPage() {
  useTitle(w.title)
  const me = useMe()
  const found = useQuery({ queryKey: ['guides', 'all'], queryFn: () => call(deskGuides) })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{w.title}</h1>
        {holds(me, GUIDE_WRITERS) && (
          <Link href="/guides/new" asChild>
            <Button type="primary" icon={<PlusOutlined />}>
              {w.write}
            </Button>
          </Link>
        )}
      </div>
      <p className="soft gap-below">{w.lead}</p>
      {found.error && !found.data ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : (
        <Guides items={found.data.items} />
      )}
    </div>
  )
}

function Guides({ items }: { items: readonly Line[] }) {
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const count = (show: Show) => items.filter(isIn[show]).length
  const show = SHOWS.find((one) => one === search.get('show')) ?? (count('waiting') > 0 ? 'waiting' : 'inUse')
  const topic = search.get('topic') ?? ''
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(PORTION)
  const q = useDeferredValue(typed.trim())
  const to = (next: Show, of: string) => {
    setShown(PORTION)
    go(`/guides?show=${next}${of === '' ? '' : `&topic=${of}`}`, { replace: true })
  }
  const lines = items.filter(
    (line) =>
      isIn[show](line) &&
      (topic === '' || line.topic === topic) &&
      (q === '' || line.title.includes(q) || line.situation.includes(q)),
  )
  const narrowed = topic !== '' || q !== ''
  return (
    <>
      <p className="gap-below">
        <Segmented
          aria-label={w.show}
          value={show}
          options={SHOWS.map((value) => ({ value, label: `${w.shows[value]} ${count(value)}` }))}
          onChange={(value) => to(value, topic)}
        />
      </p>
      <div className={css.bar}>
        <Select
          className={css.topic}
          aria-label={w.topic}
          value={topic}
          options={[{ value: '', label: w.allTopics }, ...TOPIC_OPTIONS]}
          onChange={(value: string) => to(show, value)}
        />
        <Input
          className={css.find}
          aria-label={w.find}
          placeholder={w.find}
          allowClear
          value={typed}
          maxLength={60}
          onChange={({ target }) => {
            setTyped(target.value)
            setShown(PORTION)
          }}
        />
      </div>
      {lines.length === 0 ? (
        <Nothing title={narrowed ? w.noneFound : w.none[show]} help={narrowed ? w.noneFoundHelp : w.noneHelp[show]} />
      ) : (
        <ul className={css.list}>
          {lines.slice(0, shown).map((line) => (
            <li key={line.slug} className="card">
              <GuideLine line={line} />
            </li>
          ))}
        </ul>
      )}
      {lines.length > shown && (
        <p className="centred gap-above">
          <Button onClick={() => setShown(shown + PORTION)}>{w.more(lines.length - shown)}</Button>
        </p>
      )}
    </>
  )
}

function GuideLine({ line }: { line: Line }) {
  const { draftBy, draftAt, returned } = line
  const old = line.reviewed < daysAfter(today(), -OLD_DAYS)
  return (
    <Link href={`/guides/${line.slug}`} className={css.line}>
      <span className={css.title}>{line.title}</span>
      <span className={css.situation}>{line.situation}</span>
      <span className={css.marks}>
        <span>{words.questions.topics[line.topic]}</span>
        {draftBy !== null && draftAt !== null && <Mark tone="due">{w.waiting(draftBy, momentText(draftAt))}</Mark>}
        {returned && (
          <Mark tone="late">{w.givenBack(returned.mine ? w.you : returned.to, momentText(returned.at))}</Mark>
        )}
        {line.withdrawn && <Mark tone="pause">{w.withdrawnMark}</Mark>}
        {!line.inUse && !line.withdrawn && <Mark tone="pause">{w.neverInUse}</Mark>}
        {line.toCheck && <Mark tone="due">{w.toCheckMark}</Mark>}
        {line.changed && !line.withdrawn && <Mark tone="action">{w.changed}</Mark>}
        {line.inUse &&
          (old ? (
            <Mark tone="due">{w.longAgo(dayText(line.reviewed))}</Mark>
          ) : (
            <span>{w.reviewed(dayText(line.reviewed))}</span>
          ))}
      </span>
      {returned && returned.note !== '' && (
        <span className={css.situation}>
          {w.reviewNote}：{returned.note}
        </span>
      )}
    </Link>
  )
}
