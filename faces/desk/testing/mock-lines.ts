/// <reference types="node" />
import { clocksOf } from '@fatong/casework/application/clocks.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { STATUSES, type Status } from '@fatong/casework/vocabulary.ts'
import type { CaseLine, QueueName } from '@fatong/contract/desk/cases.ts'
import { SETTINGS, type MockCase } from './mock-cases.ts'
import { PLACE_NAMES, type MockStaff } from './mock-people.ts'
import type { World } from './mock-world.ts'

/** As the service words it (server/actions/desk/lines.ts). */
const waitingFor = ({ status, objection, provisional }: CaseState): string | null =>
  objection?.outcome === 'orderCorrection'
    ? '已责令改正，等改正'
    : status === 'provisional' && provisional?.formalitiesAt === undefined
      ? '手续没补 20 天'
      : null

export function lineOf(world: World, one: MockCase): CaseLine {
  const s = one.open
  const clocks = clocksOf(s, world.now, SETTINGS)
  const target = clocks.find((c) => c.target),
    legal = clocks.find((c) => c.statutory?.legal),
    paused = clocks.find((c) => c.paused)
  const worst =
    (['red', 'amber', 'paused', 'green'] as const).find((light) => clocks.some((c) => c.light === light)) ?? 'done'
  return {
    id: one.id,
    number: s.number,
    status: s.status,
    statusText: waitingFor(s) ?? STATUSES[s.status],
    matterText: s.kind === 'notified' ? (s.letter?.charge ?? '') : '老板欠工资',
    applicantName: s.form?.applicant.name ?? s.letter?.defendant.name ?? '',
    placeName: PLACE_NAMES[s.placeId] ?? '',
    submittedAt: s.openedAt,
    light: paused ? 'paused' : worst,
    targetAt: target?.target?.dueAt ?? null,
    legalDay: legal?.statutory?.lastDay ?? null,
    pausedWhy: paused ? '等当事人补材料' : null,
    lawyerName: s.assignment?.provider.name ?? null,
    version: s.version,
    unread: unreadOf(world, one),
  }
}

/** Messages of citizens that nobody has opened: the step up to which they were seen stands in the world. */
export const unreadOf = (world: World, { id, open }: MockCase): number =>
  (world.seen.get(id) ?? 0) >= open.version ? 0 : open.messages.filter(({ from }) => from.kind === 'citizen').length

const IN: Record<Exclude<QueueName, 'mine' | 'all' | 'objection'>, Status[]> = {
  accept: ['submitted'],
  supplement: ['supplementing'],
  decide: ['accepted'],
  assign: ['granted', 'notified', 'provisional', 'reassigning'],
  handling: ['assigned', 'engaged', 'inProgress'],
  closing: ['concluded', 'fileReview', 'fileReturned'],
}
const MINE: Partial<Record<string, Status[]>> = {
  clerk: ['submitted'],
  reviewer: ['accepted'],
  approver: ['accepted'],
  assigner: ['granted', 'notified', 'provisional', 'reassigning'],
  lawyer: ['assigned', 'engaged', 'inProgress'],
}

export function casesIn(world: World, person: MockStaff, queue: QueueName): MockCase[] {
  const mine = person.actor.roles.flatMap((role) => MINE[role] ?? [])
  const seen = world.cases.filter(
    (one) => !person.actor.roles.includes('lawyer') || one.open.assignment?.provider.staffId === person.me.staffId,
  )
  const found = seen.filter(({ open }) =>
    queue === 'all'
      ? open.status !== 'archived'
      : queue === 'objection'
        ? open.objection !== undefined
        : (queue === 'mine' ? mine : IN[queue]).includes(open.status) ||
          (mine.includes('accepted') && open.objection?.outcome === 'orderCorrection'),
  )
  const due = (one: MockCase) => {
    const line = lineOf(world, one)
    return line.light === 'paused' ? Infinity : (line.targetAt ?? Date.parse(line.legalDay ?? '2099-01-01'))
  }
  return found.sort((a, b) => due(a) - due(b))
}
