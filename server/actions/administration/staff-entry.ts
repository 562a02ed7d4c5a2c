import type { z } from 'zod'
import type { StaffEntry } from '@fatong/contract/desk/administration.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StaffAccount } from '../../db/stores/staff-accounts.ts'
import { maskPhone } from '../../identity/masking/mask.ts'
import type { Parts } from '../parts.ts'
import { relativesOf } from './relatives.ts'

/** Accounts as an administrator sees them; phones are masked even there. */
export async function staffEntries(
  parts: Parts,
  accounts: readonly StaffAccount[],
): Promise<z.infer<typeof StaffEntry>[]> {
  const marks = accounts.map(({ login }) => parts.crypto.attemptMark('account', login))
  const shut =
    accounts.length > 0 ? await parts.stores.attempts.shut(marks, parts.clock.now()) : new Map<string, Instant>()
  return accounts.map(({ phoneEnc, totpEnrolled, profile, ...account }, i) => ({
    ...account,
    profile: profile['relatives'] === undefined ? profile : { ...profile, relatives: relativesOf(parts, profile) },
    secondFactor: totpEnrolled,
    lockedUntil: shut.get(marks[i]?.toString('hex') ?? '') ?? null,
    phoneMasked: phoneEnc ? maskPhone(parts.crypto.decrypt('staff.phone', phoneEnc)) : null,
  }))
}
