import { type LawStatus } from '../vocabulary.ts'
import { type Day } from './law-text.ts'

/** Where a version stands on a day (效力状态). `newer` tells whether the same text has a later version. */
export function statusOn(
  day: Day,
  { inForceFrom, inForceUntil }: { inForceFrom?: Day | null; inForceUntil?: Day | null },
  newer: boolean,
): LawStatus {
  if (inForceUntil != null && day >= inForceUntil) return newer ? 'superseded' : 'repealed'
  if (inForceFrom == null) return 'unknown'
  return day < inForceFrom ? 'notYet' : 'inForce'
}

/**
 * The day on which a version came into force, where it is known. A version that is read from the day of its own adoption or
 * amendment on may have begun later: nothing is said of it.
 */
export const commencementOf = <D extends Day>({
  versionDate,
  inForceFrom,
}: {
  versionDate?: D | null | undefined
  inForceFrom?: D | null | undefined
}): D | undefined => (inForceFrom == null || inForceFrom === versionDate ? undefined : inForceFrom)
