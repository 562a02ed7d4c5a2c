import { newAffiliates } from '@fatong/casework/application/affiliates.ts'
import type { Opponent } from '@fatong/casework/application/types.ts'
import type { PartyRow } from '../../db/rows.ts'

/** Rows by which the conflict look-up of any case finds companies that belong to an opponent of this one (CF-9). */
export const affiliatesOf = (caseId: string, names: readonly string[]): PartyRow[] =>
  names.map((name) => ({ caseId, side: 'affiliate', name }))

/** The companies that an application names beside an opponent; a person has none. */
export const affiliatesNamed = (
  opponent: Pick<Opponent, 'name' | 'kind'> & { affiliates?: readonly string[] | undefined },
): string[] => newAffiliates({ name: opponent.name, kind: opponent.kind }, opponent.affiliates ?? [])
