import type { z } from 'zod'
import { NOTICE_ABOUT, type StaffNotice } from '@fatong/contract/desk/notices.ts'
import type { readNotice as readRoute, staffNotices as listRoute } from '@fatong/contract/desk/notices.ts'
import type { StoredNotice } from '../../db/stores/notices.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import { cursorOf, readCursor } from '../consultation/cursor.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

const PAGE = 50

type List = z.infer<typeof listRoute.reply>

/** The inbox of whoever asks, newest first. Reading words that people left is logged: they may hold names and phones. */
export async function staffNotices(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof listRoute>,
): Promise<Outcome<List>> {
  const before = readCursor(query.cursor)
  if (before === 'malformed') return failed('malformed', { fields: { cursor: '请刷新列表' } })
  const rows = await parts.stores.inbox.ofStaff(accessOf(caller), caller.staffId, {
    most: PAGE + 1,
    ...(before ? { before } : {}),
  })
  const shown = rows.slice(0, PAGE),
    last = shown.at(-1),
    left = shown.filter(leftByPeople)
  if (left.length > 0) {
    const look = {
      action: 'read',
      subjectKind: 'inbox',
      subjectId: caller.staffId,
      fields: ['text'],
      why: `${left.length} 条`,
    } as const
    await parts.stores.oversight.add([auditEntry(parts, caller, look)])
  }
  return done({ items: shown.map(lineOf), next: rows.length > PAGE && last ? cursorOf(last.at, last.id) : null })
}

export async function unreadNotices(parts: Parts, caller: StaffCaller): Promise<Outcome<{ unread: number }>> {
  return done({ unread: await parts.stores.inbox.unreadOfStaff(accessOf(caller), caller.staffId) })
}

/** Doing it again changes nothing. Somebody else's notice is not there. */
export async function readNotice(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof readRoute>,
): Promise<Outcome<object>> {
  const there = await parts.stores.inbox.markReadByStaff(
    accessOf(caller),
    caller.staffId,
    params.id,
    body.older,
    parts.clock.now(),
  )
  return there ? done({}) : failed('notFound')
}

/** What is said of cases, questions and licences is written by us; the rest quotes what somebody typed. */
const leftByPeople = ({ caseId, kind }: StoredNotice): boolean =>
  caseId === null && kind !== 'question' && kind !== 'licence'

/** The signature of a text message and the number before the words are for phones; here the number stands beside them. */
function lineOf({ id, title, text, at, readAt, caseId, kind }: StoredNotice): StaffNotice {
  const unsigned = text.replace(/^【法通】/, '')
  const about = caseId === null ? (NOTICE_ABOUT.find((one) => one === kind && one !== 'case') ?? null) : 'case'
  const said = unsigned.startsWith(`${title}：`) ? unsigned.slice(title.length + 1) : unsigned
  return { id, number: title, text: said, at, readAt, about, caseId }
}
