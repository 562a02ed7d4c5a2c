import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAssignment } from './assignment.ts'
import { measureCoverage } from './coverage.ts'
import { FIGURES, table } from './figures.ts'
import type { Figures } from './figures.ts'
import { measureKnownAnswers } from './known-answers.ts'
import { measureRoads } from './road-times.ts'
import { measureSearches } from './searches.ts'

const SHARED = process.env.FATONG_SHARED ?? join(import.meta.dirname, '../../../../shared')
const DATA = join(SHARED, 'bench/network')

/** `npm run bench -- network [--json] [--quick]`: travel times, siting, coverage and assignment beside their targets. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
  })
  const began = performance.now()
  const say = (line: string) =>
    console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  const figures: Figures = Object.fromEntries(FIGURES.map((name) => [name, null]))
  const roadFile = join(DATA, 'liechtenstein.osm.pbf')
  const parts: [
    what: string,
    measure: () => Promise<Record<string, number>> | Record<string, number>,
    needs?: string,
  ][] = [
    ['travel times', () => measureSearches(say)],
    ['known answers of siting', () => measureKnownAnswers(DATA), DATA],
    ['coverage', () => measureCoverage(say, values.quick ? 1 : 5)],
    ['assignment', () => measureAssignment(say)],
    ['roads', () => measureRoads(roadFile, values.quick ? ['car'] : ['car', 'walk', 'ebike'], say), roadFile],
  ]
  for (const [what, measure, needs] of parts) {
    if (needs !== undefined && !existsSync(needs)) say(`${what}: not measured, ${needs} is not there (FATONG_SHARED)`)
    else Object.assign(figures, await measure())
  }
  console.log(values.json ? JSON.stringify(figures) : table(figures))
}
