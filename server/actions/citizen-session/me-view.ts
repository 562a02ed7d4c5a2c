import type { z } from 'zod'
import type { Me } from '@fatong/contract/citizen/session.ts'
import { maskIdNumber, maskPhone } from '../../identity/masking/mask.ts'
import type { AccessContext } from '../../db/access.ts'
import type { Parts } from '../parts.ts'

/** What a citizen sees of themself: masked even so, because phones are looked at over shoulders. */
export async function meView(parts: Parts, personId: string): Promise<z.infer<typeof Me> | undefined> {
  const access: AccessContext = { kind: 'citizen', personId }
  const [person, unread] = await Promise.all([
    parts.stores.people.find(access, personId),
    parts.stores.people.unread(access, personId),
  ])
  if (!person) return undefined
  return {
    personId,
    name: person.name || null,
    unread,
    phone: person.phoneEnc ? maskPhone(parts.crypto.decrypt('person.phone', person.phoneEnc)) : '',
    idNumberMasked: person.idNumberEnc
      ? maskIdNumber(parts.crypto.decrypt('person.idNumber', person.idNumberEnc))
      : null,
  }
}
