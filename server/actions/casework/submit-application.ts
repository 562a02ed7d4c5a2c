import { randomUUID } from 'node:crypto'
import { serviceFor } from '@fatong/casework/application/service.ts'
import type { ApplicationForm, Material } from '@fatong/casework/application/types.ts'
import { instant, localDate, localDateOf, partsOf, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { sameDayTarget } from '@fatong/law/calendar/same-day.ts'
import { type submitApplication as route, type ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import { newSlot } from '../../db/writeset.ts'
import type { PartyRow, PersonRow } from '../../db/rows.ts'
import type { Identity } from '../../db/stores/people.ts'
import { qrSvg } from '../../documents/qr.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller, type StaffCaller } from '../caller.ts'
import { openDraft } from '../drafts/opened-draft.ts'
import type { InputOf } from '../input.ts'
import { done, failed, refused, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { actorFor } from './acting.ts'
import { filingPlace, helpingRole, isHelper } from './filing-place.ts'
import { noteState } from './load-case.ts'
import { sealParticulars } from './particulars.ts'
import { affiliatesNamed, affiliatesOf } from './parties.ts'
import { hashOf, newCaseId, runCommand } from './run-command.ts'

interface Receipt {
  id: string
  number: string
  submittedAt: Instant
  dueAt: Instant | null
  officeName: string
  chosenOffice?: string
  trackUrl: string
  qrSvg: string
}

/** T1: a citizen, somebody for them (代申请), or staff beside them (帮办代办) hands in what the draft holds. */
export async function submitApplication(
  parts: Parts,
  caller: CitizenCaller | StaffCaller,
  input: InputOf<typeof route>,
): Promise<Outcome<Receipt>> {
  if (caller.kind === 'staff' && !isHelper(caller)) return failed('forbidden')
  const { entry, draftId, draftSecret } = input.body
  const scope = `submit ${caller.kind === 'staff' ? caller.staffId : caller.personId}`
  const asked = Promise.all([
    openDraft(parts, caller, draftId, draftSecret),
    parts.stores.drafts.materials(draftId),
    caller.kind === 'citizen' && someoneElses(parts, caller, entry),
  ])
  // An answer that got lost on the way is given again, also when the draft has gone meanwhile.
  const [before, [draft, kept, isSomeoneElses]] = await Promise.all([
    input.idempotencyKey === undefined
      ? undefined
      : parts.stores.answeredBefore({ scope, key: input.idempotencyKey, requestHash: hashOf({ draftId }) }),
    asked,
  ])
  if (before === 'keyReused') return failed('keyReused')
  if (before) return receiptAgain(parts, caller, (before.reply as { number: string }).number, entry)
  if (!draft) return failed('notFound')
  const signature = kept.findLast((m) => m.kind === 'signature')
  if (!signature) return refused('signatureMissing')

  const now = parts.clock.now()
  const places = await directory(parts)
  const placeId = filingPlace(places, entry.placeId, caller).id
  const agencyId = places.center.id
  if (isSomeoneElses) {
    return failed('malformed', {
      fields: {
        [entry.proxy ? 'entry.proxy.person.idNumber' : 'entry.applicant.idNumber']:
          '这个手机号以前登记的是另一个身份证号。替别人申请，请选“替家人申请”。',
      },
    })
  }
  const people = peopleOf(
    parts,
    caller,
    entry,
    now,
    caller.kind === 'staff' ? await knownPeople(parts, caller, entry) : {},
  )
  const particulars = sealParticulars(parts, entry)
  if (particulars && people.rows[0]) people.rows[0].profile = { [particulars.name]: particulars.sealed }
  const caseId = newCaseId()
  const { slot, marker } = newSlot()
  const year = partsOf(localDateOf(now)).year
  const materials: Material[] = kept.map(({ id, kind, name, sha256, mediaType, bytes, addedAt }) => ({
    id,
    kind,
    name,
    sha256,
    mediaType,
    bytes,
    addedAt,
  }))
  const wishes = await wishesOf(parts, entry)
  const form: ApplicationForm = {
    ...formOf({ ...entry, particulars: particulars?.name }, people, caller, placeId, {
      materials,
      signatureMaterialId: signature.id,
      now,
    }),
    ...(wishes ? { wishes } : {}),
  }

  const outcome = await runCommand(parts, {
    caseId,
    before: null,
    command: {
      type: 'submitApplication',
      form,
      born: bornOf(entry.applicant.idNumber),
      number: marker,
      placeId,
      agencyId,
    },
    actor: await actorFor(parts, caller, { placeId, agencyId }, caller.kind === 'staff' ? 'assisted' : 'web'),
    access: accessOf(caller),
    idempotencyKey: input.idempotencyKey,
    idempotencyScope: scope,
    requestBody: { draftId },
    numbers: [{ slot, agencyId, kind: 'case', year, format: `LX${year}%s`, pad: 5 }],
    // Its files belong to the case now, and the draft ends in the same moment.
    besides: { people: people.rows, parties: partiesOf(parts, caseId, entry, people), draftId },
    materials: kept.map((m) => ({
      id: m.id,
      caseId,
      draftId,
      sha256: m.sha256,
      kind: m.kind,
      name: m.name,
      addedByKind: caller.kind,
      addedById: caller.kind === 'staff' ? caller.staffId : caller.personId,
      addedAt: m.addedAt,
    })),
  })
  if (!outcome.ok) return outcome
  const { number, state, caseId: id } = outcome.value
  // Sent twice at the same moment: the other one was written.
  if (!state) return receiptAgain(parts, caller, number, entry)
  noteState(parts, id, state)
  return done(await receipt(parts, { id, number, placeId, submittedAt: state.openedAt }, caller, entry))
}

/** 点援: the name is kept as it is now; somebody who is no longer there was wished for in vain. */
async function wishesOf(parts: Parts, { wishes }: ApplicationEntry): Promise<ApplicationForm['wishes']> {
  if (wishes?.lawyerId === undefined) return wishes
  const { lawyerId, ...others } = wishes
  const lawyer = await parts.stores.providers.find(lawyerId)
  return lawyer ? { ...others, lawyerId, lawyerName: lawyer.name } : others
}

async function receipt(
  parts: Parts,
  { id, number, placeId, submittedAt }: { id: string; number: string; placeId: string; submittedAt: Instant },
  caller: CitizenCaller | StaffCaller,
  entry: ApplicationEntry,
): Promise<Receipt> {
  const places = await directory(parts)
  // A helper's choice that was not followed is said, not passed over.
  const chosen =
    caller.kind === 'citizen' || entry.placeId === placeId ? undefined : places.byId.get(entry.placeId ?? '')?.name
  const trackUrl = `${parts.config.publicUrl}/track?number=${encodeURIComponent(number)}`
  return {
    id,
    number,
    submittedAt,
    dueAt: await dueOf(parts, places.center.id, submittedAt),
    officeName: places.byId.get(placeId)?.name ?? places.center.name,
    ...(chosen === undefined ? {} : { chosenOffice: chosen }),
    trackUrl,
    qrSvg: await qrSvg(trackUrl),
  }
}

async function receiptAgain(
  parts: Parts,
  caller: CitizenCaller | StaffCaller,
  number: string,
  entry: ApplicationEntry,
): Promise<Outcome<Receipt>> {
  const line = await parts.stores.cases.line(accessOf(caller), { number })
  return line
    ? done(
        await receipt(
          parts,
          { id: line.id, number, placeId: line.placeId, submittedAt: line.submittedAt },
          caller,
          entry,
        ),
      )
    : failed('notFound')
}

/** When it is promised to be accepted: by the hours of the agency, which accepts it. */
async function dueOf(parts: Parts, agencyId: string, startedAt: Instant): Promise<Instant> {
  return sameDayTarget(startedAt, await parts.law.office(agencyId), await parts.law.calendar()).dueAt
}

/** One phone, one person: the number signed in with already belongs to somebody with another identity number. */
async function someoneElses(
  parts: Parts,
  caller: CitizenCaller,
  { applicant, proxy }: ApplicationEntry,
): Promise<boolean> {
  const known = await parts.stores.people.find(accessOf(caller), caller.personId)
  return (
    known?.idNumberEnc != null &&
    parts.crypto.decrypt('person.idNumber', known.idNumberEnc) !== (proxy?.person ?? applicant).idNumber
  )
}

interface People {
  applicantId: string
  proxyId?: string
  rows: PersonRow[]
}

interface Known {
  applicantId?: string
  proxyId?: string
}

/**
 * Somebody whose identity card the helper has in hand and who is in our books already: the case is theirs, and they see
 * it on their own phone. Citizens cannot do this for others, or anybody could hang a case on a stranger.
 */
async function knownPeople(parts: Parts, caller: StaffCaller, { applicant, proxy }: ApplicationEntry): Promise<Known> {
  const find = async (person: ApplicationEntry['applicant'] | undefined) =>
    person &&
    ((await parts.stores.people.ofIdNumber(parts.crypto.blindIndex('idNumber', person.idNumber), person.name)) ??
      identified(parts, caller, person))
  const [applicantId, proxyId] = await Promise.all([find(applicant), find(proxy?.person)])
  return { applicantId, proxyId }
}

/** Known by phone and name alone, as whoever signed in once: now there is a card, the number is added to them. */
async function identified(
  parts: Parts,
  caller: StaffCaller,
  person: ApplicationEntry['applicant'],
): Promise<string | undefined> {
  if (person.phone === undefined) return undefined
  const audit = (subjectId: string) =>
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'person',
      subjectId,
      fields: ['idNumber'],
      why: '帮办代办时出示身份证',
    })
  return parts.stores.people.identify(
    parts.crypto.blindIndex('phone', person.phone),
    person.name,
    identityOf(parts, person.idNumber),
    audit,
  )
}

/** Who signs in is the applicant, or the proxy when there is one; staff only help. */
function peopleOf(
  parts: Parts,
  caller: CitizenCaller | StaffCaller,
  { applicant, proxy }: ApplicationEntry,
  now: Instant,
  known: Known,
): People {
  const own = caller.kind === 'citizen' ? caller.personId : undefined
  const applicantId = own && !proxy ? own : (known.applicantId ?? randomUUID())
  const proxyId = proxy ? (own ?? known.proxyId ?? randomUUID()) : undefined
  // The phone one signed in with is proven; what is typed never replaces it.
  const proven = (id: string, person: ApplicationEntry['applicant']) =>
    id === own ? { ...person, phone: undefined } : person
  const rows = [personRow(parts, applicantId, proven(applicantId, applicant), now)]
  if (proxy && proxyId) rows.push(personRow(parts, proxyId, proven(proxyId, proxy.person), now))
  return { applicantId, proxyId, rows }
}

const bornOf = (number: string): LocalDate =>
  localDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)

/** What an identity number says (GB 11643). */
const identityOf = ({ crypto }: Parts, number: string): Identity => ({
  idNumberEnc: crypto.encrypt('person.idNumber', number),
  idNumberBidx: crypto.blindIndex('idNumber', number),
  birthDate: bornOf(number),
  gender: Number(number[16]) % 2 === 1 ? 'male' : 'female',
})

function personRow(parts: Parts, id: string, person: ApplicationEntry['applicant'], createdAt: Instant): PersonRow {
  const { crypto } = parts
  return {
    id,
    name: person.name,
    ...identityOf(parts, person.idNumber),
    ...(person.phone
      ? { phoneEnc: crypto.encrypt('person.phone', person.phone), phoneBidx: crypto.blindIndex('phone', person.phone) }
      : {}),
    ...(person.address ? { addressEnc: crypto.encrypt('person.address', person.address) } : {}),
    createdAt,
  }
}

function partiesOf(
  { crypto }: Parts,
  caseId: string,
  { applicant, proxy, opponents }: ApplicationEntry,
  { applicantId, proxyId }: People,
): PartyRow[] {
  return [
    {
      caseId,
      side: 'applicant',
      name: applicant.name,
      personId: applicantId,
      idBidx: crypto.blindIndex('idNumber', applicant.idNumber),
    },
    ...(proxy
      ? [
          {
            caseId,
            side: 'proxy' as const,
            name: proxy.person.name,
            personId: proxyId,
            idBidx: crypto.blindIndex('idNumber', proxy.person.idNumber),
          },
        ]
      : []),
    ...opponents.flatMap((o) => [
      { caseId, side: 'opponent' as const, name: o.name, creditCode: o.creditCode ?? null },
      ...affiliatesOf(caseId, affiliatesNamed(o)),
    ]),
  ]
}

function formOf(
  entry: ApplicationEntry & { particulars: string | undefined },
  people: People,
  caller: CitizenCaller | StaffCaller,
  placeId: string,
  given: { materials: Material[]; signatureMaterialId: string; now: Instant },
): ApplicationForm {
  const household = entry.household
    ? { householdSize: entry.household.members, householdMonthlyIncome: entry.household.monthlyIncomeFen / 100 }
    : {}
  return {
    matter: entry.matter,
    serviceForm: serviceFor(entry.matter, entry.facts, entry.serviceForm),
    applicant: { personId: people.applicantId, name: entry.applicant.name },
    ...(entry.proxy && people.proxyId
      ? { proxy: { personId: people.proxyId, name: entry.proxy.person.name, relation: entry.proxy.relation } }
      : {}),
    ...(caller.kind === 'staff'
      ? { helper: { staffId: caller.staffId, name: caller.name, placeId, role: helpingRole(caller)?.role ?? 'clerk' } }
      : {}),
    ...(entry.handOn
      ? {
          handOn: {
            through: entry.handOn.through,
            askedAt: instant(entry.handOn.askedAt),
            ...(entry.handOn.lateReason ? { lateReason: entry.handOn.lateReason } : {}),
          },
        }
      : {}),
    ...(entry.particulars === undefined ? {} : { particulars: entry.particulars }),
    opponents: entry.opponents.map((one) => {
      const { name, kind, creditCode } = one,
        affiliates = affiliatesNamed(one)
      return {
        name,
        kind,
        ...(creditCode ? { creditCode } : {}),
        ...(affiliates.length > 0 ? { affiliates } : {}),
      }
    }),
    facts: { ...household, ...entry.facts, matter: entry.matter },
    story: entry.story,
    ...(entry.claimFen === undefined ? {} : { claimFen: entry.claimFen }),
    materials: given.materials,
    signatureMaterialId: given.signatureMaterialId,
    consents: {
      notice: entry.consents.notice,
      sensitive: entry.consents.sensitive,
      meansQuery: entry.consents.meansQuery,
      at: given.now,
    },
  }
}
