import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { highsSolver } from '@fatong/network/siting/highs.ts'
import { coverAll } from '@fatong/network/siting/lscp.ts'
import { coverMost } from '@fatong/network/siting/mclp.ts'
import type { SitingAnswer, SitingProblem } from '@fatong/network/siting/problem.ts'

const RADIUS_METRES = 5_000
const DISTANCES = 'SF_network_distance_candidateStore_16_censusTract_205_new.csv'
const DEMAND = 'SF_demand_205_centroid_uniform_weight.csv'

/** Two questions whose answers are known: 8 sites for everybody, 875,247 people with four. */
export async function measureKnownAnswers(folder: string): Promise<Record<string, number>> {
  const problem = sanFrancisco(folder)
  const solver = await highsSolver()
  const limits = { clock: () => performance.now(), seconds: 10 }
  return {
    lscp: objectiveOf(coverAll(problem, RADIUS_METRES, solver, limits)),
    mclp: objectiveOf(coverMost(problem, 4, RADIUS_METRES, limits)),
  }
}

const objectiveOf = (answer: SitingAnswer): number => (answer.outcome === 'sited' ? answer.objective : NaN)

function sanFrancisco(folder: string): SitingProblem {
  const weightOf = new Map(linesOf(join(folder, DEMAND)).map((line) => [line[3]!, Number(line[6])]))
  const trips = linesOf(join(folder, DISTANCES)).map(([metres, site, tract]) => ({
    metres: Number(metres),
    site: site!,
    tract: tract!,
  }))
  const tracts = [...new Set(trips.map(({ tract }) => tract))].sort()
  const sites = [...new Set(trips.map(({ site }) => site))].sort()
  const cost = new Float64Array(tracts.length * sites.length).fill(Infinity)
  for (const { metres, site, tract } of trips) cost[tracts.indexOf(tract) * sites.length + sites.indexOf(site)] = metres
  const weights = Float64Array.from(tracts, (tract) => weightOf.get(tract) ?? NaN)
  return { costs: { rows: tracts.length, columns: sites.length, cost }, weights, fixed: [] }
}

const linesOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((field) => field.replace(/^"|"$/g, '')))
