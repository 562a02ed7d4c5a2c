/** To which open site each demand point goes, and to which it would go if that one closed, kept up to date site by site. */
import type { CostMatrix } from '../matrix.ts'

export interface Nearest {
  readonly open: ReadonlySet<number>
  /** Way to the nearest open site and to the next; `Infinity` where there is none. */
  readonly first: Float64Array
  readonly second: Float64Array
  /** The nearest open site; −1 where there is none. */
  readonly who: Int32Array
  add: (site: number) => void
  close: (site: number) => void
}

export function nearestOf({ rows, columns, cost }: CostMatrix, sites: Iterable<number>): Nearest {
  const open = new Set<number>()
  const first = new Float64Array(rows).fill(Infinity)
  const second = new Float64Array(rows).fill(Infinity)
  const who = new Int32Array(rows).fill(-1)
  const next = new Int32Array(rows).fill(-1)

  const offer = (row: number, site: number): void => {
    const value = cost[row * columns + site]!
    if (value < first[row]!) {
      second[row] = first[row]!
      next[row] = who[row]!
      first[row] = value
      who[row] = site
    } else if (value < second[row]!) {
      second[row] = value
      next[row] = site
    }
  }
  const add = (site: number): void => {
    if (open.has(site)) return
    open.add(site)
    for (let row = 0; row < rows; row += 1) offer(row, site)
  }
  const close = (site: number): void => {
    if (!open.delete(site)) return
    for (let row = 0; row < rows; row += 1) {
      if (who[row] !== site && next[row] !== site) continue
      first[row] = second[row] = Infinity
      who[row] = next[row] = -1
      for (const one of open) offer(row, one)
    }
  }
  for (const site of sites) add(site)
  return { open, first, second, who, add, close }
}
