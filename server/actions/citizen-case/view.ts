import { availableCommands } from '@fatong/casework/application/available.ts'
import { clocksOf, type Clock } from '@fatong/casework/application/clocks.ts'
import type { Context } from '@fatong/casework/application/context.ts'
import type { CommandType } from '@fatong/casework/application/commands.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import { nextStep } from '@fatong/casework/application/next-step.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { SAME_DAY_STEPS, STATUSES, type SameDayStep } from '@fatong/casework/vocabulary.ts'
import type { CitizenCase } from '@fatong/contract/citizen/case.ts'
import { formatDate } from '@fatong/law/calendar/wording.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import type { StoredEvent } from '../../db/stores/cases/history.ts'
import { citizenLine } from '../casework/wording/history.ts'
import { NEXT_WORDS, PAUSE_WORDS, YOUR_TURN } from './wording.ts'

/** What stands behind the view besides the case itself. */
export interface Behind {
  id: string
  context: Context
  events: readonly StoredEvent[]
  documents: CitizenCase['documents']
  office: { name: string; phone: string | null }
}

/** The case as the applicant sees it: four stations, what comes next, what they can do. */
export function citizenCase(state: CaseState, { id, context, events, documents, office }: Behind): CitizenCase {
  const settings = { calendar: context.calendar, office: context.office }
  const clocks = clocksOf(state, context.now, settings)
  const next = nextStep(state, context.now, settings)
  const can = new Set(availableCommands(state, context).filter((c) => c.allowed).map((c) => c.command))
  const paused = clocks.find((clock) => clock.paused)?.paused
  return {
    id, number: state.number, version: state.version, status: state.status, statusText: STATUSES[state.status],
    matterText: state.form ? MATTERS[state.form.matter].plain : '刑事辩护', applicantName: state.form?.applicant.name ?? state.letter?.defendant.name ?? '', submittedAt: state.openedAt,
    officeName: office.name, officePhone: office.phone, steps: stations(state, clocks),
    next: { text: NEXT_WORDS[next.code], by: next.dueAt ?? null, yourTurn: YOUR_TURN.includes(next.actor) && state.status !== 'withdrawn', legalLimit: limitText(clocks) },
    paused: paused ? { since: paused.since, ...PAUSE_WORDS[paused.why] } : null,
    supplement: state.supplement && state.status === 'supplementing' ? { items: state.supplement.items, deadline: state.supplement.deadline, suppliedAt: state.supplement.suppliedAt ?? null } : null,
    lawyer: state.assignment ? { name: state.assignment.provider.name, firm: state.assignment.provider.orgName, accepted: state.assignment.acceptedAt !== undefined } : null,
    history: events.flatMap((event) => historyLine(event)),
    messages: state.messages.filter((m) => m.to === 'applicant' || m.from.kind === 'citizen').map((m) => ({ at: m.at, from: m.from.kind === 'citizen' ? '我' : m.from.name, text: m.text, mine: m.from.kind === 'citizen' })),
    materials: state.materials.filter((m) => m.kind !== 'signature').map(({ id: material, kind, name, mediaType, bytes, addedAt }) => ({ id: material, kind, name, mediaType, bytes, addedAt })),
    documents, can: { supply: may(can, 'supplyMaterials'), addMaterials: may(can, 'addMaterials'), withdraw: may(can, 'withdrawApplication'), object: may(can, 'fileObjection'), message: may(can, 'leaveMessage'), requestReplacement: may(can, 'requestReplacement') },
  }
}
const may = (can: ReadonlySet<CommandType>, command: CommandType): boolean => can.has(command)

function stations(state: CaseState, clocks: readonly Clock[]): CitizenCase['steps'] {
  const standing = clocks.some((clock) => clock.paused)
  const ended = ['withdrawn', 'transferred', 'refused', 'terminated'].includes(state.status)
  return (Object.keys(SAME_DAY_STEPS) as SameDayStep[]).map((step) => {
    const record = state.steps[step]
    const at = record?.doneAt ?? null
    const dueAt = clocks.find((clock) => clock.kind === step)?.target?.dueAt ?? null
    const open = record !== undefined && at === null
    return { step, label: SAME_DAY_STEPS[step], at, dueAt, state: at !== null ? 'done' : state.kind === 'notified' && step !== 'assign' ? 'skipped' : ended ? 'skipped' : open ? (standing ? 'paused' : 'current') : 'waiting' }
  })
}

function limitText(clocks: readonly Clock[]): string | null {
  const limit = clocks.find((clock) => clock.statutory?.legal)
  return limit?.statutory ? `法律规定最晚 ${formatDate(limit.statutory.lastDay)}${limit.name}` : null
}

function historyLine(stored: StoredEvent): CitizenCase['history'] {
  const { actor } = stored.meta as { actor: RecordedEvent['actor'] }
  const text = citizenLine({ type: stored.type, data: stored.data, at: stored.at, actor, version: stored.version } as RecordedEvent)
  // Names of clerks are not shown: the office acts.
  return text === null ? [] : [{ at: stored.at, text, by: actor.kind === 'citizen' ? actor.name : '法律援助中心' }]
}
