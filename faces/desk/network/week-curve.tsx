import { Button, Slider } from 'antd'
import { useEffect, useState } from 'react'
import { words } from '../words/words.ts'
import css from './network.module.css'
import { HALF_HOURS, halfText, percent, persons } from './half-hours.ts'

const w = words.circle
const HEIGHT = 64

/** The share of people by half-hour, and the hour that is looked at. `other` is drawn behind for comparison. */
export function WeekCurve({ shares, other, half, people, onHalf }: { shares: readonly number[]; other: readonly number[] | undefined; half: number; people: number; onHalf: (half: number) => void }) {
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const timer = window.setTimeout(() => { if (half >= HALF_HOURS - 1) setPlaying(false); else onHalf(half + 1) }, 160)
    return () => window.clearTimeout(timer)
  }, [playing, half, onHalf])
  const share = shares[half] ?? 0
  return (
    <div className={css.curve}>
      <svg viewBox={`0 0 ${HALF_HOURS} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={w.curve}>
        {w.days.map((day, at) => <line key={day} className={css.midnight} x1={at * 48} x2={at * 48} y1={0} y2={HEIGHT} />)}
        {other && <path className={css.other} d={lineOf(other)} />}
        <path className={css.area} d={`${lineOf(shares)}L${HALF_HOURS} ${HEIGHT}L0 ${HEIGHT}Z`} />
        <line className={css.now} x1={half + 0.5} x2={half + 0.5} y1={0} y2={HEIGHT} />
      </svg>
      <div className={css.dayNames} aria-hidden="true">{w.days.map((day) => <span key={day}>{day}</span>)}</div>
      <Slider min={0} max={HALF_HOURS - 1} value={half} onChange={(value) => { setPlaying(false); onHalf(value) }} tooltip={{ open: false }} ariaLabelForHandle={w.slider} ariaValueTextFormatterForHandle={(value) => halfText(value)} />
      <p className={css.bar}><b role="status">{w.at(halfText(half), percent(share), persons(share * people))}</b><Button size="small" onClick={() => { if (!playing && half >= HALF_HOURS - 1) onHalf(0); setPlaying(!playing) }}>{playing ? w.stop : w.play}</Button></p>
    </div>
  )
}
const lineOf = (shares: readonly number[]): string => `M0 ${HEIGHT}${shares.map((share, at) => `L${at} ${HEIGHT - share * (HEIGHT - 2)}L${at + 1} ${HEIGHT - share * (HEIGHT - 2)}`).join('')}`
