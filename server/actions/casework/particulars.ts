import { randomUUID } from 'node:crypto'
import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import type { Parts } from '../parts.ts'

/** What was told about the applicant and the family that only papers show. Sums are fen. */
export interface Particulars extends NonNullable<ApplicationEntry['forPapers']> {
  ethnicity?: string
  occupation?: string
  family?: NonNullable<ApplicationEntry['family']>
}
type Profile = Readonly<Record<string, unknown>>

/**
 * Sealed as one text and kept with the person, one for each application, so that neither events nor snapshots say what
 * ethnicity somebody has or what a wife earns; the event holds the name it is kept under. Undefined when nothing was told.
 */
export function sealParticulars(
  { crypto }: Pick<Parts, 'crypto'>,
  { applicant, family, forPapers }: Pick<ApplicationEntry, 'applicant' | 'family' | 'forPapers'>,
): { name: string; sealed: string } | undefined {
  const told: Particulars = {
    ...(applicant.ethnicity ? { ethnicity: applicant.ethnicity } : {}),
    ...(applicant.occupation ? { occupation: applicant.occupation } : {}),
    ...(family && family.length > 0 ? { family } : {}),
    ...forPapers,
  }
  return Object.keys(told).length === 0
    ? undefined
    : {
        name: `particulars:${randomUUID()}`,
        sealed: crypto.encrypt('person.particulars', JSON.stringify(told)).toString('base64'),
      }
}

/** Nothing when nothing was told, or when it is no longer kept. */
export function openParticulars(
  { crypto }: Pick<Parts, 'crypto'>,
  form: Pick<ApplicationForm, 'particulars'> | undefined,
  profile: Profile | undefined,
): Particulars {
  const sealed = form?.particulars === undefined ? undefined : profile?.[form.particulars]
  return typeof sealed === 'string'
    ? (JSON.parse(crypto.decrypt('person.particulars', Buffer.from(sealed, 'base64'))) as Particulars)
    : {}
}

/** What else the profile holds. */
export const withoutParticulars = (profile: Profile): Profile =>
  Object.fromEntries(Object.entries(profile).filter(([name]) => !name.startsWith('particulars:')))
