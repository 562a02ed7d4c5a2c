import { randomUUID, createHash } from 'node:crypto'
import { SYSTEM } from '../db/access.ts'
import type { PendingMessage } from '../db/stores/outbox.ts'
import type { Parts } from '../actions/parts.ts'
import type { Deliver } from './delivery.ts'

interface NoticePayload { number: string; text: string }

/** One message, one id: a second delivery finds the notice there already. */
function idOf(message: PendingMessage): string {
  const hex = createHash('sha256').update(`outbox ${message.id}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** How messages of the outbox reach people: into the inbox, and for citizens by SMS where a phone is known. */
export function deliveries(parts: Parts): Record<string, Deliver> {
  return {
    async notice(message) {
      const { number, text } = message.payload as NoticePayload
      const who = message.recipientKind === 'staff' ? { staffId: message.recipientId } : { personId: message.recipientId }
      await parts.stores.inbox.add([{ id: message.recipientId ? idOf(message) : randomUUID(), ...who, caseId: message.caseId, kind: 'case', title: number, text, at: parts.clock.now() }])
      if (message.recipientKind !== 'person' || !message.recipientId) return
      const person = await parts.stores.people.find(SYSTEM, message.recipientId)
      if (!person?.phoneEnc) return
      const sent = await parts.sms.send(parts.crypto.decrypt('person.phone', person.phoneEnc), text, 'notice')
      if (!sent.ok) throw new Error(sent.problem)
    },
  }
}
