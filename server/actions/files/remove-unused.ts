import type { Parts } from '../parts.ts'

/** Timed work: removes files nothing points to any more, a day after they were last handed in. Answers how many. */
export async function removeUnusedFiles(parts: Pick<Parts, 'stores' | 'files'>): Promise<number> {
  let removed = 0
  for (const sha256 of await parts.stores.materials.unused(500)) {
    if (!(await parts.files.remove(sha256))) continue
    await parts.stores.materials.markRemoved(sha256)
    removed += 1
  }
  return removed
}
