import {
  CheckCircleFilled,
  ClockCircleFilled,
  ExclamationCircleFilled,
  PauseCircleFilled,
  WarningFilled,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import css from './clocks.module.css'
import type { LightCode, LightLook } from './light.ts'

const ICONS: Record<LightCode, ReactNode> = {
  green: <ClockCircleFilled />,
  amber: <ExclamationCircleFilled />,
  red: <WarningFilled />,
  paused: <PauseCircleFilled />,
  done: <CheckCircleFilled />,
}

/** Icon and word; the colour only repeats them. */
export function LightChip({ light, look }: { light: LightCode; look: LightLook }) {
  return (
    <span className={`${css.chip} ${css[look.tone]}`}>
      {ICONS[light]} {look.word}
    </span>
  )
}
