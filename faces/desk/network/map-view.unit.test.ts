import { expect, it } from 'vitest'
import { fitting, MOST, moved, nextSpot, showing, WHOLE, zoomed } from './map-view.ts'
import { HEIGHT, WIDTH } from './projection.ts'

it('what is under the finger stays there, and the edge of the drawing is never passed', () => {
  const near = zoomed(WHOLE, 2, { x: 180, y: 140 })
  expect([(180 - near.x) * near.zoom, (140 - near.y) * near.zoom]).toEqual([180, 140])
  expect(moved(near, 9_999, 9_999)).toEqual({ zoom: 2, x: WIDTH / 2, y: HEIGHT / 2 })
  expect(zoomed(near, 0.01)).toEqual(WHOLE)
  expect(zoomed(WHOLE, 1_000).zoom).toBe(MOST)
  expect(moved(WHOLE, 50, 50)).toEqual(WHOLE)
})
it('arrow keys go to the dot ahead, and nowhere where there is none', () => {
  const all = [
    { key: 'far', x: 50, y: 0 },
    { key: 'near', x: 10, y: 2 },
    { key: 'aside', x: 8, y: 9 },
  ]
  expect(nextSpot({ x: 0, y: 0 }, 'ArrowRight', all)?.key).toBe('near')
  expect(nextSpot({ x: 10, y: 2 }, 'ArrowDown', all)?.key).toBe('aside')
  expect(nextSpot({ x: 0, y: 0 }, 'ArrowLeft', all)).toBeUndefined()
})
it('a dot outside is brought in; one inside moves nothing', () => {
  const view = { x: 0, y: 0, zoom: 4 }
  expect(showing(view, { x: 20, y: 20 })).toBe(view)
  expect(showing(view, { x: 360, y: 280 })).toEqual({ zoom: 4, x: 270, y: 210 })
})
it('names do not lie on one another', () => {
  expect(
    fitting(
      [
        { x: 0, y: 0, text: '中川镇' },
        { x: 10, y: 4, text: '红玉村' },
        { x: 100, y: 4, text: '平岘村' },
      ],
      10,
    ).map(({ text }) => text),
  ).toEqual(['中川镇', '平岘村'])
})
