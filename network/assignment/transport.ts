/**
 * Cases to lawyers at the least cost, where each further case of a lawyer has a price that never falls: a transportation problem
 * with rising prices, solved case by case along cheapest paths of exchanges (successive shortest paths with potentials).
 */

export interface TransportProblem {
  cases: number
  lawyers: number
  /** Case after case; Infinity is a ban. Never negative. */
  cost: Float64Array
  /** How many more cases each lawyer can take. */
  room: Int32Array
  /** Price of the nth (from 1) of them; never falling in n, never negative. */
  price: (lawyer: number, nth: number) => number
}

export interface Transported {
  /** The lawyer of each case; −1 where no choice has room for it. As few as possible are left out. */
  to: Int32Array
  /** Costs of the placed cases, prices left out. */
  cost: number
  /** Costs and prices together: what is least. */
  priced: number
  /** No choice that places as many costs less, prices included; equal to `priced` but for rounding. */
  bound: number
}

export function transported(problem: TransportProblem): Transported {
  const { cases, lawyers, cost, room, price } = problem
  const outside = priceOutside(problem)
  // One more column takes whom nobody can take, at a price above all else.
  const columns = lawyers + 1
  const costOf = (one: number, column: number) => (column === lawyers ? outside : cost[one * lawyers + column]!)
  const held: number[][] = Array.from({ length: columns }, () => [])
  const to = new Int32Array(cases).fill(-1)
  /** Potentials: the cost of an arc with them is never negative, and 0 where a case is placed. */
  const ofCase = new Float64Array(cases)
  const ofColumn = new Float64Array(columns)
  const distance = new Float64Array(columns)
  const cameBy = new Int32Array(columns)
  const settled = new Uint8Array(columns)

  const place = (fresh: number): void => {
    ofCase[fresh] = -Infinity
    for (let column = 0; column < columns; column += 1)
      ofCase[fresh] = Math.max(ofCase[fresh]!, ofColumn[column]! - costOf(fresh, column))
    distance.fill(Infinity)
    settled.fill(0)
    const reach = (one: number, so: number): void => {
      for (let column = 0; column < columns; column += 1) {
        if (settled[column] === 1) continue
        const next = so + Math.max(0, costOf(one, column) + ofCase[one]! - ofColumn[column]!)
        if (next < distance[column]!) [distance[column], cameBy[column]] = [next, one]
      }
    }
    reach(fresh, 0)
    let [end, least] = [-1, Infinity]
    for (;;) {
      let nearest = -1
      for (let column = 0; column < columns; column += 1)
        if (settled[column] === 0 && (nearest < 0 || distance[column]! < distance[nearest]!)) nearest = column
      if (nearest < 0 || distance[nearest]! >= least) break
      settled[nearest] = 1
      const count = held[nearest]!.length
      const free = nearest === lawyers ? 0 : count < room[nearest]! ? price(nearest, count + 1) : Infinity
      const total = distance[nearest]! + free + ofColumn[nearest]!
      if (total < least) [end, least] = [nearest, total]
      for (const one of held[nearest]!) reach(one, distance[nearest]!)
    }
    for (let column = 0; column < columns; column += 1) {
      if (settled[column] === 0) continue
      const change = distance[column]! - least
      for (const one of held[column]!) ofCase[one]! += change
      ofColumn[column]! += change
    }
    ofCase[fresh]! -= least
    move(fresh, end)
  }
  /** Each case on the path goes on to the column where the next one was pushed out. */
  const move = (fresh: number, end: number): void => {
    for (let column = end; ; ) {
      const one = cameBy[column]!
      const from = to[one]!
      held[column]!.push(one)
      to[one] = column
      if (one === fresh) return
      held[from]!.splice(held[from]!.indexOf(one), 1)
      column = from
    }
  }
  for (let one = 0; one < cases; one += 1) place(one)
  for (let one = 0; one < cases; one += 1) if (to[one] === lawyers) to[one] = -1
  return answered(problem, to, outside, ofColumn)
}

/** More than any exchange of all the others could save. */
function priceOutside({ cases, lawyers, cost, room, price }: TransportProblem): number {
  let most = 0
  for (const value of cost) if (value < Infinity) most = Math.max(most, value)
  let dearest = 0
  for (let lawyer = 0; lawyer < lawyers; lawyer += 1)
    if (room[lawyer]! > 0) dearest = Math.max(dearest, price(lawyer, room[lawyer]!))
  return (most + dearest + 1) * (cases + 1)
}

/**
 * For any value μ of a place with each lawyer no choice costs less than Σ over cases of the least cost + μ, plus Σ over places of
 * price − μ where that is negative. Worked out from the problem alone, so that it proves the answer whatever the search did.
 */
function answered(
  { cases, lawyers, cost, room, price }: TransportProblem,
  to: Int32Array,
  outside: number,
  potentials: Float64Array,
): Transported {
  const used = new Int32Array(lawyers)
  let [own, prices, bound, left] = [0, 0, 0, 0]
  for (let one = 0; one < cases; one += 1) {
    const lawyer = to[one]!
    if (lawyer < 0) left += 1
    else {
      own += cost[one * lawyers + lawyer]!
      prices += price(lawyer, (used[lawyer]! += 1))
    }
    let least = outside
    for (let column = 0; column < lawyers; column += 1)
      least = Math.min(least, cost[one * lawyers + column]! - potentials[column]!)
    bound += least
  }
  for (let lawyer = 0; lawyer < lawyers; lawyer += 1) {
    for (let nth = 1; nth <= room[lawyer]!; nth += 1) bound += Math.min(0, price(lawyer, nth) + potentials[lawyer]!)
  }
  return { to, cost: own, priced: own + prices, bound: bound - left * outside }
}
