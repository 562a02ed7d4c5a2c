import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../access.ts'
import type { Connections } from '../postgres.ts'
import { boards } from './cases/board.ts'
import { casesOfPerson, history, line, materials, numbers } from './cases/history.ts'
import { loadCase } from './cases/load.ts'
import { noteMessagesSeen, unreadMessages, type MessageSide } from './cases/messages-seen.ts'
import { queue, queueCounts } from './cases/queue.ts'
import type { QueueFilter, ReadsMessages } from './cases/queue.ts'
import { searchCases } from './cases/search.ts'
import type { SearchQuery } from './cases/search.ts'

export type { CaseLine } from './cases/line.ts'
export type { QueueFilter, ReadsMessages } from './cases/queue.ts'
export type { SearchQuery } from './cases/search.ts'

/** Everything that is read of cases; writing goes through `Database.commit`. Nothing out of the caller's reach is found. */
export const caseStore = (connections: Connections) => ({
  load: (access: AccessContext, id: string) => loadCase(connections, access, id),
  line: (access: AccessContext, by: { id: string } | { number: string }) => line(connections, access, by),
  numbers: (access: AccessContext, ids: readonly string[]) => numbers(connections, access, ids),
  history: (access: AccessContext, id: string) => history(connections, access, id),
  materials: (access: AccessContext, id: string) => materials(connections, access, id),
  ofPerson: (access: AccessContext, personId: string, most?: number) =>
    casesOfPerson(connections, access, personId, most),
  queue: (
    access: AccessContext,
    filter: QueueFilter | readonly QueueFilter[],
    cursor?: string,
    limit?: number,
    reads?: ReadsMessages | null,
  ) => queue(connections, access, filter, cursor, limit, reads),
  queueCounts: <Name extends string>(
    access: AccessContext,
    filters: Partial<Record<Name, QueueFilter | readonly QueueFilter[]>>,
  ) => queueCounts(connections, access, filters),
  search: (access: AccessContext, query: SearchQuery, cursor?: string, limit?: number) =>
    searchCases(connections, access, query, cursor, limit),
  unreadMessages: (access: AccessContext, caseId: string, side: MessageSide) =>
    unreadMessages(connections, access, caseId, side),
  noteMessagesSeen: (
    access: AccessContext,
    seen: { caseId: string; side: MessageSide; version: number; by: string },
    now: Instant,
  ) => noteMessagesSeen(connections, access, seen, now),
  board: boards(connections),
})
