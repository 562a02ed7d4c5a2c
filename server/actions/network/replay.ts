import type { z } from 'zod'
import type { CaseState } from '@fatong/casework/application/state.ts'
import {
  REPLAYED,
  type replayCases as replayRoute,
  type ReplayedCode,
  type replayTable as tableRoute,
} from '@fatong/contract/network/replay.ts'
import { addDays, instant, instantAt, localDate, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { Lawyer } from '@fatong/network/assignment/lawyer.ts'
import { policies } from '@fatong/network/assignment/policies.ts'
import { asItWas, replayed, type Before, type PastCase, type Replayed } from '@fatong/network/assignment/replay.ts'
import type { PastCaseRow } from '../../db/stores/past-cases.ts'
import type { ServedFile } from '../../files/serving.ts'
import { CASEWORK_SETTING, readCasework } from '../administration/settings.ts'
import { holdsRole, type StaffCaller } from '../caller.ts'
import { candidateFacts, teamFor, type CandidateFacts } from '../casework/candidates.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

type Reply = z.infer<typeof replayRoute.reply>
const MOST = 500
const USUAL_DAYS = 90
const HOUR = 3_600_000

/** The cases of a span played again under each policy, beside what was really done. For those who set the policy. */
export async function replayCases(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof replayRoute>,
): Promise<Outcome<Reply>> {
  if (!holdsRole(caller, 'director')) return failed('forbidden')
  const today = localDateOf(parts.clock.now())
  const [first, last] = [
    query.from === undefined ? addDays(today, -USUAL_DAYS) : localDate(query.from),
    query.to === undefined ? today : localDate(query.to),
  ]
  if (first > last) return failed('malformed', { fields: { to: '结束日期不能早于开始日期' } })
  const began = performance.now()
  const agencyIds = await agenciesOf(parts, caller)
  const [from, to] = [instantAt(first, 0), instantAt(addDays(last, 1), 0)]
  const [rows, held, stored] = await Promise.all([
    parts.stores.pastCases.assigned(agencyIds, from, to, MOST + 1),
    parts.stores.pastCases.heldAt(agencyIds, from),
    parts.stores.lawSettings.setting(CASEWORK_SETTING),
  ])
  const known: (CandidateFacts & { row: PastCaseRow })[] = []
  for (const row of rows.slice(0, MOST))
    known.push({ row, ...(await candidateFacts(parts, caller, row.state as CaseState)) })
  const cases = known.map(({ row, facts }) => pastCase(row, facts, parts.clock.now()))
  const { lawyers: team, between } = teamFor(known.map(({ row, ...rest }) => ({ id: row.id, ...rest })))
  const lawyers = team.map(asNew)
  const before = held.map(({ lawyerId, until }): Before => ({ staffId: lawyerId, until: until ?? to }))
  const all = policies()
  const results: Record<ReplayedCode, Replayed> = {
    asItWas: asItWas(cases, lawyers, between, undefined, before),
    precise: replayed(cases, lawyers, all.precise, between, undefined, before),
    named: replayed(cases, lawyers, all.named, between, undefined, before),
    rota: replayed(cases, lawyers, all.rota, between, undefined, before),
  }
  return done({
    from: first,
    to: last,
    cases: cases.length,
    lawyers: lawyers.length,
    left: Math.max(0, rows.length - MOST),
    policy: readCasework(stored).assignmentPolicy,
    milliseconds: performance.now() - began,
    figures: Object.fromEntries(Object.entries(results).map(([code, result]) => [code, figuresOf(result, lawyers)])),
  })
}

async function agenciesOf(parts: Parts, caller: StaffCaller): Promise<string[]> {
  const places = await directory(parts)
  return caller.placeIds.filter((id) => places.byId.get(id)?.kind === 'center')
}

/** As the case stood when it could be assigned: whoever declined or was replaced did so later. */
function pastCase(
  { id, state, lawyerId, since, until }: PastCaseRow,
  facts: CandidateFacts['facts'],
  now: Instant,
): PastCase {
  const { decision, openedAt, kind } = state as CaseState
  const ready = kind === 'notified' ? openedAt : (decision?.at ?? since)
  const at = instant(Math.min(ready, since))
  return {
    id,
    ...facts,
    stoodDown: [],
    today: localDateOf(at),
    at,
    minutesInHand: Math.max(1, ((until ?? now) - since) / 60_000),
    was: { staffId: lawyerId, at: since },
  }
}
/** Loads are counted from the cases themselves; who is away today was not away then. */
function asNew(lawyer: Lawyer): Lawyer {
  const { leave: _leave, lapsed: _lapsed, lastAssignedAt: _last, ...rest } = lawyer
  return { ...rest, openLoad: 0 }
}

const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits
function figuresOf(
  { assigned, cost, gini, maxLoad, unplaced, waiting, loads }: Replayed,
  lawyers: readonly Lawyer[],
): Reply['figures'][string] {
  const placed = assigned.length - unplaced
  return {
    cost: round(cost),
    meanCost: placed === 0 ? 0 : round(cost / placed),
    gini: round(gini, 3),
    maxLoad,
    unplaced,
    waited: waiting.cases,
    waitingMeanHours: round((waiting.meanMinutes * 60_000) / HOUR),
    waitingMaxHours: round((waiting.maxMinutes * 60_000) / HOUR),
    loads: loads.map(({ staffId, cases, most }) => {
      const lawyer = lawyers.find((one) => one.staffId === staffId)!
      return { name: lawyer.name, capacity: lawyer.capacity, cases, most }
    }),
  }
}

const HEAD = [
  '派法',
  '不合适扣分（合计）',
  '每件平均扣分',
  '忙闲不均（0 最匀）',
  '手上最多几件',
  '平均等几小时',
  '最长等几小时',
  '等了的件数',
  '没人能办',
]
/** The same as a table to take along: the figures, then how many cases each lawyer would have had. */
export async function replayTable(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof tableRoute>,
): Promise<Outcome<ServedFile>> {
  const outcome = await replayCases(parts, caller, { params: {}, query, body: undefined } as never)
  if (!outcome.ok) return outcome
  const { figures, from, to, cases } = outcome.value
  const codes = Object.keys(REPLAYED) as ReplayedCode[]
  const blank = HEAD.map(() => '')
  const line = (...cells: string[]): string[] => [...cells, ...blank].slice(0, HEAD.length)
  const rows = [
    ...codes.map((code) => {
      const one = figures[code]!
      return [
        REPLAYED[code],
        ...[
          one.cost,
          one.meanCost,
          one.gini,
          one.maxLoad,
          one.waitingMeanHours,
          one.waitingMaxHours,
          one.waited,
          one.unplaced,
        ].map(String),
      ]
    }),
    line(),
    line('各人件数', ...codes.map((code) => REPLAYED[code]), '最多能办'),
    ...(figures.asItWas?.loads ?? []).map(({ name, capacity }, at) =>
      line(name, ...codes.map((code) => String(figures[code]!.loads[at]!.cases)), String(capacity)),
    ),
    line(),
    line(`${from} 到 ${to}，${cases} 件`, '利益冲突按现在的记录查；实际办理的等待含办公时间，重放只算等空位的时间'),
  ]
  const { file, mediaType } = await parts.tables.write('xlsx', HEAD, rows)
  return done({
    file,
    mediaType,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`换一种派法-${from}-${to}.xlsx`)}`,
    },
  })
}
