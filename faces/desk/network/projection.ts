export interface Spot {
  lng: number
  lat: number
}
export const WIDTH = 720
export const HEIGHT = 560
const EDGE = 26

/** Degrees to the drawing and back; east is as long as it is at the middle latitude. */
export interface Projection {
  x(lng: number): number
  y(lat: number): number
  spot(x: number, y: number): Spot
}

export function projection(spots: readonly Spot[]): Projection {
  const lngs = spots.map(({ lng }) => lng),
    lats = spots.map(({ lat }) => lat)
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (WIDTH - 2 * EDGE) / Math.max((east - west) * narrow, 1e-4),
    (HEIGHT - 2 * EDGE) / Math.max(north - south, 1e-4),
  )
  const [left, top] = [(WIDTH - (east - west) * narrow * scale) / 2, (HEIGHT - (north - south) * scale) / 2]
  return {
    x: (lng) => left + (lng - west) * narrow * scale,
    y: (lat) => top + (north - lat) * scale,
    spot: (x, y) => ({ lng: west + (x - left) / (narrow * scale), lat: north - (y - top) / scale }),
  }
}

/** The spot nearest to another, as the crow flies. */
export function nearest<T extends Spot>(all: readonly T[], { lng, lat }: Spot): T | undefined {
  const narrow = Math.cos((lat * Math.PI) / 180)
  return all.reduce<[T | undefined, number]>(
    (best, one) => {
      const far = Math.hypot((one.lng - lng) * narrow, one.lat - lat)
      return far < best[1] ? [one, far] : best
    },
    [undefined, Infinity],
  )[0]
}
