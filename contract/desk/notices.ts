import { z } from 'zod'
import { route } from '../route.ts'
import { Cursor, InstantMs, Uuid, page } from '../values.ts'

/** What a notice speaks of; the desk leads there. `duty`: a visitor, told to somebody on a roster who holds no desk. */
export const NOTICE_ABOUT = ['case', 'question', 'callback', 'appointment', 'duty', 'handover', 'licence'] as const
export type NoticeAbout = (typeof NOTICE_ABOUT)[number]

/** `number` is that of the case, question or matter; `about` is null where there is nothing to open. */
export const StaffNotice = z.object({
  id: Uuid,
  number: z.string(),
  text: z.string(),
  at: InstantMs,
  readAt: InstantMs.nullable(),
  about: z.enum(NOTICE_ABOUT).nullable(),
  caseId: Uuid.nullable(),
})
export type StaffNotice = z.infer<typeof StaffNotice>

export const staffNotices = route('GET', '/desk/notices', 'staff', '给我的消息，新的在前', {
  query: z.object({ cursor: Cursor }),
  reply: page(StaffNotice),
})
export const unreadNotices = route('GET', '/desk/notices/unread', 'staff', '有几条消息没看', {
  reply: z.object({ unread: z.number().int() }),
})
/** A notice that came while the list was on the screen is newer than what is named, and stays unread. */
export const readNotice = route('POST', '/desk/notices/:id/read', 'staff', '消息设为已读，可以连同更早的', {
  params: z.object({ id: Uuid }),
  body: z.object({ /** all that came before it too */ older: z.boolean().default(false) }),
})
