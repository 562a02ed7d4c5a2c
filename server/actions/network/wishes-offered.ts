import type { z } from 'zod'
import type { wishesOffered as route } from '@fatong/contract/citizen/wishes.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import { PROVIDER_KINDS } from '@fatong/law/legal-aid/qualification.ts'
import { COMMON_LANGUAGE } from '@fatong/network/assignment/lawyer.ts'
import type { Caller } from '../caller.ts'
import { candidateOf, policyInForce } from '../casework/candidates.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** The public list of those who may be asked for: names, firms and what they know; no numbers, no loads. */
export async function wishesOffered(parts: Parts, _caller: Caller): Promise<Outcome<z.infer<typeof route.reply>>> {
  const today = localDateOf(parts.clock.now())
  const [policy, stored] = await Promise.all([policyInForce(parts), parts.stores.providers.list()])
  const lawyers = stored.map((one) => candidateOf(one, today)).filter(({ lapsed }) => lapsed === undefined)
  const mayChoose = policy.code === 'named'
  return done({
    mayChoose,
    languages: [...new Set(lawyers.flatMap(({ languages }) => languages))].filter(
      (language) => language !== COMMON_LANGUAGE,
    ),
    lawyers: mayChoose
      ? lawyers.map(({ staffId, name, orgName, kind, specialties, languages, gender }) => ({
          staffId,
          name,
          orgName,
          kindText: kind === 'volunteer' ? '' : PROVIDER_KINDS[kind],
          specialties: specialties.map((code) =>
            Object.hasOwn(MATTERS, code) ? MATTERS[code as keyof typeof MATTERS].term : code,
          ),
          languages: [...languages],
          gender: gender ?? null,
        }))
      : [],
  })
}
