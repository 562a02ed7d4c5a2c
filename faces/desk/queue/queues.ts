import { QUEUES, type QueueName } from '@fatong/contract/desk/cases.ts'
import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { Role } from '../vocabulary.ts'

export { QUEUES, type QueueName }
export const isQueue = (name: string): name is QueueName => name in QUEUES

const AGENCY: QueueName[] = [
  'mine',
  'accept',
  'supplement',
  'decide',
  'assign',
  'handling',
  'closing',
  'objection',
  'all',
]
const LAWYER: QueueName[] = ['mine', 'handling', 'closing', 'all']

/** Which queues a role looks at, most useful first; the first one is where its day starts. */
const QUEUES_OF: Record<Role, QueueName[]> = {
  clerk: AGENCY,
  reviewer: AGENCY,
  approver: AGENCY,
  assigner: AGENCY,
  director: AGENCY,
  administrator: AGENCY,
  stationStaff: ['mine', 'accept', 'supplement', 'all'],
  legalLiaison: ['mine', 'supplement', 'all'],
  lawyer: LAWYER,
  grassrootsLegalWorker: LAWYER,
  firmManager: ['handling', 'mine', 'closing', 'all'],
  fileReviewer: ['closing', 'mine', 'all'],
  qualityOfficer: ['closing', 'mine', 'all'],
  archivist: ['closing', 'mine', 'all'],
  bureauOfficer: ['objection', 'mine', 'handling', 'all'],
}

/** The queues of all roles a person holds, in the order of the first role that has the most of them. */
export function queuesFor(me: StaffMe): QueueName[] {
  const lists = me.roles.map(({ role }) => QUEUES_OF[role]).sort((a, b) => b.length - a.length)
  const all = [...new Set(lists.flat())]
  return all.length > 0 ? all : ['mine']
}
