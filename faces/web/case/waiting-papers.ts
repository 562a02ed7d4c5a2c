import type { CitizenCase } from './case-types.ts'

type Paper = CitizenCase['materials'][number]

/**
 * What is uploaded and waits to be handed over: what the service said when the page was read, and what arrived since. Without
 * what the case has already, and without what left this page (taken back, or handed over a moment ago).
 */
export function waitingPapers(
  { materials, notHandedIn }: Pick<CitizenCase, 'materials' | 'notHandedIn'>,
  arrived: readonly Paper[],
  gone: ReadonlySet<string>,
): readonly Paper[] {
  const held = new Set(materials.map(({ id }) => id))
  const found = new Map([...notHandedIn, ...arrived].map((paper) => [paper.id, paper]))
  return [...found.values()].filter(({ id }) => !held.has(id) && !gone.has(id))
}
