import fc from 'fast-check'
import { expect, it } from 'vitest'
import { above, belongsTo, headsOf } from './above.ts'

type Tree = Record<string, [parent: string | null, manager?: string]>
const byId = (tree: Tree) =>
  new Map(
    Object.entries(tree).map(
      ([id, [parentId, managedBy]]) => [id, { parentId, managedBy: managedBy ?? null }] as const,
    ),
  )
const TREE = byId({
  county: [null],
  area: [null],
  centre: ['area'],
  town: ['county', 'centre'],
  village: ['town'],
})

it('who manages comes before what it belongs to, the nearest first, each once', () => {
  expect(above(TREE, 'village')).toEqual(['village', 'town', 'centre', 'county', 'area'])
  expect(above(TREE, 'centre')).toEqual(['centre', 'area'])
  expect(above(TREE, 'nowhere')).toEqual(['nowhere'])
  expect(headsOf({ parentId: 'a', managedBy: 'a' })).toEqual(['a'])
})
it('where it lies says nothing of who manages it', () => {
  expect(belongsTo(TREE, 'village')).toEqual(['village', 'town', 'county'])
})
it('is what sessions follow downwards, circles included', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const one = fc.option(fc.constantFrom(...ids), { nil: null })
  fc.assert(
    fc.property(fc.tuple(...ids.map(() => fc.record({ parentId: one, managedBy: one }))), (ties) => {
      const places = new Map(ids.map((id, at) => [id, ties[at]!]))
      const reach = (root: string): Set<string> => {
        const found = new Set([root])
        for (const at of found)
          for (const [id, { parentId, managedBy }] of places) if (parentId === at || managedBy === at) found.add(id)
        return found
      }
      for (const root of ids)
        for (const id of ids) expect(above(places, id).includes(root), `${root} ${id}`).toBe(reach(root).has(id))
    }),
  )
})
