import type { z } from 'zod'
import { rankCandidates } from '@fatong/casework/assignment/candidates.ts'
import type { CandidateProvider, CaseToPlace } from '@fatong/casework/assignment/policy.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { ConflictFinding } from '@fatong/casework/application/types.ts'
import { ERRORS } from '@fatong/contract/errors.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import type {
  applyAssignments as applyRoute,
  AssignmentPolicyCode,
  planAssignments as planRoute,
} from '@fatong/contract/network/assignment.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import {
  assignBatch,
  assignNamed,
  batchOf,
  fairestWithin,
  type Batch,
  type BatchAnswer,
  type BatchCase,
} from '@fatong/network/assignment/batch.ts'
import { gini } from '@fatong/network/assignment/fairness.ts'
import { policies, type PolicyCode } from '@fatong/network/assignment/policies.ts'
import { longestWaiting, rankLawyers } from '@fatong/network/assignment/rank.ts'
import { roomOf } from '@fatong/network/assignment/load-price.ts'
import type { CaseLine } from '../../db/stores/cases.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import { keepAdvice } from '../casework/advice.ts'
import { candidateFacts, policyInForce, teamFor } from '../casework/candidates.ts'
import { deskCommand } from '../casework/desk-command.ts'
import { loadCase } from '../casework/load-case.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

type Plan = z.infer<typeof planRoute.reply>
const MOST = 200
/** Of what the precise choice costs, this much more may be spent on evenness. */
const FAIR_RISE = 0.05
const SHOWN = 3
const WAITING = ['granted', 'notified', 'provisional', 'reassigning'] as const

interface Waiting {
  line: CaseLine
  state: CaseState
  facts: CaseToPlace
  providers: CandidateProvider[]
  conflicts: ReadonlyMap<string, readonly ConflictFinding[]>
}

/** The cases that wait for somebody, each with its conflict check. */
async function waitingCases(
  parts: Parts,
  caller: StaffCaller,
  only: readonly string[] | undefined,
): Promise<Waiting[]> {
  const access = accessOf(caller)
  const places = await directory(parts)
  const agencyIds = caller.placeIds.filter((id) => places.byId.get(id)?.kind === 'center')
  if (agencyIds.length === 0) return []
  const { items } = await parts.stores.cases.queue(access, { statuses: [...WAITING], agencyIds }, undefined, MOST)
  const waiting: Waiting[] = []
  for (const line of items) {
    if (only && !only.includes(line.id)) continue
    const loaded = await loadCase(parts, access, line.id)
    if (
      !loaded ||
      loaded.state.assignment ||
      (loaded.state.status === 'reassigning' && loaded.state.replacement?.decided !== true)
    )
      continue
    waiting.push({ line, state: loaded.state, ...(await candidateFacts(parts, caller, loaded.state)) })
  }
  return waiting
}

/** Proposes who takes which of the waiting cases, all at once, beside what the other policies would do. A person decides. */
export async function planAssignments(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof planRoute>,
): Promise<Outcome<Plan>> {
  if (!holdsRole(caller, 'assigner', 'director')) return failed('forbidden')
  const waiting = await waitingCases(parts, caller, body.caseIds)
  const { lawyers, between } = teamFor(waiting.map(({ line, ...known }) => ({ id: line.id, ...known })))
  const began = performance.now()
  const cases = waiting.map(({ line, facts }): BatchCase => ({ id: line.id, ...facts }))
  const batch = batchOf(cases, lawyers, between)
  const precise = assignBatch(batch)
  const answers: Record<AssignmentPolicyCode, BatchAnswer['assigned']> = {
    precise: precise.assigned,
    named: assignNamed(batch).assigned,
    // beside the precise choice, which looks at the load too: the even one would else be cheaper and less even
    fair: fairestWithin(batch, FAIR_RISE, { than: precise }).assigned,
    rota: byRota(batch),
  }
  const milliseconds = performance.now() - began
  const compared = Object.fromEntries(
    Object.entries(answers).map(([code, assigned]) => [code, totalsOf(batch, assigned)]),
  )
  const district = await policyInForce(parts)
  const policy = body.policy ?? (district.code as PolicyCode)
  const toOf = new Map(answers[policy].map(({ id, staffId }) => [id, staffId]))
  return done({
    policy,
    district: district.code as PolicyCode,
    milliseconds,
    lawyers: lawyers.length,
    totals: compared[policy]!,
    compared,
    fairNote: fairNote(batch, compared),
    items: waiting.map(({ line, facts, providers, conflicts }) => {
      const ranked = rankLawyers(facts, providers, conflicts)
      const chosen = ranked.open.find(({ lawyer }) => lawyer.staffId === toOf.get(line.id))
      return {
        caseId: line.id,
        number: line.number,
        applicant: line.applicantName,
        matter: MATTERS[line.matter].term,
        light: line.light,
        to: chosen
          ? {
              staffId: chosen.lawyer.staffId,
              name: chosen.lawyer.name,
              cost: round(chosen.cost),
              orgName: chosen.lawyer.orgName,
              reasons: chosen.parts.filter(({ cost }) => cost >= 0).map(({ says }) => says),
              explain: (conflicts.get(chosen.lawyer.staffId) ?? []).map(({ with: who }) => who),
            }
          : null,
        others: ranked.open
          .filter(({ lawyer }) => lawyer.staffId !== chosen?.lawyer.staffId)
          .slice(0, SHOWN)
          .map(({ lawyer, cost }) => ({ staffId: lawyer.staffId, name: lawyer.name, cost: round(cost) })),
        why: chosen ? '' : ranked.open.length > 0 ? '能办的人都排满了' : (ranked.banned[0]?.says[0] ?? '没有能办的人'),
      }
    }),
  })
}
const round = (cost: number): number => Math.round(cost * 10) / 10

/** Why the even way is no evener than the precise one: said, because the officer would look for a fault. */
function fairNote({ lawyers }: Batch, { fair, precise }: Record<string, Plan['totals']>): string {
  if (!fair || !precise || fair.gini < precise.gini - 0.0005) return ''
  if (precise.unassigned > 0 && precise.maxLoad >= Math.max(0, ...lawyers.map(({ capacity }) => Math.floor(capacity))))
    return '能办的人差不多都排满了，没有空位可以再匀。'
  return `精准指派已经顾到忙闲，再匀就要多扣 ${Math.round(FAIR_RISE * 100)}% 以上的分，所以两种排法一样。`
}

/** In turn, as the law's minimum: whoever waited longest among those who may and have room. */
function byRota({ cases, lawyers, cost }: Batch): BatchAnswer['assigned'] {
  const now = lawyers.map((lawyer) => ({ ...lawyer }))
  let turn = Math.max(0, ...lawyers.map(({ lastAssignedAt }) => lastAssignedAt ?? 0))
  return cases.map(({ id }, row) => {
    const [next] = now
      .map((lawyer, column) => ({ lawyer, column }))
      .filter(({ lawyer, column }) => roomOf(lawyer) > 0 && Number.isFinite(cost[row * lawyers.length + column]!))
      .sort((a, b) => longestWaiting(a.lawyer, b.lawyer))
    if (!next) return { id, cost: 0 }
    turn += 1
    now[next.column] = { ...next.lawyer, openLoad: next.lawyer.openLoad + 1, lastAssignedAt: instant(turn) }
    return { id, staffId: next.lawyer.staffId, cost: cost[row * lawyers.length + next.column]! }
  })
}

function totalsOf({ lawyers }: Batch, assigned: BatchAnswer['assigned']): Plan['totals'] {
  const loads = lawyers.map(
    ({ staffId, openLoad }) => openLoad + assigned.filter((one) => one.staffId === staffId).length,
  )
  return {
    cost: round(assigned.reduce((sum, one) => sum + one.cost, 0)),
    gini: gini(
      loads,
      lawyers.map(({ capacity }) => capacity),
    ),
    maxLoad: Math.max(0, ...loads),
    unassigned: assigned.filter(({ staffId }) => staffId === undefined).length,
  }
}

/** Assigns one after the other by the same command as the case page; what was advised and what was chosen is kept. One that fails stops no other. */
export async function applyAssignments(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof applyRoute>,
): Promise<Outcome<z.infer<typeof applyRoute.reply>>> {
  if (!holdsRole(caller, 'assigner', 'director')) return failed('forbidden')
  const items: z.infer<typeof applyRoute.reply>['items'] = []
  for (const { caseId, staffId, proposed, reason } of body.items) {
    const followed = proposed === staffId
    if (!followed && proposed !== null && reason === '') {
      items.push({ caseId, ok: false, says: '没有用建议的人，请写明理由' })
      continue
    }
    const adviceId = await keptAdvice(parts, caller, caseId, body.policy, proposed)
    const given =
      reason === '' ? {} : { explanation: reason, delayReason: reason, ...(followed ? {} : { override: reason }) }
    const outcome = await deskCommand('assignLawyer')(parts, caller, {
      params: { id: caseId },
      query: {},
      body: { staffId, ...(adviceId ? { adviceId } : {}), ...given },
    })
    items.push(
      outcome.ok
        ? { caseId, ok: true, says: '' }
        : {
            caseId,
            ok: false,
            says: outcome.error === 'refused' ? REFUSAL_WORDING[outcome.refusal] : ERRORS[outcome.error].says,
          },
    )
  }
  return done({ items })
}

/** The list of the case as it stands now, with whom the plan proposed at its head. */
async function keptAdvice(
  parts: Parts,
  caller: StaffCaller,
  caseId: string,
  policy: AssignmentPolicyCode,
  proposed: string | null,
): Promise<string | undefined> {
  const loaded = await loadCase(parts, accessOf(caller), caseId)
  if (!loaded) return undefined
  const { facts, providers, conflicts } = await candidateFacts(parts, caller, loaded.state)
  const ranked = rankCandidates(facts, providers, conflicts, policies()[policy === 'fair' ? 'precise' : policy])
  return keepAdvice(parts, caller, {
    caseId,
    agencyId: loaded.state.agencyId,
    policy,
    ranked,
    ...(proposed === null ? {} : { proposed }),
  })
}
