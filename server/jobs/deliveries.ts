import { randomUUID } from 'node:crypto'
import type { NoticeAbout } from '@fatong/contract/desk/notices.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../db/access.ts'
import type { PendingMessage } from '../db/stores/outbox.ts'
import { PAPERS_OWED } from '../actions/casework/papers-owed.ts'
import {
  DEADLINE,
  toldOfDeadline,
  toldOfPapersOwed,
  toldOfSupplementOwed,
  type LightTurned,
  type Told,
} from '../actions/casework/told-of-deadline.ts'
import { SUPPLEMENT_OWED } from '../actions/casework/supplement-owed.ts'
import { holdersOf, TO_POST, type PostMessage } from '../actions/casework/to-post.ts'
import { QUESTION_DUE, whoToRemind } from '../actions/consultation/tickets/remind.ts'
import { TO_MEMBER, toldMember, type ToldMember } from '../actions/network/callbacks.ts'
import { APPOINTMENT_DUE, APPOINTMENT_SAYS, lookWhenDue, saidWhenDue } from '../actions/network/reminders.ts'
import { toldOfVisit, VISIT_TO_MEMBER } from '../actions/network/told-of-visits.ts'
import { idFrom } from '../actions/id-from.ts'
import type { Parts } from '../actions/parts.ts'
import type { Deliver } from './delivery.ts'

interface NoticePayload {
  number: string
  text: string
  about?: NoticeAbout /** staff: to the phone as well */
  sms?: boolean /** what the phone gets where it must say less than the inbox */
  smsText?: string
}

/** One message, one id: a second delivery finds the notice there already. */
const idOf = (message: PendingMessage, part = 0): string =>
  idFrom(`outbox ${message.id}${part === 0 ? '' : ` ${part}`}`)

/** How messages of the outbox reach people: into the inbox, and by SMS where a phone is known: for citizens always, for staff what cannot wait until they look. */
export function deliveries(parts: Parts): Record<string, Deliver> {
  const send = async (phone: string, text: string): Promise<void> => {
    const sent = await parts.sms.send(phone, text, 'notice')
    if (!sent.ok) throw new Error(sent.problem)
  }
  const sendTo = async (personId: string, text: string): Promise<void> => {
    const person = await parts.stores.people.find(SYSTEM, personId)
    if (person?.phoneEnc) await send(parts.crypto.decrypt('person.phone', person.phoneEnc), text)
  }
  const sendToStaff = async (staffId: string, text: string): Promise<void> => {
    const account = await parts.stores.staff.find(SYSTEM, staffId, localDateOf(parts.clock.now()))
    if (account?.active && account.phoneEnc) await send(parts.crypto.decrypt('staff.phone', account.phoneEnc), text)
  }
  const tellOfCase = async ({ id, caseId }: PendingMessage, told: Told | undefined): Promise<void> => {
    if (!told) return
    const { number, text, staffIds, person } = told,
      at = parts.clock.now()
    const toStaff = staffIds.map((staffId) => ({
      id: idFrom(`outbox ${id} ${staffId}`),
      staffId,
      caseId,
      kind: 'case',
      title: number,
      text,
      at,
    }))
    const toPerson = person
      ? [
          {
            id: idFrom(`outbox ${id} ${person.id}`),
            personId: person.id,
            caseId,
            kind: 'case',
            title: number,
            text: person.text,
            at,
          },
        ]
      : []
    await parts.stores.inbox.add([...toStaff, ...toPerson])
    if (person) await sendTo(person.id, person.text)
  }
  /** A message of its own to each of several: one telephone that fails makes nobody else ring again. */
  const toEach = (
    { id, caseId }: PendingMessage,
    staffIds: readonly string[],
    payload: NoticePayload,
  ): Promise<void> => {
    const at = parts.clock.now()
    const each = staffIds.map((recipientId) => ({
      channel: 'notice',
      recipientKind: 'staff' as const,
      recipientId,
      caseId,
      payload,
      at,
    }))
    return parts.stores.outbox.split(id, each, at)
  }
  /** Somebody of the team, at the desk where they have one and on the phone where we have its number. */
  const tellMember = async (
    message: PendingMessage,
    { staffId, phone, number, text }: ToldMember,
    about: NoticeAbout,
  ): Promise<void> => {
    if (staffId !== null)
      await parts.stores.inbox.add([
        { id: idOf(message), staffId, kind: about, title: number, text, at: parts.clock.now() },
      ])
    if (phone !== null) await send(phone, text)
  }
  return {
    async [QUESTION_DUE](message) {
      const told = await whoToRemind(parts, message.payload)
      if (!told) return
      const { number, staffIds } = told,
        text = `【法通】${number}：${told.text}`
      if (told.again) await parts.stores.tickets.remindAgain(told.again)
      if (told.sms) return toEach(message, staffIds, { number, text, about: 'question', sms: true })
      await parts.stores.inbox.add(
        staffIds.map((staffId, at) => ({
          id: idOf(message, at),
          staffId,
          kind: 'question',
          title: number,
          text,
          at: parts.clock.now(),
        })),
      )
    },
    async [TO_POST](message) {
      const { number, text, sms, ...post } = message.payload as PostMessage,
        staffIds = await holdersOf(parts, post)
      await (sms
        ? toEach(message, staffIds, { number, text, sms })
        : tellOfCase(message, { number, text, staffIds, person: null }))
    },
    async [DEADLINE](message) {
      if (message.caseId)
        await tellOfCase(message, await toldOfDeadline(parts, message.caseId, message.payload as LightTurned))
    },
    async [PAPERS_OWED](message) {
      if (message.caseId) await tellOfCase(message, await toldOfPapersOwed(parts, message.caseId, message.payload))
    },
    async [SUPPLEMENT_OWED](message) {
      if (message.caseId) await tellOfCase(message, await toldOfSupplementOwed(parts, message.caseId, message.payload))
    },
    async [APPOINTMENT_DUE]({ payload }) {
      await lookWhenDue(parts, payload)
    },
    async [APPOINTMENT_SAYS](message) {
      const { recipientKind, recipientId } = message
      const says = await saidWhenDue(parts, message.payload)
      if (!says || recipientId === null) return
      const staff = recipientKind === 'staff'
      await parts.stores.inbox.add([
        {
          id: idOf(message),
          ...(staff ? { staffId: recipientId, kind: 'appointment' } : { personId: recipientId, kind: 'case' }),
          title: says.number,
          text: says.text,
          at: parts.clock.now(),
        },
      ])
      await (staff ? sendToStaff : sendTo)(recipientId, says.text)
    },
    async [TO_MEMBER](message) {
      const told = await toldMember(parts, message.payload)
      if (told) await tellMember(message, told, 'callback')
    },
    async [VISIT_TO_MEMBER](message) {
      const told = await toldOfVisit(parts, message.payload)
      if (told) await tellMember(message, told, told.about)
    },
    async notice(message) {
      const { number, text, about = 'case', sms, smsText = text } = message.payload as NoticePayload
      const who =
        message.recipientKind === 'staff' ? { staffId: message.recipientId } : { personId: message.recipientId }
      await parts.stores.inbox.add([
        {
          id: message.recipientId ? idOf(message) : randomUUID(),
          ...who,
          caseId: message.caseId,
          kind: about,
          title: number,
          text,
          at: parts.clock.now(),
        },
      ])
      if (!message.recipientId) return
      if (message.recipientKind === 'person') await sendTo(message.recipientId, smsText)
      if (message.recipientKind === 'staff' && sms) await sendToStaff(message.recipientId, smsText)
    },
  }
}
