import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { buildNetwork } from '@fatong/network/roads/build.ts'
import { readOsmPbf } from '@fatong/network/roads/osm-pbf/read.ts'
import { PROFILES } from '@fatong/network/roads/profiles/choose.ts'
import type { RoadMode } from '@fatong/network/roads/profiles/profile.ts'
import type { RoadData } from '@fatong/network/roads/road-data.ts'
import { roadIndex } from '@fatong/network/travel/road-index.ts'
import { travelTimes } from '@fatong/network/travel/travel-times.ts'
import { chance } from './random.ts'
import { routingEngine } from './routing-engine.ts'
import type { EngineTimes } from './routing-engine.ts'

const PAIRS = 200

/** Travel times over a real extract of a map beside those of a full routing engine, for random pairs of places at roads. */
export async function measureRoads(
  file: string,
  modes: readonly RoadMode[],
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const began = performance.now()
  const reading = readOsmPbf(readFileSync(file))
  if (reading.outcome === 'refused') throw new Error(`${file}: ${reading.fault} ${reading.detail}`)
  const importMs = performance.now() - began
  say(`${reading.roads.ways.length} roads read in ${importMs.toFixed(0)} ms`)
  const folder = mkdtempSync(join(tmpdir(), 'fatong-routing-'))
  try {
    const engine = await routingEngine(file, folder)
    if (!engine.ran) {
      say(`no routing engine: ${engine.why}`)
      return { roadImportMs: importMs }
    }
    const figures: Record<string, number> = { roadImportMs: importMs }
    for (const mode of modes) {
      const { correlation, medianRatio, pairs } = await compare(reading.roads, mode, engine.seconds)
      say(`${mode}: ${pairs} pairs, correlation ${correlation.toFixed(4)}, median ratio ${medianRatio.toFixed(3)}`)
      const name = mode === 'car' ? 'road' : mode
      Object.assign(figures, {
        [`${name}Pairs`]: pairs,
        [`${name}Correlation`]: correlation,
        [`${name}MedianRatio`]: medianRatio,
      })
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(roads: RoadData, mode: RoadMode, engine: EngineTimes) {
  const network = buildNetwork(roads, PROFILES[mode])
  const index = roadIndex(network)
  const random = chance(4)
  const draw = (): LngLat => {
    const node = Math.floor(random() * network.outward.nodes)
    return { lng: network.lng[node]!, lat: network.lat[node]! }
  }
  const ours: number[] = []
  const theirs: number[] = []
  for (let drawn = 0; ours.length < PAIRS && drawn < 2 * PAIRS; drawn += 1) {
    const [from, to] = [draw(), draw()]
    const expected = await engine(mode, from, to)
    const seconds = travelTimes(network, index, [from], [to]).seconds.cost[0]!
    // Where either knows no way, or the two places are the same, there is nothing to compare.
    if (expected === undefined || expected < 1 || seconds === Infinity) continue
    ours.push(seconds)
    theirs.push(expected)
  }
  const ratios = ours.map((seconds, at) => seconds / theirs[at]!).sort((a, b) => a - b)
  return {
    correlation: correlationOf(ours, theirs),
    medianRatio: ratios[Math.floor(ratios.length / 2)] ?? NaN,
    pairs: ours.length,
  }
}

/** Pearson's r. */
function correlationOf(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, squaresA, squaresB] = [0, 0, 0]
  a.forEach((value, at) => {
    const [x, y] = [value - meanA, b[at]! - meanB]
    both += x * y
    squaresA += x * x
    squaresB += y * y
  })
  return both / Math.sqrt(squaresA * squaresB)
}
