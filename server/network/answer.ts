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
import type {
  BusReply,
  ContoursReply,
  CoverageReply,
  LocatedEdit,
  NetworkOrder,
  NetworkState,
  RoadsReply,
  SitingReply,
  TimesReply,
} from './orders.ts'
import { siting } from './siting.ts'
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
