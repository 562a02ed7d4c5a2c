import { HEIGHT, WIDTH } from './projection.ts'

/** The part of the drawing that is looked at. */
export interface MapView {
  x: number
  y: number
  zoom: number
}
export interface Point {
  x: number
  y: number
}
export type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
export const WHOLE: MapView = { x: 0, y: 0, zoom: 1 }
export const MOST = 12

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)
const kept = ({ x, y, zoom }: MapView): MapView => ({
  zoom,
  x: within(x, WIDTH - WIDTH / zoom),
  y: within(y, HEIGHT - HEIGHT / zoom),
})

/** Nearer or farther; what lies under `at` stays where it is. */
export function zoomed(view: MapView, factor: number, at: Point = middle(view)): MapView {
  const zoom = Math.min(MOST, Math.max(1, view.zoom * factor))
  const ratio = view.zoom / zoom
  return kept({ zoom, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio })
}
export const moved = (view: MapView, dx: number, dy: number): MapView =>
  kept({ ...view, x: view.x + dx, y: view.y + dy })
export const middle = ({ x, y, zoom }: MapView): Point => ({ x: x + WIDTH / zoom / 2, y: y + HEIGHT / zoom / 2 })

/** Brings a point into what is looked at, for those who go from dot to dot by keyboard. */
export function showing(view: MapView, { x, y }: Point): MapView {
  const [width, height] = [WIDTH / view.zoom, HEIGHT / view.zoom]
  const inside = x >= view.x && x <= view.x + width && y >= view.y && y <= view.y + height
  return inside ? view : kept({ ...view, x: x - width / 2, y: y - height / 2 })
}

/** The next dot in the direction of an arrow key: rather straight ahead than near. */
export function nextSpot<T extends Point>(from: Point, way: Way, all: readonly T[]): T | undefined {
  const [ex, ey] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[way] as [
    number,
    number,
  ]
  let best: T | undefined,
    least = Infinity
  for (const one of all) {
    const [dx, dy] = [one.x - from.x, one.y - from.y]
    const ahead = dx * ex + dy * ey
    const aside = Math.abs(dx * ey) + Math.abs(dy * ex)
    if (ahead > 0.01 && ahead + 2 * aside < least) {
      least = ahead + 2 * aside
      best = one
    }
  }
  return best
}

/** Which names fit without lying on one another; the first come first. */
export function fitting<T extends Point & { text: string }>(names: readonly T[], size: number): T[] {
  const boxes: [number, number, number, number][] = []
  return names.filter(({ x, y, text }) => {
    const [half, high] = [(text.length * size) / 2, size * 1.25]
    const box: [number, number, number, number] = [x - half, y - high, x + half, y]
    if (boxes.some(([l, t, r, b]) => box[0] < r && l < box[2] && box[1] < b && t < box[3])) return false
    boxes.push(box)
    return true
  })
}
