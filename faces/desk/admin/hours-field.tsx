import { Button, Input } from 'antd'
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { clockTime, minutesOf, type WeekHours } from './hours.ts'

const w = words.admin.places
const WORKDAYS = 5
interface Props {
  value?: WeekHours | null
  onChange?: (hours: WeekHours | null) => void
  optional?: boolean
}

/** Monday to Sunday, up to four spans a day. */
export function HoursField({ value, onChange, optional = false }: Props) {
  if (!value) return <Button onClick={() => onChange?.(Array.from({ length: 7 }, () => []))}>{w.setHours}</Button>
  const setDay = (day: number, spans: WeekHours[number]) => onChange?.(value.map((old, i) => (i === day ? spans : old)))
  const setSpan = (day: number, at: number, side: 'open' | 'close', text: string) =>
    setDay(
      day,
      (value[day] ?? []).map((span, i) => (i === at ? { ...span, [side]: minutesOf(text) ?? span[side] } : span)),
    )
  return (
    <div>
      {value.map((spans, day) => (
        <div key={w.days[day]} className={css.dayLine}>
          <b>{w.days[day]}</b>
          <div className={css.spans}>
            {spans.length === 0 && <span className="soft">{w.closed}</span>}
            {spans.map((span, at) => (
              <span key={at} className={css.spans}>
                <Input
                  className={css.time}
                  type="time"
                  aria-label={`${w.days[day] ?? ''} ${w.open} ${at + 1}`}
                  value={clockTime(span.open)}
                  onChange={(event) => setSpan(day, at, 'open', event.target.value)}
                />
                –
                <Input
                  className={css.time}
                  type="time"
                  aria-label={`${w.days[day] ?? ''} ${w.close} ${at + 1}`}
                  value={clockTime(span.close)}
                  onChange={(event) => setSpan(day, at, 'close', event.target.value)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={`${w.days[day] ?? ''} ${w.removeSpan} ${at + 1}`}
                  onClick={() =>
                    setDay(
                      day,
                      spans.filter((_, i) => i !== at),
                    )
                  }
                />
              </span>
            ))}
            {spans.length < 4 && (
              <Button
                type="text"
                size="small"
                icon={<PlusOutlined />}
                aria-label={`${w.days[day] ?? ''} ${w.addSpan}`}
                onClick={() =>
                  setDay(day, [...spans, spans.length === 0 ? { open: 510, close: 720 } : { open: 840, close: 1080 }])
                }
              />
            )}
          </div>
        </div>
      ))}
      <div className="row gap-above">
        <Button
          size="small"
          onClick={() => onChange?.(value.map((old, day) => (day < WORKDAYS ? (value[0] ?? []) : old)))}
        >
          {w.sameAsMonday}
        </Button>
        {optional && (
          <Button size="small" onClick={() => onChange?.(null)}>
            {w.noHours}
          </Button>
        )}
      </div>
    </div>
  )
}
