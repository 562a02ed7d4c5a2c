/** Somebody falls ill: who takes over, with as few changes of lawyer as can be. Each change is the officer's to decide (更换承办人). */
import type { Batch } from './batch.ts'
import { priceOfMore } from './load-price.ts'
import type { LoadPrice } from './load-price.ts'
import { PRICES } from './rank.ts'
import type { Prices } from './rank.ts'
import { transported } from './transport.ts'

export interface Handing {
  /** All open cases of the team with their costs; the lawyers' `openLoad` counts only what is not among them. */
  batch: Batch
  /** Staff id by case id. */
  heldBy: ReadonlyMap<string, string>
  /** Who is away. */
  away: ReadonlySet<string>
}
export interface Move {
  id: string
  from: string
  to: string
  says: string
}
export interface Rebalanced {
  moves: Move[]
  /** Cases that nobody can take over, however the others are shifted. */
  unplaced: string[]
  /** True where lawyers who are not away had to give up cases too, so that every case is in good hands. */
  othersMoved: boolean
}

export function rebalanced({ batch, heldBy, away }: Handing, prices: Pick<Prices, 'load'> = PRICES): Rebalanced {
  const { cases, lawyers } = batch
  const place = new Map(lawyers.map(({ staffId }, at) => [staffId, at]))
  const holder = cases.map(({ id }) => place.get(heldBy.get(id) ?? '') ?? -1)
  const gone = lawyers.map(({ staffId }) => away.has(staffId))
  const orphaned = holder.map((at) => at < 0 || gone[at]!)
  const question = { batch, holder, gone, load: prices.load }
  // First only the cases of those who are away: nobody else loses a lawyer who knows the case.
  const simple = spread({ ...question, rows: orphaned.flatMap((yes, row) => (yes ? [row] : [])) })
  // Then all, where leaving a case where it is is worth more than any better fit.
  const found = simple.includes(-1) ? spread({ ...question, rows: cases.map((_, row) => row) }) : simple
  const moves = cases.flatMap(({ id }, row): Move[] => {
    const to = lawyers[found[row]!]
    if (to === undefined || found[row] === holder[row]) return []
    const from = lawyers[holder[row]!]
    const says = orphaned[row]
      ? `${from?.name ?? '原承办人'}不能办理，由${to.name}接办`
      : `${from!.name}腾出位置接办别的案件，本案由${to.name}接办`
    return [{ id, from: from?.staffId ?? heldBy.get(id) ?? '', to: to.staffId, says }]
  })
  return {
    moves,
    unplaced: cases.flatMap(({ id }, row) => (orphaned[row] && found[row]! < 0 ? [id] : [])),
    othersMoved: moves.some(({ from }) => !away.has(from) && place.has(from)),
  }
}

interface Spread {
  batch: Batch
  /** The cases asked about; all others stay. */
  rows: readonly number[]
  holder: readonly number[]
  gone: readonly boolean[]
  load: LoadPrice
}

/** The lawyer of every case; −1 where nobody can take it. */
function spread({ batch: { cases, lawyers, cost }, rows, holder, gone, load }: Spread): number[] {
  const asked = new Set(rows)
  const count = (counts: (row: number) => boolean) =>
    lawyers.map((_, at) => cases.filter((__, row) => holder[row] === at && counts(row)).length)
  const loads = count((row) => !asked.has(row)).map((stay, at) => stay + lawyers[at]!.openLoad)
  // Who holds more than he or she is willing to carry keeps it.
  const holds = count((row) => asked.has(row)).map((own, at) => (gone[at] ? 0 : own))
  const room = Int32Array.from(lawyers, ({ capacity }, at) =>
    Math.max(Math.floor(capacity) - loads[at]!, holds[at]!, 0),
  )
  const price = (lawyer: number, nth: number) =>
    priceOfMore({ openLoad: loads[lawyer]!, capacity: lawyers[lawyer]!.capacity }, nth, load)
  const own = (row: number, lawyer: number): number => {
    const fit = cost[row * lawyers.length + lawyer]!
    // What somebody holds was free of bans when it was assigned, and stays until a person says otherwise.
    return fit === Infinity && holder[row] === lawyer ? 0 : fit
  }
  let dearest = 1
  for (const value of cost) if (value < Infinity) dearest = Math.max(dearest, value)
  const change =
    (dearest + Math.max(...room.map((most, lawyer) => (most > 0 ? price(lawyer, most) : 0))) + 1) * (rows.length + 1)
  // Placing most comes first of all (transport.ts); then nobody who has a lawyer is left without one; then the fewest changes; then the fit.
  const fresh = change * (rows.length + 1)
  const costs = new Float64Array(rows.length * lawyers.length)
  rows.forEach((row, at) =>
    lawyers.forEach((_, lawyer) => {
      const held = holder[row]! >= 0 && !gone[holder[row]!]
      const move = holder[row] === lawyer ? 0 : held ? change : fresh
      costs[at * lawyers.length + lawyer] = gone[lawyer] ? Infinity : own(row, lawyer) + move
    }),
  )
  const { to } = transported({ cases: rows.length, lawyers: lawyers.length, cost: costs, room, price })
  const found = [...holder]
  rows.forEach((row, at) => (found[row] = to[at]!))
  return found
}
