import { localDate } from '@fatong/law/calendar/dates.ts'
import { assignBatch, batchOf, fairestWithin } from '@fatong/network/assignment/batch.ts'
import type { Batch, BatchCase } from '@fatong/network/assignment/batch.ts'
import type { Lawyer } from '@fatong/network/assignment/lawyer.ts'
import { roomOf } from '@fatong/network/assignment/load-price.ts'
import { rankLawyers } from '@fatong/network/assignment/rank.ts'
import { munkres } from 'munkres'
import { chance } from './random.ts'

const MATTERS = [
  'laborRemuneration',
  'workInjury',
  'support',
  'domesticViolence',
  'pension',
  'stateCompensation',
  'traffic',
  'criminalDefense',
]
const LANGUAGES = ['东乡语', '藏语', '撒拉语']
const TOWNS = 12
const TOLERATED = 0.05

/** Lawyers of a city: one to three specialties, some with the language of a minority, three to nine cases and `seats` together. */
function team(count: number, seats: number, random: () => number): Lawyer[] {
  const lawyers = Array.from(
    { length: count },
    (_, at): Lawyer => ({
      staffId: `L${at}`,
      name: `律师${at}`,
      kind: at % 12 === 0 ? 'grassrootsLegalWorker' : 'lawyer',
      practiceYears: Math.floor(random() * 20),
      criminalDefenseYears: Math.floor(random() * 12),
      juvenileAware: random() < 0.3,
      specialties: Array.from(
        { length: 1 + Math.floor(random() * 3) },
        () => MATTERS[Math.floor(random() * MATTERS.length)]!,
      ),
      openLoad: 0,
      capacity: 0,
      languages: random() < 0.25 ? ['普通话', LANGUAGES[Math.floor(random() * 3)]!] : ['普通话'],
      gender: random() < 0.4 ? 'female' : 'male',
      town: String(at % TOWNS),
    }),
  )
  const capacity = lawyers.map(() => 3 + Math.floor(random() * 7))
  for (let more = seats - capacity.reduce((sum, one) => sum + one, 0); more !== 0; ) {
    const [at, step] = [Math.floor(random() * count), Math.sign(more)]
    if (capacity[at]! + step < 3 || capacity[at]! + step > 9) continue
    capacity[at]! += step
    more -= step
  }
  return lawyers.map((lawyer, at) => ({ ...lawyer, capacity: capacity[at]! }))
}

function morning(count: number, random: () => number): BatchCase[] {
  return Array.from({ length: count }, (_, at): BatchCase => {
    const matter = MATTERS[Math.floor(random() * MATTERS.length)]!
    const defence = matter === 'criminalDefense'
    return {
      id: `C${at}`,
      stoodDown: [],
      today: localDate('2026-11-24'),
      town: String(Math.floor(random() * TOWNS)),
      ...(defence ? {} : { matter }),
      qualification: defence
        ? { service: 'criminalDefense', juvenile: random() < 0.2, mayGetLifeOrDeath: random() < 0.1 }
        : { service: 'civilRepresentation' },
      wishes: {
        ...(random() < 0.12 ? { language: LANGUAGES[Math.floor(random() * 3)]! } : {}),
        ...(random() < 0.15 ? { lawyerGender: 'female' as const } : {}),
      },
    }
  })
}

const [CASES, LAWYERS, SEATS, DISTRICTS] = [1_000, 200, 1_171, 3]

/**
 * 1,000 cases to 200 lawyers in three invented districts, beside another solver that sees every place as a seat of its own: how much
 * evener the load can be for so much more. Then one case among 2,000 lawyers. Means of the three, the worst where it is yes or no.
 */
export function measureAssignment(say: (line: string) => void): Record<string, number> {
  const found = Array.from({ length: DISTRICTS }, (_, seed) => measureDistrict(chance(seed + 1), say))
  const mean = (pick: (one: District) => number) => found.reduce((sum, one) => sum + pick(one), 0) / DISTRICTS
  return {
    assignOptimal: found.every(({ optimal }) => optimal) ? 1 : 0,
    costRise: mean(({ costRise }) => costRise),
    giniFall: mean(({ giniFall }) => giniFall),
    singleCaseMs: measureSingle(chance(7)),
    worstGiniFall: Math.min(...found.map(({ giniFall }) => giniFall)),
    giniBefore: mean(({ giniBefore }) => giniBefore),
    giniAfter: mean(({ giniAfter }) => giniAfter),
    assignMs: mean(({ assignMs }) => assignMs),
    assignPairsMs: mean(({ pairsMs }) => pairsMs),
    munkresMs: mean(({ peerMs }) => peerMs),
    fairestMs: mean(({ fairMs }) => fairMs),
  }
}

type District = ReturnType<typeof measureDistrict>

function measureDistrict(random: () => number, say: (line: string) => void) {
  const [cases, lawyers] = [morning(CASES, random), team(LAWYERS, SEATS, random)]
  // People and lawyers live all over a district of 60 by 40 km; one pair in fifty has a conflict of interest.
  const spots = new Map(
    [...cases.map(({ id }) => id), ...lawyers.map(({ staffId }) => staffId)].map((id) => [
      id,
      { x: random() * 60, y: random() * 40 },
    ]),
  )
  const apart = (one: string, other: string) => {
    const [from, to] = [spots.get(one)!, spots.get(other)!]
    return 5 + (Math.hypot(from.x - to.x, from.y - to.y) * 1.4 * 60) / 40
  }
  const conflicts = new Set(
    Array.from(
      { length: (CASES * LAWYERS) / 50 },
      () => `C${Math.floor(random() * CASES)} L${Math.floor(random() * LAWYERS)}`,
    ),
  )
  const made = timed(() =>
    batchOf(cases, lawyers, {
      findings: (one, lawyer) => (conflicts.has(`${one.id} ${lawyer.staffId}`) ? [{ severity: 'ban' }] : []),
      minutes: (one, lawyer) => apart(one.id, lawyer.staffId),
    }),
  )
  const batch = made.result
  const solved = timed(() => assignBatch(batch, { load: { full: 0 } }))
  const plain = solved.result
  const peer = timed(() => seatsBy(batch))
  const placed = plain.assigned.filter(({ staffId }) => staffId !== undefined).length
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
  const optimal = placed === cases.length && same(plain.cost, peer.result) && same(plain.bound, plain.priced)
  say(
    `${placed} of ${cases.length} cases: cost ${plain.cost.toFixed(1)} in ${solved.ms.toFixed(0)} ms (costs of pairs ${made.ms.toFixed(0)} ms), munkres ${peer.result.toFixed(1)} in ${peer.ms.toFixed(0)} ms`,
  )
  const fair = timed(() => fairestWithin(batch, TOLERATED))
  const { costRise, giniFall, cheapest, gini, full } = fair.result
  say(
    `price of load ${full.toFixed(1)}: cost + ${(costRise * 100).toFixed(2)} %, Gini ${cheapest.gini.toFixed(3)} to ${gini.toFixed(3)}, found in ${fair.ms.toFixed(0)} ms`,
  )
  return {
    optimal,
    costRise,
    giniFall,
    giniBefore: cheapest.gini,
    giniAfter: gini,
    assignMs: solved.ms,
    pairsMs: made.ms,
    peerMs: peer.ms,
    fairMs: fair.ms,
  }
}

/** Each case alone, with bans, reasons and order; the median of 50. */
function measureSingle(random: () => number): number {
  const lawyers = team(2_000, 12_000, random)
  const checked = new Map(lawyers.map(({ staffId }) => [staffId, []]))
  const runs = morning(50, random)
    .map((one) => timed(() => rankLawyers(one, lawyers, checked)).ms)
    .sort((a, b) => a - b)
  return runs[25]!
}

/** The least cost as the Hungarian method finds it; a ban costs more than everything else together. */
function seatsBy({ cases, lawyers, cost }: Batch): number {
  const seats = lawyers.flatMap((lawyer, at) => Array.from({ length: roomOf(lawyer) }, () => at))
  const line = (row: number) => seats.map((lawyer) => Math.min(cost[row * lawyers.length + lawyer]!, 1e6))
  const matrix = cases.map((_, row) => line(row))
  return munkres(matrix).reduce((sum, [row, seat]) => sum + matrix[row]![seat]!, 0)
}

function timed<T>(run: () => T): { ms: number; result: T } {
  const began = performance.now()
  const result = run()
  return { ms: performance.now() - began, result }
}
