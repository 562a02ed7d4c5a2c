import { readFileSync } from 'node:fs'
import { FAULT_WORDS } from '@fatong/network/roads/road-data.ts'
import { applyEdit } from '@fatong/network/coverage/apply.ts'
import { coverageOf, type Coverage } from '@fatong/network/coverage/coverage.ts'
import type { Edit } from '@fatong/network/coverage/edits.ts'
import { modesOf, type TimesTo } from '@fatong/network/coverage/question.ts'
import { isCertain } from '@fatong/network/coverage/read.ts'
import { contours } from '@fatong/network/isochrone/contours.ts'
import { boxAround, gridOver } from '@fatong/network/isochrone/field.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import type { CostMatrix } from '@fatong/network/matrix.ts'
import { MODES, type Mode } from '@fatong/network/roads/profiles/profile.ts'
import { highsSolver } from '@fatong/network/siting/highs.ts'
import { coverAll } from '@fatong/network/siting/lscp.ts'
import { coverMost, weightWithin } from '@fatong/network/siting/mclp.ts'
import { shortestFarthest } from '@fatong/network/siting/pcenter.ts'
import { shortestTotal } from '@fatong/network/siting/pmedian.ts'
import type { SitingAnswer, SitingProblem } from '@fatong/network/siting/problem.ts'
import type {
  BusReply,
  ContoursReply,
  CoverageReply,
  LocatedEdit,
  NetworkOrder,
  NetworkState,
  RoadsReply,
  SitingOrder,
  SitingReply,
  TimesReply,
} from './orders.ts'
import { viewOf } from './view.ts'
import { busIn } from './bus-file.ts'
import { readRoads, type Ways } from './ways.ts'

const clock = () => performance.now()
/** Two weeks, or a few wishes, side by side; a coverage of a county takes some megabytes. */
const KEPT = 6
/** Steps of the grid along the longer side of a district. */
const GRID = 120

/** Answers orders one at a time; keeps the last coverages, so that an edit costs only what it touches. */
export function answering(ways: Ways) {
  const held = new Map<string, Coverage>()

  function coverageFor(state: NetworkState): Coverage {
    const key = JSON.stringify(state)
    let coverage = held.get(key)
    if (!coverage) {
      const modes = modesOf(state)
      const times = timesTo(
        ways,
        state.villages.map(({ at }) => at),
        state.places.map(({ at }) => at),
        modes,
      )
      coverage = coverageOf({
        ...state,
        places: state.places.map(({ at: _at, ...place }, column) => ({ place, times: times[column]! })),
      })
    }
    held.delete(key)
    held.set(key, coverage)
    for (const old of held.keys()) if (held.size > KEPT) held.delete(old)
    return coverage
  }

  function coverage({ state, selected, edits }: Extract<NetworkOrder, { ask: 'coverage' }>): CoverageReply {
    const now = coverageFor(state)
    const began = clock()
    let after = now
    for (const [at, edit] of edits.entries()) {
      const outcome = applyEdit(after, timed(edit, state, ways))
      if (outcome.outcome === 'refused') return { outcome: 'refused', edit: at, reason: outcome.reason }
      after = outcome.coverage
    }
    const milliseconds = clock() - began
    return {
      outcome: 'answered',
      certain: isCertain(now),
      estimated: ways.estimated,
      now: viewOf(now, selected),
      ...(edits.length > 0 ? { after: viewOf(after, selected) } : {}),
      milliseconds,
    }
  }

  function times({ from, to, modes = MODES }: Extract<NetworkOrder, { ask: 'times' }>): TimesReply {
    const seconds = Object.fromEntries(
      modes.map((mode) => {
        if (mode === 'bus' && !ways.hasBus) return [mode, from.map(() => to.map(() => null))]
        const { cost, columns } = ways.times(mode, from, to).seconds
        return [mode, from.map((_, row) => to.map((__, column) => finite(cost[row * columns + column]!)))]
      }),
    ) as TimesReply['seconds']
    return { seconds, estimated: ways.estimated }
  }

  function contoursOf({
    to,
    mode,
    minutes,
    villages,
  }: Extract<NetworkOrder, { ask: 'contours' }>['order']): ContoursReply {
    const most = Math.max(...minutes)
    const box = boxAround([...villages, ...to], 0.08)
    const { columns, rows, corners } = gridOver(box, GRID)
    // a little beyond the last line, so that it is read off between two values
    const seconds =
      mode === 'bus'
        ? nearestOf(ways.times(mode, [...corners, ...villages], to).seconds)
        : ways.nearest(mode, [...corners, ...villages], to, most * 60 * 1.5)
    const field = { box, columns, rows, minutes: seconds.subarray(0, corners.length).map((one) => one / 60) }
    return {
      contours: contours(field, minutes),
      minutes: [...seconds.subarray(corners.length)].map((one) => (one <= most * 60 ? one / 60 : null)),
      estimated: ways.estimated,
    }
  }

  return async (
    order: NetworkOrder,
  ): Promise<ContoursReply | CoverageReply | SitingReply | TimesReply | RoadsReply | BusReply> => {
    switch (order.ask) {
      case 'coverage':
        return coverage(order)
      case 'siting':
        return siting(order.order, ways)
      case 'contours':
        return contoursOf(order.order)
      case 'times':
        return times(order)
      case 'roads':
        return roadsIn(order.file)
      case 'bus':
        return busIn(order.file)
      default:
        return order satisfies never
    }
  }
}

function roadsIn(file: string): RoadsReply {
  const reading = readRoads(readFileSync(file))
  return reading.outcome === 'read'
    ? { ways: reading.roads.ways.length, nodes: reading.roads.lng.length, problem: null }
    : { ways: 0, nodes: 0, problem: FAULT_WORDS[reading.fault] }
}

const nearestOf = ({ rows, columns, cost }: CostMatrix): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) =>
    cost.subarray(row * columns, (row + 1) * columns).reduce((least, one) => Math.min(least, one), Infinity),
  )
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** One column of times for each end. */
function timesTo(ways: Ways, from: readonly LngLat[], to: readonly LngLat[], modes: readonly Mode[]): TimesTo[] {
  const matrices = modes.map((mode) => ({ mode, ...ways.times(mode, from, to).seconds }))
  return to.map((_, column) =>
    Object.fromEntries(
      matrices.map(({ mode, cost, columns }) => [
        mode,
        Float64Array.from(from, (__, row) => cost[row * columns + column]!),
      ]),
    ),
  )
}

function timed(edit: LocatedEdit, { villages, modeOf }: NetworkState, ways: Ways): Edit {
  const timesOf = (at: LngLat): TimesTo =>
    timesTo(
      ways,
      villages.map((village) => village.at),
      [at],
      modesOf({ modeOf }),
    )[0]!
  switch (edit.kind) {
    case 'openPlace': {
      const { at, ...place } = edit.place
      return { kind: 'openPlace', place, times: timesOf(at) }
    }
    case 'movePlace':
      return { kind: 'movePlace', id: edit.id, times: timesOf(edit.at) }
    case 'addVisitingDay': {
      const { at, ...visit } = edit
      return { ...visit, times: timesOf(at) }
    }
    case 'closePlace':
    case 'changeHours':
    case 'changeStaff':
    case 'changeServices':
      return edit
    default:
      return edit satisfies never
  }
}

const GOALS = {
  coverAll: '已经能让每个村都在时限内',
  coverMost: '照顾到的人最多',
  shortest: '大家路上花的时间加起来最短',
  farthest: '最远的那个村也尽量近',
} as const

/** Ways are computed in seconds and told in minutes; people and places are what they are. */
const UNITS: Record<SitingOrder['goal'], number> = { coverAll: 1, coverMost: 1, shortest: 60, farthest: 60 }

/** Candidates are the places that stay and every village; what stays is open whatever comes. */
async function siting(
  { goal, more, mode, limitMinutes, seconds, villages, kept }: SitingOrder,
  ways: Ways,
): Promise<SitingReply> {
  const began = clock()
  const from = villages.map(({ at }) => at)
  const costs = ways.times(mode, from, [...kept, ...from]).seconds
  const weights = Float64Array.from(villages, ({ people }) => people)
  const problem: SitingProblem = { costs, weights, fixed: kept.map((_, at) => at) }
  const [radius, p, limits] = [limitMinutes * 60, kept.length + more, { clock, seconds }]
  const solver = await highsSolver()
  const answer = ((): SitingAnswer => {
    switch (goal) {
      case 'coverAll':
        return coverAll(problem, radius, solver, limits)
      case 'coverMost':
        return coverMost(problem, p, radius, limits)
      case 'shortest':
        return shortestTotal(problem, p, limits)
      case 'farthest':
        return shortestFarthest(problem, p, solver, limits)
      default:
        return goal satisfies never
    }
  })()
  const people = weights.reduce((sum, one) => sum + one, 0)
  const before = weightWithin(problem, radius, problem.fixed)
  const head = { seconds: (clock() - began) / 1000, estimated: ways.estimated }
  if (answer.outcome !== 'sited') {
    const says =
      answer.outcome === 'outOfTime'
        ? '给的时间不够，还没有找到办法。请把时间调长一些。'
        : answer.unreachable.length > 0
          ? '有的村不管设在哪里都到不了时限以内。请放宽时限，或换一种出行方式。'
          : '没有办法做到。请调整要求。'
    return {
      ...head,
      outcome: answer.outcome,
      says,
      objective: null,
      bound: null,
      gap: null,
      sites: [],
      covered: { before, after: before, people },
      unreachable: answer.unreachable,
    }
  }
  const sites = answer.sites.filter((column) => column >= kept.length)
  const unit = UNITS[goal]
  return {
    ...head,
    outcome: 'sited',
    says: GOALS[goal],
    objective: answer.objective / unit,
    bound: answer.bound / unit,
    gap: answer.gap,
    sites: sites.map((column) => column - kept.length),
    covered: { before, after: weightWithin(problem, radius, answer.sites), people },
    unreachable: [],
  }
}
