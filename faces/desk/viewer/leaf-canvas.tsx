import { useEffect, useRef } from 'react'
import type { Leaf, QuarterTurns } from './leaves.ts'
import css from './viewer.module.css'

/** One page at a width in CSS px, as sharp as the screen. */
export function LeafCanvas({
  leaf,
  width,
  turn,
  label,
}: {
  leaf: Leaf
  width: number
  turn: QuarterTurns
  label: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const across = turn % 180 === 0
  const natural = across ? leaf.width : leaf.height
  const height = width * ((across ? leaf.height : leaf.width) / natural)
  useEffect(() => {
    if (canvas.current && width > 0)
      void leaf.draw(canvas.current, (width / natural) * Math.min(2, window.devicePixelRatio), turn)
  }, [leaf, width, natural, turn])
  return <canvas ref={canvas} className={css.leaf} style={{ width, height }} role="img" aria-label={label} />
}
