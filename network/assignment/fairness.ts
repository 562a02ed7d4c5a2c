/** How evenly the load lies. */

/** Gini of shares of capacity in use: 0 all equally full, towards 1 one has it all. Who takes no cases is not counted. */
export function gini(loads: readonly number[], capacities: readonly number[]): number {
  const used = loads.flatMap((load, at) => (capacities[at]! > 0 ? [load / capacities[at]!] : [])).sort((a, b) => a - b)
  const sum = used.reduce((all, share) => all + share, 0)
  if (sum === 0) return 0
  return used.reduce((all, share, at) => all + (2 * (at + 1) - used.length - 1) * share, 0) / (used.length * sum)
}
