import type { Transaction } from '../postgres.ts'
import type { OutboxMessage } from '../rows.ts'
import { outbox } from '../schema/messages.ts'

/** Written with the change it tells of; delivered after the commit, at least once. */
export async function addMessages({ orm }: Transaction, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return
  await orm.insert(outbox).values(
    messages.map(({ channel, recipientKind, recipientId, caseId, payload, at, notBefore }) => ({
      channel,
      recipientKind: recipientKind ?? null,
      recipientId: recipientId ?? null,
      caseId: caseId ?? null,
      payload,
      createdAt: at,
      nextAt: notBefore ?? at,
    })),
  )
}
