import { nextStep, STAFF_COMMAND } from '@fatong/casework/application/next-step.ts'
import { PERMISSIONS } from '@fatong/casework/application/permissions.ts'
import * as p from '@fatong/casework/application/testing/people.ts'
import { ROLES, type Role } from '@fatong/casework/vocabulary.ts'
import { QUEUES, type QueueName } from '@fatong/contract/desk/cases.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { expect, it } from 'vitest'
import type { StaffCaller } from '../caller.ts'
import type { Directory } from '../places/directory.ts'
import { filtersOf, readsIn } from './queues.ts'

const places = { byId: new Map([['center', { id: 'center', kind: 'center' }]]) } as unknown as Directory
const holding = (...roles: Role[]): StaffCaller =>
  ({
    kind: 'staff',
    staffId: 'staff-1',
    name: '某某',
    login: 'x',
    roles: roles.map((role) => ({ role, placeId: 'center', reach: ['center'] })),
    placeIds: ['center'],
    orgId: 'firm-1',
    orgName: null,
    ip: '',
    userAgent: '',
  }) as unknown as StaffCaller
/** What somebody with one way in sees. */
function filterOf(...asked: Parameters<typeof filtersOf>) {
  const [only, ...more] = filtersOf(...asked)
  expect(more).toEqual([])
  return only ?? null
}
const settings = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }

const provisional = () => p.provisional().do(p.assigner, p.assign)
const papersIn = () => provisional().do(p.clerk, { type: 'completeFormalities', materials: [] })
const asked = () => p.inProgress().do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
const replaced = () => asked().do(p.approver, { type: 'decideReplacement', approve: true, reason: '属实' })
const evaluated = () => p.paid().do(p.quality, { type: 'recordEvaluation', satisfied: true, grade: 'good', note: '' })

const contested = () => p.refusedCase().do(p.applicant, { type: 'fileObjection', statement: '不服' })
const ordered = () =>
  contested().do(p.bureau, {
    type: 'decideObjection',
    outcome: 'orderCorrection',
    explanation: '应当给予',
    documentNumber: '异1',
  })

it.each(
  [...p.STARTS, provisional, papersIn, asked, replaced, evaluated, contested, ordered].map(
    (start) => [start.name, start] as const,
  ),
)('%s: whoever may take the next step finds the case among their own', (_name, start) => {
  const { state, now } = start()
  const { code, actor } = nextStep(state!, now, settings)
  const command = STAFF_COMMAND[code]
  if (!command) {
    expect(['provider', 'applicant'], code).toContain(actor)
    if (actor === 'provider') expect(filterOf('mine', holding('lawyer'), places)?.statuses).toContain(state!.status)
    return
  }
  // The director stands in for everybody and is asked first only where nobody else is.
  const roles = PERMISSIONS[command].roles.filter((role) => role !== 'director')
  expect(roles).not.toEqual([])
  for (const role of roles) expect(filterOf('mine', holding(role), places)?.statuses, role).toContain(state!.status)
})

it('先行援助：没有律师时归指派，有了律师只归补手续和决定的人', () => {
  for (const [queue, ...roles] of [
    ['assign', 'clerk'],
    ['assign', 'director'],
    ['mine', 'assigner'],
    ['mine', 'assigner', 'fileReviewer'],
  ] as const) {
    expect(filterOf(queue, holding(...roles), places), `${queue} ${roles.join(' ')}`).toMatchObject({
      statuses: expect.arrayContaining(['provisional']),
      provisionalWithoutLawyer: true,
    })
  }
  for (const roles of [['clerk'], ['reviewer'], ['approver'], ['director'], ['assigner', 'clerk']] as const) {
    expect(filterOf('mine', holding(...roles), places)).not.toHaveProperty('provisionalWithoutLawyer')
  }
})

it('不予和终止的案件：待审查的归司法局，责令改正的归审批人和主任，其余的哪个队列都不进', () => {
  expect(filterOf('mine', holding('bureauOfficer'), places)).toMatchObject({
    statuses: ['refused', 'terminated'],
    objection: 'toDecide',
  })
  for (const role of ['approver', 'director'] as const)
    expect(filterOf('mine', holding(role), places)).toMatchObject({ objection: 'toCorrect' })
  expect(filterOf('decide', holding('clerk'), places)).toMatchObject({ objection: 'toCorrect' })
  expect([
    filterOf('objection', holding('approver'), places),
    filterOf('all', holding('stationStaff'), places),
  ]).toMatchObject([{ objection: 'open' }, { objection: 'open' }])
  for (const role of Object.keys(ROLES) as Role[]) {
    for (const queue of Object.keys(QUEUES) as QueueName[]) {
      const filter = filterOf(queue, holding(role), places)
      if (filter?.statuses.includes('refused')) expect(filter, `${queue} ${role}`).toHaveProperty('objection')
    }
  }
})

it('AS-3：在中心上班又办案的人，中心的队列和自己的案件都看得到；律所主任自己也办案的，看得到全所', () => {
  const clerk = filterOf('mine', holding('clerk'), places)
  const own = filterOf('mine', holding('lawyer'), places)
  const firm = filterOf('handling', holding('firmManager'), places)
  expect(filtersOf('mine', holding('clerk', 'lawyer'), places)).toEqual([own, clerk])
  expect(filtersOf('mine', holding('lawyer', 'clerk'), places)).toEqual([own, clerk])
  expect(filtersOf('accept', holding('clerk', 'lawyer'), places)).toContainEqual(
    filterOf('accept', holding('clerk'), places),
  )
  expect(filtersOf('handling', holding('firmManager', 'lawyer'), places)).toContainEqual(firm)
  expect(filtersOf('mine', holding('stationStaff', 'grassrootsLegalWorker'), places)).toEqual([
    own,
    filterOf('mine', holding('stationStaff'), places),
  ])
  expect(filtersOf('mine', holding('bureauOfficer', 'lawyer'), places)).toEqual([
    own,
    filterOf('mine', holding('bureauOfficer'), places),
  ])
})

it('留言：自己办的看写给承办人的，中心的看写给中心的，两样都是的两样都看', () => {
  const upwards = { upwards: (id: string) => [id] }
  const reads = (...roles: Role[]) => readsIn(filtersOf('all', holding(...roles), places), holding(...roles), upwards)
  expect(reads('lawyer')).toEqual({ lawyerId: 'staff-1', agencyIds: [] })
  expect(reads('clerk')).toEqual({ agencyIds: ['center'] })
  expect(reads('clerk', 'lawyer')).toEqual({ lawyerId: 'staff-1', agencyIds: ['center'] })
  expect(reads('fileReviewer')).toEqual(reads('firmManager'))
})
