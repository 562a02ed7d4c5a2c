import { Button, Select } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import type { CaseLine } from '@fatong/contract/desk/cases.ts'
import { saveCsv } from '../board/csv.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import { NO_FILTER, type Filter } from './filter.ts'
import css from './queue-page.module.css'
import { QUEUES, type QueueName } from './queues.ts'

const w = words.queue
interface Props {
  name: QueueName
  lines: CaseLine[]
  shown: CaseLine[]
  filter: Filter
  onFilter: (filter: Filter) => void
}

const moment = (ms: number | null): string | null => (ms === null ? null : momentText(ms))

/** Filters that are remembered, and the download of what is shown. */
export function QueueTools({ name, lines, shown, filter, onFilter }: Props) {
  const places = [...new Set(lines.map(({ placeName }) => placeName))]
  const filtered = filter.place !== null || filter.light !== null
  const download = () =>
    saveCsv(w.filters.file(QUEUES[name]), [
      w.filters.head,
      ...shown.map((l) => [
        l.number,
        l.applicantName,
        l.matterText,
        l.statusText,
        l.placeName,
        moment(l.submittedAt),
        moment(l.targetAt),
        l.legalDay,
        l.lawyerName,
      ]),
    ])
  return (
    <div className={css.tools}>
      <Select<CaseLine['light'] | ''>
        size="small"
        aria-label={w.filters.lightLabel}
        value={filter.light ?? ''}
        onChange={(light) => onFilter({ ...filter, light: light === '' ? null : (light as CaseLine['light']) })}
        popupMatchSelectWidth={false}
        options={[
          { value: '' as const, label: w.filters.light },
          ...Object.entries(words.clocks.light).map(([value, label]) => ({ value: value as CaseLine['light'], label })),
        ]}
      />
      <Select
        size="small"
        aria-label={w.filters.placeLabel}
        value={filter.place ?? ''}
        onChange={(place) => onFilter({ ...filter, place: place || null })}
        popupMatchSelectWidth={false}
        options={[{ value: '', label: w.filters.place }, ...places.map((value) => ({ value, label: value }))]}
      />
      {filtered && (
        <Button size="small" type="link" onClick={() => onFilter(NO_FILTER)}>
          {w.filters.clear}
        </Button>
      )}
      <p className={css.hint}>
        {w.hint} · <kbd>J</kbd> <kbd>K</kbd> <kbd>Enter</kbd>
      </p>
      <Button size="small" icon={<DownloadOutlined />} disabled={shown.length === 0} onClick={download}>
        {words.forms.download}
      </Button>
    </div>
  )
}
