import type { CaseLine } from '@fatong/contract/desk/cases.ts'
import { useEffect, useRef, useState } from 'react'
import { useKeys } from '../keyboard/use-keys.ts'
import { useNow } from '../time/use-now.ts'
import css from './case-list.module.css'
import { CaseRow } from './case-row.tsx'
import { useNarrow } from './use-narrow.ts'
import { useWindowed } from './use-windowed.ts'

interface Props {
  lines: CaseLine[]
  label: string
  /** narrow list beside a case */
  compact?: boolean
  /** case on the screen */
  currentId?: string
  onEnd?: () => void
  onMove?: (line: CaseLine) => void
}

/** Cases in the order in which they run out. J and K move the focus (or, beside a case, open the neighbour). */
export function CaseList({ lines, label, compact = false, currentId, onEnd, onMove }: Props) {
  const now = useNow()
  const narrow = useNarrow()
  const rowHeight = narrow || compact ? 92 : 68
  const { box, from, to, reveal } = useWindowed(lines.length, rowHeight)
  const here = lines.findIndex(({ id }) => id === currentId)
  const [at, setAt] = useState(-1)
  const wantsFocus = useRef(false)
  const position = at >= 0 ? Math.min(at, lines.length - 1) : here

  const move = (step: 1 | -1) => {
    const index = Math.max(0, Math.min(lines.length - 1, position + step))
    const line = lines[index]
    if (!line) return
    wantsFocus.current = true
    setAt(index)
    reveal(index)
    onMove?.(line)
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  useEffect(() => {
    if (to >= lines.length) onEnd?.()
  }, [to, lines.length, onEnd])
  useEffect(() => {
    if (!wantsFocus.current) return
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${position}"] a`)
    if (!row) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })

  return (
    <div ref={box} className={css.box} tabIndex={-1}>
      <ol className={css.list} aria-label={label} style={{ height: lines.length * rowHeight }}>
        {lines.slice(from, to).map((line, i) => (
          <li
            key={line.id}
            data-index={from + i}
            aria-setsize={lines.length}
            aria-posinset={from + i + 1}
            className={css.place}
            style={{ top: (from + i) * rowHeight, height: rowHeight }}
          >
            <CaseRow
              line={line}
              now={now}
              compact={compact}
              current={line.id === currentId}
              onFocus={() => setAt(from + i)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
