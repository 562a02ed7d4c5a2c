import { useCallback, useLayoutEffect, useRef, useState } from 'react'

const SPARE = 8

/**
 * Only the rows near the window are drawn, so that 50,000 stay fluid. All rows have one height, in px.
 * @returns the range to draw and a ref for the scrolling element
 */
export function useWindowed(count: number, rowHeight: number) {
  const box = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ from: 0, to: 40 })
  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - SPARE)
    const to = Math.min(count, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + SPARE)
    setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
  }, [count, rowHeight])
  useLayoutEffect(() => {
    measure()
    const element = box.current
    if (!element) return
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [measure])
  const reveal = useCallback(
    (index: number) => {
      const element = box.current
      if (!element) return
      const top = index * rowHeight
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight - element.clientHeight
    },
    [rowHeight],
  )
  return { box, from: range.from, to: Math.min(count, range.to), reveal }
}
