import { Button, Slider } from 'antd'
import { DoubleLeftOutlined, DoubleRightOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { words } from '../words/words.ts'
import css from './network.module.css'
import { HALF_HOURS, halfText, percent, persons } from './half-hours.ts'

const w = words.circle
const HEIGHT = 64
const DAY = 48
const STEPS = [
  ['dayBack', -DAY, <DoubleLeftOutlined key="a" />],
  ['back', -1, <LeftOutlined key="b" />],
  ['on', 1, <RightOutlined key="c" />],
  ['dayOn', DAY, <DoubleRightOutlined key="d" />],
] as const
interface Props {
  shares: readonly number[]
  other: readonly number[] | undefined
  otherText: string
  half: number
  people: number
  onHalf: (half: number) => void
}

/** The share of people by half-hour, and the hour that is looked at. `other` is drawn behind for comparison. */
export function WeekCurve({ shares, other, otherText, half, people, onHalf }: Props) {
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const timer = window.setTimeout(() => {
      if (half >= HALF_HOURS - 1) setPlaying(false)
      else onHalf(half + 1)
    }, 160)
    return () => window.clearTimeout(timer)
  }, [playing, half, onHalf])
  const go = (to: number) => {
    setPlaying(false)
    onHalf(Math.min(HALF_HOURS - 1, Math.max(0, to)))
  }
  const share = shares[half] ?? 0
  return (
    <div className={css.curve}>
      <p className="soft">
        {w.curveHead}
        {other && `（${otherText}）`}
      </p>
      <svg
        viewBox={`0 0 ${HALF_HOURS} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={w.curve}
        onClick={({ clientX, currentTarget }) => {
          const box = currentTarget.getBoundingClientRect()
          go(Math.floor(((clientX - box.left) / box.width) * HALF_HOURS))
        }}
      >
        {w.days.map((day, at) => (
          <line key={day} className={css.midnight} x1={at * DAY} x2={at * DAY} y1={0} y2={HEIGHT} />
        ))}
        <path className={css.area} d={`${lineOf(shares)}L${HALF_HOURS} ${HEIGHT}L0 ${HEIGHT}Z`} />
        {other && <path className={css.other} d={lineOf(other)} />}
        <line className={css.now} x1={half + 0.5} x2={half + 0.5} y1={0} y2={HEIGHT} />
      </svg>
      <div className={css.dayNames} aria-hidden="true">
        {w.days.map((day) => (
          <span key={day}>{day}</span>
        ))}
      </div>
      <Slider
        className={css.slider ?? ''}
        min={0}
        max={HALF_HOURS - 1}
        value={half}
        onChange={go}
        tooltip={{ open: false }}
        ariaLabelForHandle={w.slider}
        ariaValueTextFormatterForHandle={(value) => halfText(value)}
      />
      <div className={css.bar}>
        <span className={css.steps}>
          {STEPS.map(([name, by, icon]) => (
            <Button
              key={name}
              size="small"
              icon={icon}
              aria-label={w.steps[name]}
              title={w.steps[name]}
              onClick={() => go(half + by)}
            />
          ))}
        </span>
        <Button
          size="small"
          onClick={() => {
            if (!playing && half >= HALF_HOURS - 1) onHalf(0)
            setPlaying(!playing)
          }}
        >
          {playing ? w.stop : w.play}
        </Button>
        <b aria-live={playing ? 'off' : 'polite'}>{w.at(halfText(half), percent(share), persons(share * people))}</b>
      </div>
    </div>
  )
}
const lineOf = (shares: readonly number[]): string =>
  `M0 ${HEIGHT}${shares.map((share, at) => `L${at} ${HEIGHT - share * (HEIGHT - 2)}L${at + 1} ${HEIGHT - share * (HEIGHT - 2)}`).join('')}`
