import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'

/** A message of the outbox to whoever holds a post; who that is, is asked when it is delivered. */
export const TO_POST = 'post'

/** To everybody with one of the roles at the place or above it. `text` names nobody: it is read in a list. */
export interface PostMessage {
  placeId: string
  roles: readonly Role[]
  /** whose it is where nobody holds one of the roles */
  orElse?: readonly Role[]
  /** id of whoever wrote what it tells of, or hears it anyway */
  except?: string
  /** to their phones as well */
  sms?: boolean
  number: string
  text: string
}

export const toPost = (caseId: string, message: PostMessage, at: Instant): OutboxMessage => ({
  channel: TO_POST,
  caseId,
  at,
  payload: { ...message, text: `【法通】${message.number}：${message.text}` },
})

/** Ids of the active staff who hold one of the roles at the place or at one that it is managed from, each once. */
export async function holdersOf(
  parts: Parts,
  { placeId, roles, orElse, except }: Omit<PostMessage, 'number' | 'text' | 'sms'>,
): Promise<string[]> {
  const upwards = (await directory(parts)).upwards(placeId)
  const holding = async (wanted: readonly Role[]) =>
    (await Promise.all(upwards.map((id) => parts.stores.handovers.staffAt(id, wanted)))).flat()
  const holders = await holding(roles)
  const found = holders.length > 0 || !orElse ? holders : await holding(orElse)
  return [...new Set(found)].filter((id) => id !== except)
}
