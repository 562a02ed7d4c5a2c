import type { AuditEntry } from '../../db/rows.ts'
import type { StaffAccount } from '../../db/stores/staff-accounts.ts'
import { auditEntry } from '../audit-entry.ts'
import type { StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'

type Profile = Readonly<Record<string, unknown>>
type Sealing = Pick<Parts, 'crypto'>

/** The profile as it is stored: the near relatives that were declared (CF-2) stand in it as one sealed text. */
export function withSealedRelatives({ crypto }: Sealing, profile: Profile): Record<string, unknown> {
  const { relatives, ...rest } = profile
  const names = namesIn(relatives)
  return names.length === 0
    ? rest
    : { ...rest, relatives: crypto.encrypt('staff.relatives', JSON.stringify(names)).toString('base64') }
}

/**
 * Names that a stored profile holds; none when none were declared. Until `sealDeclaredRelatives` has come by after an
 * upgrade they may still stand there as a list. Throws UnsealProblem at a text that was changed.
 */
export function relativesOf({ crypto }: Sealing, profile: Profile): string[] {
  const kept = profile['relatives']
  return typeof kept === 'string'
    ? namesIn(JSON.parse(crypto.decrypt('staff.relatives', Buffer.from(kept, 'base64'))))
    : namesIn(kept)
}

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Names of near relatives are opened for who administers, and that is written down for each account shown. */
export const relativesRead = (
  parts: Parts,
  caller: StaffCaller,
  shown: readonly Pick<StaffAccount, 'id' | 'profile'>[],
): AuditEntry[] =>
  shown
    .filter(({ profile }) => profile['relatives'] !== undefined)
    .map(({ id }) =>
      auditEntry(parts, caller, { action: 'read', subjectKind: 'staff', subjectId: id, fields: ['relatives'] }),
    )

/** Once at the start: what earlier versions kept as a list of names is sealed. Answers how many profiles it changed. */
export async function sealDeclaredRelatives(parts: Pick<Parts, 'crypto' | 'stores'>): Promise<number> {
  const open = await parts.stores.staff.relativesInClear()
  for (const { id, profile } of open)
    await parts.stores.staff.keepProfile(id, profile, withSealedRelatives(parts, profile))
  return open.length
}
