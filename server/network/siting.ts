import { siteBesideToday } from '@fatong/network/siting/beside-today.ts'
import type { Goal } from '@fatong/network/siting/goal.ts'
import { highsSolver } from '@fatong/network/siting/highs.ts'
import { weightWithin } from '@fatong/network/siting/mclp.ts'
import type { SitingProblem } from '@fatong/network/siting/problem.ts'
import type { SitingOrder, SitingReply } from './orders.ts'
import type { Ways } from './ways.ts'

const clock = () => performance.now()

const GOALS: Record<Goal, string> = {
  coverAll: '已经能让每个村都在时限内',
  coverMost: '照顾到的人最多',
  shortest: '大家路上花的时间加起来最短',
  farthest: '最远的那个村也尽量近',
}

/** Ways are computed in seconds and told in minutes; people and places are what they are. */
const UNITS: Record<Goal, number> = { coverAll: 1, coverMost: 1, shortest: 60, farthest: 60 }

/** Sites are the points of today that count and every village: the fixed ones stay whatever comes, the free ones may go. */
export async function siting(
  { goal, more, mode, limitMinutes, seconds, villages, fixed, free }: SitingOrder,
  ways: Ways,
): Promise<SitingReply> {
  const began = clock()
  const from = villages.map(({ at }) => at)
  const today = [...fixed, ...free]
  const problem: SitingProblem = {
    costs: ways.times(mode, from, [...today, ...from]).seconds,
    weights: Float64Array.from(villages, ({ people }) => people),
    fixed: fixed.map((_, at) => at),
  }
  const radius = limitMinutes * 60
  const answer = siteBesideToday(
    { goal, problem, free: free.map((_, at) => fixed.length + at), more, radius },
    await highsSolver(),
    { clock, seconds },
  )
  const people = problem.weights.reduce((sum, one) => sum + one, 0)
  const within = (sites: readonly number[]) => weightWithin(problem, radius, sites)
  const before = within(today.map((_, at) => at))
  const unit = UNITS[goal]
  const head = {
    seconds: (clock() - began) / 1000,
    estimated: ways.estimated,
    today: Number.isFinite(answer.today) ? answer.today / unit : null,
  }
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
      kept: [],
      givenUp: [],
      covered: { before, after: before, people },
      unreachable: answer.unreachable,
    }
  }
  return {
    ...head,
    outcome: 'sited',
    says: GOALS[goal],
    objective: answer.objective / unit,
    bound: answer.bound / unit,
    gap: answer.gap,
    sites: answer.added.map((column) => column - today.length),
    kept: answer.kept.map((column) => column - fixed.length),
    givenUp: answer.givenUp.map((column) => column - fixed.length),
    covered: { before, after: within(answer.sites), people },
    unreachable: [],
  }
}
