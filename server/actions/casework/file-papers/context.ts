import type { EventOf, EventType, RecordedEvent } from '@fatong/casework/application/events.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import { localDateOf, minutesOfDay, type Instant } from '@fatong/law/calendar/dates.ts'
import { formatFullDate } from '@fatong/law/calendar/wording.ts'
import type { DocumentData } from '../../../documents/kinds.ts'
import type { PaperContext } from '../documents/paper.ts'

/** A paper that was issued, as the list of contents names it. */
export interface IssuedPaper {
  kind: string
  title: string
  number: string
  issuedAt: Instant
}

/** What a paper of the file is drawn from. `state` is the case after the event that left the paper, `now` the moment of that event. */
export interface FilePaperContext extends PaperContext {
  event: RecordedEvent
  /** the case as that event found it */
  before: CaseState
  /** everything that has happened up to today, oldest first */
  history: readonly RecordedEvent[]
  /** the case as it stands today */
  latest: CaseState
  issued: readonly IssuedPaper[]
}
export type FilePaperData<K extends FilePaperKind> = Omit<DocumentData[K], 'agencyName' | 'caseNumber' | 'drawnOn'>

type Recorded<T extends EventType> = RecordedEvent & EventOf<T>
export const isA =
  <T extends EventType>(...types: T[]) =>
  (event: RecordedEvent): event is Recorded<T> =>
    (types as string[]).includes(event.type)

/** The event that left the paper; another one at its place is a bug. */
export function leftBy<T extends EventType>({ event }: FilePaperContext, ...types: T[]): Recorded<T> {
  if (!isA(...types)(event)) throw new Error(`${event.type} leaves no such paper`)
  return event
}
/** The last event of a kind that came before the paper. */
export const lastBefore = <T extends EventType>(
  { history, event }: FilePaperContext,
  type: T,
): Recorded<T> | undefined => history.filter(({ version }) => version < event.version).findLast(isA(type))

export const dayOf = ({ at }: Pick<RecordedEvent, 'at'>): string => localDateOf(at)
/** 2026年11月23日10时5分, as papers write a moment. */
export function momentInWords(at: Instant): string {
  const minutes = minutesOfDay(at)
  return `${formatFullDate(localDateOf(at))}${Math.floor(minutes / 60)}时${minutes % 60}分`
}

/** Who handled the case when the event came. */
export const handledBy = ({ before: { assignment } }: FilePaperContext) => ({
  handlingOrg: assignment?.provider.orgName ?? '',
  provider: assignment?.provider.name ?? '',
})
