import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import type { Parts } from '../parts.ts'

/** What was told about the applicant and the family that only papers show. Sums are fen. */
export interface Particulars {
  ethnicity?: string
  occupation?: string
  family?: NonNullable<ApplicationEntry['family']>
}

/** Sealed as one text, so that neither events nor snapshots say what ethnicity somebody has or what a wife earns. Undefined when nothing was told. */
export function sealParticulars({ crypto }: Pick<Parts, 'crypto'>, { applicant, family }: Pick<ApplicationEntry, 'applicant' | 'family'>): string | undefined {
  const told: Particulars = {
    ...(applicant.ethnicity ? { ethnicity: applicant.ethnicity } : {}), ...(applicant.occupation ? { occupation: applicant.occupation } : {}),
    ...(family && family.length > 0 ? { family } : {}),
  }
  return Object.keys(told).length === 0 ? undefined : crypto.encrypt('form.particulars', JSON.stringify(told)).toString('base64')
}

export function openParticulars({ crypto }: Pick<Parts, 'crypto'>, form: Pick<ApplicationForm, 'particulars'> | undefined): Particulars {
  return form?.particulars === undefined ? {} : (JSON.parse(crypto.decrypt('form.particulars', Buffer.from(form.particulars, 'base64'))) as Particulars)
}
