import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { rankCandidates } from '@fatong/casework/assignment/candidates.ts'
import type { CandidateProvider, CaseToPlace } from '@fatong/casework/assignment/policy.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import { replacing } from '@fatong/casework/application/replacing.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { ConflictFinding } from '@fatong/casework/application/types.ts'
import { STATUSES } from '@fatong/casework/vocabulary.ts'
import { ERRORS } from '@fatong/contract/errors.ts'
import type {
  applyHandings as applyRoute,
  handingPeople as peopleRoute,
  planHandings as planRoute,
} from '@fatong/contract/network/rebalance.ts'
import { REFUSAL_WORDING } from '@fatong/contract/refusals.ts'
import { localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import { batchOf, type BatchCase } from '@fatong/network/assignment/batch.ts'
import { policies } from '@fatong/network/assignment/policies.ts'
import { rankLawyers } from '@fatong/network/assignment/rank.ts'
import { rebalanced, type Rebalanced } from '@fatong/network/assignment/rebalance.ts'
import type { CaseLine } from '../../db/stores/cases.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import { keepAdvice, adviceTaken, settleAdvice } from '../casework/advice.ts'
import { candidateFacts, chosenProvider, teamFor } from '../casework/candidates.ts'
import { loadCase, remember } from '../casework/load-case.ts'
import { runCommands } from '../casework/run-command.ts'
import type { InputOf } from '../input.ts'
import { done, failed, refused, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { keepsDays } from './team.ts'

/** Cases whose lawyer can be changed (T17). */
const HELD = ['provisional', 'assigned', 'engaged', 'inProgress'] as const
const MOST = 400
const SHOWN = 3
/** Who may request, decide and assign, all at once. */
const CONFIRMS = ['director'] as const

interface Held {
  line: CaseLine
  state: CaseState
  from: { staffId: string; name: string }
  facts: CaseToPlace
  providers: CandidateProvider[]
  conflicts: ReadonlyMap<string, readonly ConflictFinding[]>
}

async function heldCases(parts: Parts, caller: StaffCaller, of: (staffId: string) => boolean): Promise<Held[]> {
  const access = accessOf(caller)
  const places = await directory(parts)
  const agencyIds = caller.placeIds.filter((id) => places.byId.get(id)?.kind === 'center')
  if (agencyIds.length === 0) return []
  const { items } = await parts.stores.cases.queue(access, { statuses: [...HELD], agencyIds }, undefined, MOST)
  const held: Held[] = []
  for (const line of items) {
    const loaded = await loadCase(parts, access, line.id)
    const provider = loaded?.state.assignment?.provider
    if (loaded && provider && !replacing(loaded.state) && of(provider.staffId))
      held.push({
        line,
        state: loaded.state,
        from: { staffId: provider.staffId, name: provider.name },
        ...(await candidateFacts(parts, caller, loaded.state)),
      })
  }
  return held
}

export async function handingPeople(
  parts: Parts,
  caller: StaffCaller,
): Promise<Outcome<z.infer<typeof peopleRoute.reply>>> {
  if (!holdsRole(caller, 'assigner', 'director')) return failed('forbidden')
  const today = localDateOf(parts.clock.now())
  const stored = await parts.stores.providers.list()
  return done({
    mayConfirm: holdsRole(caller, ...CONFIRMS),
    items: stored
      .filter(({ openLoad }) => openLoad > 0)
      .map(({ staffId, name, orgName, openLoad, member }) => {
        const away = member?.leave.find(({ from, to }) => from <= today && today <= to)
        return { staffId, name, orgName, cases: openLoad, leave: away ? `${away.from} 到 ${away.to} 请假` : null }
      }),
  })
}

/** Who takes over, with as few changes of lawyer as can be; nothing is changed by it. */
export async function planHandings(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof planRoute>,
): Promise<Outcome<z.infer<typeof planRoute.reply>>> {
  if (!holdsRole(caller, 'assigner', 'director')) return failed('forbidden')
  const away = new Set(body.away)
  const began = performance.now()
  let cases = await heldCases(parts, caller, (staffId) => away.has(staffId))
  let found = spreadOf(cases, away)
  // Only where somebody is left without a lawyer are the cases of the others looked at, too.
  if (found.unplaced.length > 0) {
    cases = await heldCases(parts, caller, () => true)
    found = spreadOf(cases, away)
  }
  const byId = new Map(cases.map((one) => [one.line.id, one]))
  const names = new Map((await parts.stores.providers.list()).map(({ staffId, name }) => [staffId, name]))
  return done({
    othersMoved: found.othersMoved,
    milliseconds: performance.now() - began,
    away: body.away.map((staffId) => ({
      staffId,
      name: names.get(staffId) ?? '',
      cases: cases.filter(({ from }) => from.staffId === staffId).length,
    })),
    moves: found.moves.flatMap(({ id, to, says }) => {
      const one = byId.get(id)
      const open = one ? openFor(one, away) : []
      const taker = open.find(({ lawyer }) => lawyer.staffId === to)
      if (!one || !taker) return []
      return [
        {
          caseId: id,
          ...headOf(one),
          statusText: STATUSES[one.line.status],
          from: one.from,
          says,
          makesRoom: !away.has(one.from.staffId),
          to: {
            staffId: to,
            name: taker.lawyer.name,
            orgName: taker.lawyer.orgName,
            reasons: taker.parts.map((part) => part.says),
            explain: (one.conflicts.get(to) ?? []).map(({ with: who }) => who),
          },
          others: open
            .filter(({ lawyer }) => lawyer.staffId !== to)
            .slice(0, SHOWN)
            .map(({ lawyer, cost }) => ({
              staffId: lawyer.staffId,
              name: lawyer.name,
              cost: Math.round(cost * 10) / 10,
            })),
        },
      ]
    }),
    unplaced: found.unplaced.flatMap((id) => {
      const one = byId.get(id)
      if (!one) return []
      const { number, applicant } = headOf(one)
      return [
        {
          caseId: id,
          number,
          applicant,
          from: one.from.name,
          why:
            openFor(one, away).length > 0
              ? '能办的人都排满了'
              : (rankLawyers(one.facts, one.providers, one.conflicts).banned.find(
                  ({ lawyer }) => !away.has(lawyer.staffId),
                )?.says[0] ?? '没有别的人能办'),
        },
      ]
    }),
  })
}
const headOf = ({ line }: Held) => ({
  number: line.number,
  applicant: line.applicantName,
  matter: MATTERS[line.matter].term,
})
const openFor = (one: Held, away: ReadonlySet<string>) =>
  rankLawyers(one.facts, one.providers, one.conflicts).open.filter(
    ({ lawyer }) => !away.has(lawyer.staffId) && lawyer.staffId !== one.from.staffId,
  )

function spreadOf(cases: readonly Held[], away: ReadonlySet<string>): Rebalanced {
  const { lawyers: team, between } = teamFor(cases.map(({ line, ...known }) => ({ id: line.id, ...known })))
  // What is asked about is not counted twice.
  const asked = (staffId: string) => cases.filter(({ from }) => from.staffId === staffId).length
  const lawyers = team.map((one) => ({ ...one, openLoad: Math.max(0, one.openLoad - asked(one.staffId)) }))
  const batch = batchOf(
    cases.map(({ line, facts }): BatchCase => ({ id: line.id, ...facts })),
    lawyers,
    between,
  )
  return rebalanced({ batch, heldBy: new Map(cases.map(({ line, from }) => [line.id, from.staffId])), away })
}

/** Case by case: request, decision and assignment in one commit (CF-6, CF-7), so that no case is ever left between two lawyers. One that fails stays as it was. */
export async function applyHandings(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof applyRoute>,
): Promise<Outcome<z.infer<typeof applyRoute.reply>>> {
  if (!holdsRole(caller, ...CONFIRMS)) return failed('forbidden')
  const items: z.infer<typeof applyRoute.reply>['items'] = []
  for (const move of body.moves) {
    const outcome = await handOver(parts, caller, body.reason, move)
    items.push(
      outcome.ok
        ? { caseId: move.caseId, ok: true, says: '', papers: outcome.value }
        : {
            caseId: move.caseId,
            ok: false,
            says: outcome.error === 'refused' ? REFUSAL_WORDING[outcome.refusal] : ERRORS[outcome.error].says,
            papers: [],
          },
    )
  }
  const leaveKept =
    body.leave !== null &&
    (await keepLeaves(parts, caller, body.leave, body.reason, new Set(body.moves.map(({ from }) => from))))
  return done({ items, leaveKept })
}

async function handOver(
  parts: Parts,
  caller: StaffCaller,
  reason: string,
  { caseId, from, to, proposed, note }: z.infer<typeof applyRoute.body>['moves'][number],
): Promise<Outcome<string[]>> {
  const access = accessOf(caller)
  const loaded = await loadCase(parts, access, caseId)
  if (!loaded) return failed('notFound')
  const { state } = loaded
  // Somebody else changed the lawyer meanwhile: what was advised no longer holds.
  if (state.assignment?.provider.staffId !== from) return failed('changedMeanwhile')
  const [actor, chosen, { facts, providers, conflicts }] = await Promise.all([
    actorFor(parts, caller, state),
    chosenProvider(parts, caller, caseId, state, to),
    candidateFacts(parts, caller, state),
  ])
  if (!chosen) return failed('notFound')
  if (chosen.unavailable.length > 0) return refused('lawyerUnavailable', { reasons: chosen.unavailable })
  const others = providers.filter(({ staffId }) => staffId !== from)
  const adviceId = await keepAdvice(parts, caller, {
    caseId,
    agencyId: state.agencyId,
    policy: 'handing',
    ranked: rankCandidates(facts, others, conflicts, policies().precise),
    proposed,
  })
  const advice = await adviceTaken(parts, caller, caseId, adviceId, to)
  const commands: [Command, ...Command[]] = [
    { type: 'requestReplacement', reason },
    { type: 'decideReplacement', approve: true, reason },
    {
      type: 'assignLawyer',
      provider: chosen.provider,
      reasons: chosen.reasons,
      documentNumber: '',
      ...(advice ? { advice } : {}),
      conflictCheck: {
        checkedAt: parts.clock.now(),
        findings: chosen.findings,
        ...(note === '' ? {} : { explanation: note }),
      },
      ...(note === '' ? {} : { override: note }),
    },
  ]
  const asked = { caseId, idempotencyScope: `handing ${caller.staffId}`, requestBody: { caseId, from, to } }
  const outcome = await runCommands(parts, { ...asked, before: state, actor, access }, commands)
  if (outcome.ok && advice) await settleAdvice(parts, caller, advice, chosen.provider.name, note === '' ? null : note)
  const remembered = await remember(parts, asked, false, outcome)
  return remembered.ok ? done(remembered.value.documents.map(({ title }) => title)) : remembered
}

/** Everybody whose cases were handed over, where the team's list knows them and the caller keeps it. */
async function keepLeaves(
  parts: Parts,
  caller: StaffCaller,
  { from, to }: { from: string; to: string },
  reason: string,
  staffIds: ReadonlySet<string>,
): Promise<boolean> {
  const access = accessOf(caller)
  const members = (await parts.stores.network.team(access)).filter(
    (one) => one.staffId !== null && staffIds.has(one.staffId) && keepsDays(caller, one),
  )
  for (const { id } of members) {
    await parts.stores.network.addLeave(
      access,
      {
        id: randomUUID(),
        memberId: id,
        from: localDate(from),
        to: localDate(to),
        reason,
        enteredBy: caller.staffId,
        enteredAt: parts.clock.now(),
      },
      auditEntry(parts, caller, {
        action: 'administer',
        subjectKind: 'teamLeave',
        subjectId: id,
        fields: ['from', 'to'],
        why: reason,
      }),
    )
  }
  return members.length > 0
}
