import { expect, it } from 'vitest'
import { withEdit, type Edit } from './edits.ts'

const ID = '00000000-0000-4000-8000-000000000001',
  OTHER = '00000000-0000-4000-8000-000000000002'
const week = Array.from({ length: 7 }, () => [])
const move = (lng: number, id = ID): Edit => ({ wish: { kind: 'move', id, lng, lat: 36 }, text: `搬到 ${lng}` })
const hours: Edit = { wish: { kind: 'hours', id: ID, weekly: week }, text: '改时间' }
const close: Edit = { wish: { kind: 'close', id: ID }, text: '关掉' }
const said = (edits: readonly Edit[]) => edits.map(({ text }) => text)

it('a place moved twice stands where it was moved last, its hours and other places stay', () => {
  expect(said([move(1), hours, move(3, OTHER), move(2)].reduce<Edit[]>(withEdit, []))).toEqual([
    '改时间',
    '搬到 3',
    '搬到 2',
  ])
})
it('closing a place makes its other changes void, and a change takes the closing back', () => {
  expect(said([move(1), hours, close].reduce<Edit[]>(withEdit, []))).toEqual(['关掉'])
  expect(said([close, hours].reduce<Edit[]>(withEdit, []))).toEqual(['改时间'])
})
