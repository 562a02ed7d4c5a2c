/** Branches of a covering question on open or closed, each with its own bound, until the best known answer is proven or time is up. */
import { AT_BRANCH, CLOSED, type CoverGoal, type CoverNode, OPEN, relaxedCover, worthCovering } from './mclp-bound.ts'
import type { CoverIndex } from './mclp-search.ts'

/** Always goes on where the bound is highest, so that the highest open bound holds for all. Returns that bound. */
export function branchedCover(index: CoverIndex, p: number, root: CoverNode, goal: CoverGoal): number {
  const nodes = [root]
  while (nodes.length > 0) {
    let at = 0
    for (let other = 1; other < nodes.length; other += 1) if (nodes[other]!.bound > nodes[at]!.bound) at = other
    const node = nodes[at]!
    if (node.bound < worthCovering(goal)) return goal.known()
    if (goal.outOfTime()) return node.bound
    nodes[at] = nodes.at(-1)!
    nodes.pop()
    if (node.branch < 0) {
      goal.offer([...node.decided.keys()].filter((column) => node.decided[column] === OPEN))
      continue
    }
    for (const state of [OPEN, CLOSED]) {
      const decided = node.decided.slice()
      decided[node.branch] = state
      const child = relaxedCover(index, p, { prices: node.prices, decided }, goal, AT_BRANCH)
      child.bound = Math.min(child.bound, node.bound)
      if (child.bound >= worthCovering(goal)) nodes.push(child)
    }
  }
  return goal.known()
}
