import { Button, Input } from 'antd'
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { spansOf, spansText, type Spans } from './hours.ts'

const w = words.admin.places
interface Exception {
  date: string
  hours: Spans
  reason: string
}
interface Props {
  value?: Exception[]
  onChange?: (value: Exception[]) => void
}

/** Single days on which a place is closed or has other hours. */
export function ExceptionsField({ value = [], onChange }: Props) {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const put = (at: number, change: Partial<Exception>) =>
    onChange?.(value.map((one, i) => (i === at ? { ...one, ...change } : one)))
  return (
    <div>
      {value.map((one, at) => (
        <div key={at} className={css.spans}>
          <Input
            className={css.time}
            type="date"
            aria-label={`${w.exceptionDay} ${at + 1}`}
            value={one.date}
            onChange={({ target }) => put(at, { date: target.value })}
          />
          <Input
            aria-label={`${w.exceptionHours} ${at + 1}`}
            placeholder={w.exceptionHours}
            value={typed[at] ?? spansText(one.hours)}
            onChange={({ target }) => {
              setTyped({ ...typed, [at]: target.value })
              put(at, { hours: spansOf(target.value) })
            }}
          />
          <Input
            aria-label={`${w.exceptionWhy} ${at + 1}`}
            placeholder={w.exceptionWhy}
            value={one.reason}
            maxLength={60}
            onChange={({ target }) => put(at, { reason: target.value })}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={w.removeException(at + 1)}
            onClick={() => {
              setTyped({})
              onChange?.(value.filter((_, i) => i !== at))
            }}
          />
        </div>
      ))}
      <p className="gap-above">
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange?.([...value, { date: today(), hours: [], reason: '' }])}
        >
          {w.addException}
        </Button>
      </p>
    </div>
  )
}
