import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { moved, WHOLE, zoomed, type MapView, type Point } from './map-view.ts'
import { HEIGHT, WIDTH } from './projection.ts'

/** Pixels a finger may tremble before a tap becomes a drag. */
const TREMBLE = 5
interface Dragged {
  id: string
  from: Point
  at: Point
  far: boolean
}

/** Mouse and fingers: one drags the drawing, two make it larger, a wheel only with Ctrl so that the page still scrolls; a place is carried by itself. */
export function useMapGestures(svg: RefObject<SVGSVGElement | null>, onDrop: (id: string, at: Point) => void) {
  const [view, setView] = useState<MapView>(WHOLE)
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const held = useRef(new Map<number, Point>())
  const travelled = useRef(0)
  const spotOf = (client: Point, of: MapView = view): Point => {
    const box = svg.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 }
    return {
      x: of.x + ((client.x - box.left) / box.width) * (WIDTH / of.zoom),
      y: of.y + ((client.y - box.top) / box.height) * (HEIGHT / of.zoom),
    }
  }
  useEffect(() => {
    const drawing = svg.current
    // React listens passively, and the browser would enlarge the whole page
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const box = drawing!.getBoundingClientRect()
      setView((old) =>
        zoomed(old, Math.exp(-event.deltaY / 300), {
          x: old.x + ((event.clientX - box.left) / box.width) * (WIDTH / old.zoom),
          y: old.y + ((event.clientY - box.top) / box.height) * (HEIGHT / old.zoom),
        }),
      )
    }
    drawing?.addEventListener('wheel', wheel, { passive: false })
    return () => drawing?.removeEventListener('wheel', wheel)
  }, [svg])
  const end = ({ pointerId }: PointerEvent) => {
    held.current.delete(pointerId)
    if (dragged?.far) onDrop(dragged.id, dragged.at)
    setDragged(null)
  }
  return {
    view,
    setView,
    spotOf,
    dragged,
    /** a tap, not the end of a drag */
    tapped: () => travelled.current < TREMBLE,
    carry: (id: string) => (event: PointerEvent) => {
      event.stopPropagation()
      svg.current?.setPointerCapture(event.pointerId)
      const from = { x: event.clientX, y: event.clientY }
      travelled.current = 0
      setDragged({ id, from, at: spotOf(from), far: false })
    },
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (held.current.size === 0) travelled.current = 0
        held.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: (event: PointerEvent) => {
        const now = { x: event.clientX, y: event.clientY }
        if (dragged) {
          const far = dragged.far || Math.hypot(now.x - dragged.from.x, now.y - dragged.from.y) > TREMBLE
          if (far) travelled.current = TREMBLE
          setDragged({ ...dragged, at: spotOf(now), far })
          return
        }
        const was = held.current.get(event.pointerId)
        if (!was) return
        travelled.current += Math.hypot(now.x - was.x, now.y - was.y)
        if (travelled.current < TREMBLE) return
        svg.current?.setPointerCapture(event.pointerId)
        const other = [...held.current].find(([id]) => id !== event.pointerId)?.[1]
        held.current.set(event.pointerId, now)
        const [a, b] = [spotOf(was), spotOf(now)]
        if (!other) {
          setView(moved(view, a.x - b.x, a.y - b.y))
          return
        }
        const wide = (one: Point) => Math.max(20, Math.hypot(one.x - other.x, one.y - other.y))
        setView(zoomed(view, wide(now) / wide(was), spotOf({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })))
      },
      onPointerUp: end,
      onPointerCancel: (event: PointerEvent) => {
        held.current.delete(event.pointerId)
        setDragged(null)
      },
    },
  }
}
