import { expect, test } from 'vitest'
import { waitingPapers } from './waiting-papers.ts'

const paper = (id: string) => ({
  id,
  kind: 'wageEvidence' as const,
  name: `${id}.png`,
  mediaType: 'image/png',
  bytes: 1,
  addedAt: 0,
})
const ids = (...given: Parameters<typeof waitingPapers>) => waitingPapers(...given).map(({ id }) => id)
const nothing = new Set<string>()

test('what an earlier visit uploaded waits beside what came since, each once', () => {
  const read = { materials: [paper('old')], notHandedIn: [paper('a'), paper('b')] }
  expect(ids(read, [paper('b'), paper('c')], nothing)).toEqual(['a', 'b', 'c'])
})
test('what the case has does not wait, also while the page still remembers its arrival', () => {
  expect(ids({ materials: [paper('a')], notHandedIn: [] }, [paper('a'), paper('b')], nothing)).toEqual(['b'])
})
test('what was taken back or handed over is gone before the page is read again', () => {
  const read = { materials: [], notHandedIn: [paper('a'), paper('b')] }
  expect(ids(read, [paper('b')], new Set(['b']))).toEqual(['a'])
})
