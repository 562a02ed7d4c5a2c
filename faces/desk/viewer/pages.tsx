import { Loading } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import { LeafCanvas } from './leaf-canvas.tsx'
import type { QuarterTurns } from './leaves.ts'
import { useLeaves } from './use-leaves.ts'
import { useSize } from './use-size.ts'
import css from './viewer.module.css'

const MARGIN = 24

interface Props {
  blob: Blob | undefined
  name: string
  zoom?: number
  turn?: QuarterTurns
  fit?: 'width' | 'window'
}

/** All pages of a file under each other, fitting the window at zoom 1. */
export function Pages({ blob, name, zoom = 1, turn = 0, fit = 'width' }: Props) {
  const shown = useLeaves(blob)
  const { ref, width, height } = useSize<HTMLDivElement>()
  const room = Math.max(0, width - MARGIN)
  return (
    <div ref={ref} className={css.pages} tabIndex={0} role="region" aria-label={name}>
      {shown.state === 'reading' && <Loading rows={8} />}
      {(shown.state === 'cannot' || shown.state === 'broken') && (
        <p className={css.note}>{shown.state === 'cannot' ? words.viewer.cannotShow : words.viewer.broken}</p>
      )}
      {shown.state === 'ready' &&
        shown.leaves.map((leaf, i) => {
          const [w, h] = turn % 180 === 0 ? [leaf.width, leaf.height] : [leaf.height, leaf.width]
          const fitted =
            fit === 'window' && shown.leaves.length === 1
              ? Math.min(room, ((height - MARGIN) * w) / h)
              : Math.min(room, 1_000)
          return (
            <LeafCanvas
              key={i}
              leaf={leaf}
              width={Math.round(fitted * zoom)}
              turn={turn}
              label={`${name} ${words.viewer.page(i + 1, shown.leaves.length)}`}
            />
          )
        })}
    </div>
  )
}
