import { randomUUID } from 'node:crypto'
import type { CitizenCaller } from '../../caller.ts'
import type { Parts } from '../../parts.ts'

/** How the telephones of all visitors begin: a text in which this stands gives one away. */
export const VISITORS_PHONES = '13900006'

/** People who come to a service point, each with a telephone of their own; `parts` are those of the moment. */
export function visitors(parts: () => Pick<Parts, 'stores' | 'crypto' | 'clock'>) {
  let people = 0
  return async (name: string): Promise<CitizenCaller> => {
    const { stores, crypto, clock } = parts()
    const id = randomUUID()
    const phone = `${VISITORS_PHONES}${String((people += 1)).padStart(3, '0')}`
    const phoneBidx = crypto.blindIndex('phone', phone)
    const phoneEnc = crypto.encrypt('person.phone', phone)
    await stores.people.ofPhone(phoneBidx, name, { id, name, phoneEnc, phoneBidx, createdAt: clock.now() })
    return { kind: 'citizen', personId: id, name, sessionId: 'test', ip: '10.0.0.1', userAgent: 'test' }
  }
}

/** The id of the place with a code; throws when the sample district has none. */
export async function placeIdOf({ stores }: Pick<Parts, 'stores'>, code: string): Promise<string> {
  const found = (await stores.places.all()).find((place) => place.code === code)
  if (!found) throw new Error(`no place has the code ${code}`)
  return found.id
}
