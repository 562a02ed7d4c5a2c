import { randomUUID } from 'node:crypto'
import type { NoticeAbout } from '@fatong/contract/desk/notices.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { holdersOf, TO_POST, type PostMessage } from '../actions/casework/to-post.ts'
import type { Parts } from '../actions/parts.ts'
import type { OutboxMessage } from '../db/rows.ts'

const OLD_MS = 2 * 86_400_000

/**
 * Parts whose notices lie in the inboxes at once, as of their own time, instead of waiting in the outbox: what happened long
 * ago in the sample must not be sent to anybody's phone today. What waits for a day that is still to come stays in the outbox. Notices older than two days have been read.
 */
export function withPastNotices(parts: Parts, now: Instant): Parts {
  const { database, stores } = parts
  return {
    ...parts,
    database: {
      ...database,
      commit: async ({ outbox = [], ...set }) => {
        const later = outbox.filter(({ notBefore }) => notBefore !== undefined && notBefore > now)
        const outcome = await database.commit({ ...set, outbox: later })
        if (outcome.ok)
          await stores.inbox.add(
            (
              await Promise.all(
                outbox.filter(({ notBefore }) => notBefore === undefined).map((message) => eachOf(parts, message)),
              )
            )
              .flat()
              .map((message) => noticeOf(message, outcome.numbers, now)),
          )
        return outcome
      },
    },
  }
}

/** A message to a post is one to each who holds it. */
async function eachOf(parts: Parts, message: OutboxMessage): Promise<OutboxMessage[]> {
  if (message.channel !== TO_POST) return [message]
  return (await holdersOf(parts, message.payload as PostMessage)).map((recipientId) => ({
    ...message,
    recipientKind: 'staff',
    recipientId,
  }))
}

function noticeOf(
  { payload, recipientKind, recipientId, caseId, at }: OutboxMessage,
  numbers: Record<string, string>,
  now: Instant,
) {
  const settled = (text: string) =>
    Object.entries(numbers).reduce((done, [slot, number]) => done.replaceAll(`#${slot}#`, number), text)
  const { number, text, about = 'case' } = payload as { number: string; text: string; about?: NoticeAbout }
  const who = recipientKind === 'staff' ? { staffId: recipientId ?? null } : { personId: recipientId ?? null }
  return {
    id: randomUUID(),
    ...who,
    caseId: caseId ?? null,
    kind: about,
    title: settled(number),
    text: settled(text),
    at,
    readAt: now - at > OLD_MS ? at : null,
  }
}
