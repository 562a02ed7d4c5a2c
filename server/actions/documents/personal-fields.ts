import type { AUDIT_FIELDS } from '@fatong/casework/audit-words.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import type { AccessContext } from '../../db/access.ts'
import type { DocumentData, DocumentKind } from '../../documents/kinds.ts'
import { FAMILY_RELATIONS } from '@fatong/casework/vocabulary.ts'
import { meansTicked } from '../casework/documents/means.ts'
import { yuan } from '../casework/documents/sums.ts'
import { openParticulars, type Particulars } from '../casework/particulars.ts'
import { bornOf, groupsOf, hardshipOf } from '../casework/particulars-told.ts'
import type { Parts } from '../parts.ts'

/**
 * The pages of a paper are the same whoever opens it first, so what is filled in is read as the service itself, after the
 * reader's right to the paper was checked.
 */
const SERVICE: AccessContext = { kind: 'system' }
const UNKNOWN = '未提供'
/** Required by the form, but left for the pen. */
const BLANK = '＿＿＿＿'

/** What is kept encrypted with the person and stands open on the paper only. */
interface Identity {
  idNumber?: string
  phone?: string
  address?: string
  profile?: Readonly<Record<string, unknown>>
}

async function identityOf({ stores, crypto }: Parts, personId: string | undefined): Promise<Identity> {
  const person = personId === undefined ? undefined : await stores.people.find(SERVICE, personId)
  return {
    ...(person ? { profile: person.profile } : {}),
    ...(person?.idNumberEnc ? { idNumber: crypto.decrypt('person.idNumber', person.idNumberEnc) } : {}),
    ...(person?.phoneEnc ? { phone: crypto.decrypt('person.phone', person.phoneEnc) } : {}),
    ...(person?.addressEnc ? { address: crypto.decrypt('person.address', person.addressEnc) } : {}),
  }
}

/** Which fields a paper shows that are not stored in clear; also what the access log names. */
export const PERSONAL_FIELDS: Partial<Record<DocumentKind, readonly (keyof typeof AUDIT_FIELDS)[]>> = {
  applicationForm: ['idNumber', 'phone', 'address', 'particulars', 'signature'],
  meansStatement: ['idNumber', 'phone', 'address', 'particulars', 'signature'],
  assignmentNotice: ['phone'],
  engagementAgreement: ['idNumber', 'phone', 'address'],
  defenceAgreement: ['idNumber', 'phone', 'address'],
  powerOfAttorney: ['idNumber', 'phone', 'address'],
}

const isForSigning = (kind: DocumentKind): boolean =>
  kind === 'engagementAgreement' || kind === 'defenceAgreement' || kind === 'powerOfAttorney'
/** What is not known stays blank: these are papers to be signed by pen. */
const onAgreement = ({ idNumber, phone, address }: Identity) => ({
  ...(idNumber ? { idNumber } : {}),
  ...(phone ? { recipientPhone: phone } : {}),
  ...(address ? { homeAddress: address } : {}),
})

/** The data of a paper with the personal fields put in. */
export async function withPersonalFields<K extends DocumentKind>(
  parts: Parts,
  kind: K,
  data: DocumentData[K],
  state: CaseState,
): Promise<DocumentData[K]> {
  if (PERSONAL_FIELDS[kind] === undefined) return data
  const applicant = await identityOf(parts, state.form?.applicant.personId ?? state.letter?.defendant.personId)
  if (kind === 'assignmentNotice')
    return applicant.phone === undefined ? data : { ...data, recipientPhone: applicant.phone }
  if (isForSigning(kind)) return { ...data, ...onAgreement(applicant) }
  const identity = {
    idNumber: applicant.idNumber ?? UNKNOWN,
    phone: applicant.phone ?? UNKNOWN,
    ...(applicant.address ? { homeAddress: applicant.address } : {}),
    ...(await signatureOf(parts, state)),
  }
  const told = openParticulars(parts, state.form, applicant.profile)
  if (kind === 'meansStatement') {
    return {
      ...data,
      ...identity,
      ...hardshipOf(told),
      members: membersOf((data as DocumentData['meansStatement']).members, told, state.form?.facts.householdSize),
    }
  }
  const proxy = state.form?.proxy && (await identityOf(parts, state.form.proxy.personId))
  return {
    ...data,
    ...identity,
    ...(told.ethnicity ? { ethnicity: told.ethnicity } : {}),
    ...(told.occupation ? { employer: told.occupation } : {}),
    ...bornOf(applicant.idNumber),
    ...(await meansOf(parts, state)),
    ...(told.registeredAddress ? { registeredAddress: told.registeredAddress } : {}),
    personGroup: groupsOf(applicant.idNumber, told, state),
    ...(proxy?.idNumber ? { proxyIdNumber: proxy.idNumber } : {}),
    ...(proxy?.phone ? { proxyPhone: proxy.phone } : {}),
  }
}

/** Nobody's paper has more empty lines than this. */
const MOST_BLANK_ROWS = 8
/** The applicant's own row first, then the family as it was told, then a line for the pen for each who was counted but not named. */
function membersOf(
  [own, ...rest]: DocumentData['meansStatement']['members'],
  { occupation, family = [] }: Particulars,
  householdSize = 1,
): DocumentData['meansStatement']['members'] {
  const told = family.map((one) => ({
    name: one.name,
    relation: FAMILY_RELATIONS[one.relation],
    ...(one.occupation ? { occupation: one.occupation } : {}),
    monthlyIncome: one.monthlyIncomeFen === undefined ? '未填写' : yuan(one.monthlyIncomeFen / 100),
  }))
  const unnamed = Math.min(MOST_BLANK_ROWS, Math.max(0, householdSize - 1 - told.length))
  const blank = { name: BLANK, relation: BLANK, monthlyIncome: BLANK }
  return [
    ...(own ? [{ ...own, ...(occupation ? { occupation } : {}) }] : []),
    ...rest,
    ...told,
    ...Array.from({ length: unnamed }, () => blank),
  ]
}

/** As the law stood on the day of the application. */
async function meansOf(
  { law }: Parts,
  { form, openedAt }: CaseState,
): Promise<{ means?: 'check' | 'waived' | 'notRequired' }> {
  return form
    ? { means: meansTicked(assess(form.facts, localDateOf(openedAt), await law.parameters(), await law.calendar())) }
    : {}
}

const PNG = [0x89, 0x50, 0x4e, 0x47]
async function signatureOf({ files }: Parts, { form, materials }: CaseState): Promise<{ signature?: Uint8Array }> {
  const signed = materials.find(({ id }) => id === form?.signatureMaterialId)
  const picture = signed && (await files.read(signed.sha256))
  return picture && PNG.every((byte, i) => picture[i] === byte) ? { signature: new Uint8Array(picture) } : {}
}
