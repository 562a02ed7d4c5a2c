import type { revealPerson as route } from '@fatong/contract/desk/cases.ts'
import type { Role } from '@fatong/casework/vocabulary.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import { loadCase } from '../casework/load-case.ts'
import { openParticulars } from '../casework/particulars.ts'
import { toldLines, type ToldLine } from '../casework/particulars-told.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Who needs to call or to identify the person for their part of the work. Who only looks at files or at figures does not. */
const MAY_REVEAL: readonly Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'assigner',
  'director',
  'stationStaff',
  'legalLiaison',
  'lawyer',
  'grassrootsLegalWorker',
  'qualityOfficer',
  'bureauOfficer',
]

interface Revealed {
  idNumber: string | null
  phone: string | null
  address: string | null
  told: ToldLine[]
}

/** Shows identity number, phone, address and what the applicant told for the papers in full, and writes down who looked and why. */
export async function revealPerson(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<Revealed>> {
  if (!holdsRole(caller, ...MAY_REVEAL)) return failed('forbidden')
  if (!/^[0-9a-f-]{36}$/i.test(body.personId)) return failed('notFound')
  const loaded = await loadCase(parts, accessOf(caller), params.id)
  if (!loaded) return failed('notFound')
  const form = loaded.state.form?.applicant.personId === body.personId ? loaded.state.form : undefined
  const entry = auditEntry(parts, caller, {
    action: 'unmask',
    subjectKind: 'person',
    subjectId: body.personId,
    caseId: params.id,
    fields: ['idNumber', 'phone', 'address', ...(form?.particulars === undefined ? [] : ['particulars' as const])],
    why: body.why,
  })
  const person = await parts.stores.people.reveal(accessOf(caller), body.personId, params.id, entry)
  if (!person) return failed('notFound')
  const { crypto } = parts
  const idNumber = person.idNumberEnc && crypto.decrypt('person.idNumber', person.idNumberEnc)
  return done({
    idNumber,
    phone: person.phoneEnc && crypto.decrypt('person.phone', person.phoneEnc),
    address: person.addressEnc && crypto.decrypt('person.address', person.addressEnc),
    told:
      form === undefined
        ? []
        : toldLines(idNumber ?? undefined, openParticulars(parts, form, person.profile), loaded.state),
  })
}
