import { expect, it } from 'vitest'
import { HEIGHT, projection, WIDTH } from './projection.ts'

const SPOTS = [
  { lng: 103.4, lat: 36.2 },
  { lng: 103.9, lat: 36.7 },
  { lng: 103.66, lat: 36.55 },
]
it('everything lies inside, north is up, and a point on the drawing is the place again', () => {
  const to = projection(SPOTS)
  for (const { lng, lat } of SPOTS) {
    const [x, y] = [to.x(lng), to.y(lat)]
    expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true)
    expect(to.spot(x, y).lng).toBeCloseTo(lng, 9)
    expect(to.spot(x, y).lat).toBeCloseTo(lat, 9)
  }
  expect(to.y(36.7)).toBeLessThan(to.y(36.2))
})
it('one village alone does not divide by nothing', () => {
  expect(Number.isFinite(projection([SPOTS[0]!]).x(103.4))).toBe(true)
})
