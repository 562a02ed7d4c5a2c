import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '../geo/distance.ts'
import { contours } from './contours.ts'
import { boxAround, gridOver, type Field } from './field.ts'

const CENTRE = { lng: 103.66, lat: 36.55 }
const BOX = { west: 103.46, east: 103.86, south: 36.39, north: 36.71 }
/** As the crow flies at 30 km/h. */
function flown(from: readonly { lng: number; lat: number }[], along = 120): Field {
  const { columns, rows, corners } = gridOver(BOX, along)
  return {
    box: BOX,
    columns,
    rows,
    minutes: Float64Array.from(corners, (corner) => Math.min(...from.map((one) => metresBetween(one, corner))) / 500),
  }
}

describe('等时线', () => {
  it('around one point without roads each is a circle, closed, as far out as its minutes', () => {
    const [ten, twenty] = contours(flown([CENTRE]), [10, 20])
    for (const { minutes, lines } of [ten!, twenty!]) {
      expect(lines).toHaveLength(1)
      expect(lines[0]![0]).toEqual(lines[0]!.at(-1))
      for (const spot of lines[0]!) expect(metresBetween(spot, CENTRE)).toBeCloseTo(minutes * 500, -2)
    }
  })
  it('two points far apart have a line each; near ones share it', () => {
    const east = { ...CENTRE, lng: CENTRE.lng + 0.15 },
      west = { ...CENTRE, lng: CENTRE.lng - 0.15 }
    expect(contours(flown([east, west]), [10])[0]!.lines).toHaveLength(2)
    expect(
      contours(
        flown([
          { ...CENTRE, lng: CENTRE.lng + 0.03 },
          { ...CENTRE, lng: CENTRE.lng - 0.03 },
        ]),
        [10],
      )[0]!.lines,
    ).toHaveLength(1)
  })
  it('a line that runs out of the field stays open; where nothing leads there is none', () => {
    const [line] = contours(flown([{ lng: BOX.west, lat: 36.55 }]), [10])[0]!.lines
    expect(line![0]).not.toEqual(line!.at(-1))
    const field = flown([CENTRE])
    expect(contours({ ...field, minutes: field.minutes.map(() => Infinity) }, [10])[0]!.lines).toEqual([])
  })
  it('whatever the field, lines cross no side twice and every corner within lies on the other side of one without', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 30, maxLength: 30 }), (values) => {
        const field: Field = { box: BOX, columns: 6, rows: 5, minutes: Float64Array.from(values, (one) => one + 0.5) }
        const { lines } = contours(field, [20])[0]!
        const crossed = lines.flatMap((line) => (line[0] === line.at(-1) ? line.slice(1) : line))
        let sides = 0
        for (let y = 0; y < 5; y += 1)
          for (let x = 0; x < 6; x += 1)
            for (const other of [x < 5 ? y * 6 + x + 1 : -1, y < 4 ? (y + 1) * 6 + x : -1])
              if (other >= 0 && values[y * 6 + x]! < 20 !== values[other]! < 20) sides += 1
        expect(crossed).toHaveLength(sides)
      }),
    )
  })
  it('the box holds everything with a margin, one point alone too', () => {
    const { west, east, south, north } = boxAround([CENTRE], 0.1)
    for (const [side, is] of [
      [west, 103.655],
      [east, 103.665],
      [south, 36.545],
      [north, 36.555],
    ] as const)
      expect(side).toBeCloseTo(is, 9)
    const { columns, rows } = gridOver(BOX, 100)
    expect(Math.max(columns, rows)).toBe(101)
  })
})
