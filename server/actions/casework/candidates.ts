import { findConflicts, type CaseParties, type KnownParty } from '@fatong/casework/assignment/conflicts.ts'
import type { PartyIdentity } from '@fatong/casework/assignment/same-party.ts'
import { rankCandidates, unavailable, type Ranked } from '@fatong/casework/assignment/candidates.ts'
import type { AssignmentPolicy, CandidateProvider, CaseToPlace } from '@fatong/casework/assignment/policy.ts'
import type { Between } from '@fatong/network/assignment/batch.ts'
import { policies } from '@fatong/network/assignment/policies.ts'
import { caseToAssign } from '@fatong/casework/application/assigning.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { ConflictFinding, Provider } from '@fatong/casework/application/types.ts'
import { addDays, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { PartyRecord } from '../../db/stores/conflicts.ts'
import type { StoredProvider } from '../../db/stores/providers.ts'
import { relativesOf } from '../administration/relatives.ts'
import { CASEWORK_SETTING, readCasework } from '../administration/settings.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import { LICENCE, SOON_DAYS } from '../network/licences.ts'
import type { Parts } from '../parts.ts'
import { waysToCase } from './ways-to-case.ts'

/** By what the district orders candidates; bans are settled before any policy is asked. */
export async function policyInForce(parts: Parts): Promise<AssignmentPolicy> {
  return policies()[readCasework(await parts.stores.lawSettings.setting(CASEWORK_SETTING)).assignmentPolicy]
}

export interface CandidateFacts {
  facts: CaseToPlace
  providers: CandidateProvider[]
  conflicts: ReadonlyMap<string, readonly ConflictFinding[]>
}

/** Everybody who might be given the case, best first, with reasons, bans and the result of the conflict check. */
export async function candidatesFor(
  parts: Parts,
  caller: StaffCaller,
  state: CaseState,
  only?: string,
): Promise<Ranked[]> {
  const { facts, providers, conflicts } = await candidateFacts(parts, caller, state, only)
  return rankCandidates(facts, providers, conflicts, await policyInForce(parts))
}

/** What an assignment of the case rests on: what it asks, who there is, and the conflict check of this moment. */
export async function candidateFacts(
  parts: Parts,
  caller: StaffCaller,
  state: CaseState,
  only?: string,
): Promise<CandidateFacts> {
  const access = accessOf(caller)
  const parties = partiesOf(state)
  const named = [...parties.aided, ...parties.opponents, ...parties.coDefendants, ...(parties.affiliates ?? [])]
  const [stored, records] = await Promise.all([
    only ? parts.stores.providers.find(only).then((one) => (one ? [one] : [])) : parts.stores.providers.list(),
    parts.stores.conflicts.records(access, {
      names: named.map((p) => p.name),
      creditCodes: named.flatMap((p) => p.creditCode ?? []),
      ...(only === undefined ? {} : { beside: only }),
    }),
  ])
  const today = localDateOf(parts.clock.now())
  const { offices, ...here } = await waysToCase(
    parts,
    state.placeId,
    stored.map(({ orgId }) => orgId),
  )
  const providers = stored.map((one) => ({ ...candidateOf(one, today), ...fromOffice(offices.get(one.orgId)) }))
  const relatives = new Map(stored.map(({ staffId, profile }) => [staffId, relativesOf(parts, profile)]))
  const conflicts = new Map(
    providers.map((p) => [
      p.staffId,
      findConflicts(
        parties,
        { staffId: p.staffId, orgId: p.orgId, own: ownNames(p.name, relatives.get(p.staffId)) },
        knownTo(p, records),
        today,
      ),
    ]),
  )
  const facts: CaseToPlace = {
    qualification: caseToAssign(state, today),
    stoodDown: state.declined.map((d) => d.staffId),
    today,
    ...here,
    ...(state.form ? { matter: state.form.matter } : {}),
    ...(state.form?.wishes ? { wishes: state.form.wishes } : {}),
  }
  return { facts, providers, conflicts }
}

const fromOffice = ({ town, minutes }: { town?: string; minutes?: number } = {}) => ({
  ...(town === undefined ? {} : { town }),
  ...(minutes === undefined ? {} : { travelMinutes: minutes }),
})

/** Several cases together: one team without the ways of any case, and beside it what lies between each case and each lawyer. */
export function teamFor(cases: readonly (Omit<CandidateFacts, 'facts'> & { id: string })[]): {
  lawyers: CandidateProvider[]
  between: Between
} {
  const conflicts = new Map(cases.map((one) => [one.id, one.conflicts]))
  const minutes = new Map(
    cases.map(({ id, providers }) => [
      id,
      new Map(providers.map(({ staffId, travelMinutes }) => [staffId, travelMinutes])),
    ]),
  )
  return {
    lawyers: (cases[0]?.providers ?? []).map(({ travelMinutes: _ofTheFirstCase, ...lawyer }) => lawyer),
    between: {
      findings: (one, { staffId }) => conflicts.get(one.id)?.get(staffId),
      minutes: (one, { staffId }) => minutes.get(one.id)?.get(staffId),
    },
  }
}

/** The provider and the near relatives the administrator was told of (CF-2). */
const ownNames = (name: string, relatives: readonly string[] = []): PartyIdentity[] =>
  [name, ...relatives].map((one) => ({ name: one, kind: 'person' }))

/** The one the officer picked, with the conflict check made at this moment. */
export async function chosenProvider(
  parts: Parts,
  caller: StaffCaller,
  _caseId: string,
  state: CaseState,
  staffId: string,
): Promise<
  | {
      provider: Provider
      findings: ConflictFinding[]
      reasons: string[]
      /** why he or she can be given no case today */
      unavailable: string[]
    }
  | undefined
> {
  const [chosen] = await candidatesFor(parts, caller, state, staffId)
  if (!chosen) return undefined
  const {
    staffId: id,
    name,
    orgId,
    orgName,
    kind,
    practiceYears,
    criminalDefenseYears,
    juvenileAware,
    licence,
    officePhone,
  } = chosen.provider
  return {
    provider: {
      staffId: id,
      name,
      orgId,
      orgName,
      kind,
      practiceYears,
      criminalDefenseYears,
      juvenileAware,
      ...(licence ? { licence } : {}),
      ...(officePhone ? { officePhone } : {}),
    },
    findings: chosen.findings.map(({ code, severity, with: who, caseNumber }) => ({
      code,
      severity,
      with: who,
      ...(caseNumber ? { caseNumber } : {}),
    })),
    reasons: chosen.reasons.map((reason) => reason.says),
    unavailable: unavailable(chosen.provider, localDateOf(parts.clock.now())),
  }
}

function partiesOf(state: CaseState): CaseParties {
  const aided = [{ name: state.form?.applicant.name ?? state.letter?.defendant.name ?? '', kind: 'person' as const }]
  return {
    caseNumber: state.number,
    aided,
    opponents: (state.form?.opponents ?? []).map(({ name, kind, creditCode }) => ({
      name,
      kind,
      ...(creditCode ? { creditCode } : {}),
    })),
    affiliates: (state.form?.opponents ?? []).flatMap(({ affiliates = [] }) =>
      affiliates.map((name) => ({ name, kind: 'organisation' as const })),
    ),
    coDefendants: (state.letter?.coDefendants ?? []).map((name) => ({ name, kind: 'person' as const })),
  }
}

/** Records of the database, told from the side of one provider. A match by identity number names nobody. */
function knownTo({ staffId, orgId }: CandidateProvider, records: readonly PartyRecord[]): KnownParty[] {
  return records
    .filter((r) => r.lawyerIds.includes(staffId) || r.firmIds.includes(orgId))
    .flatMap((r) =>
      r.side === 'proxy' || r.name === null
        ? []
        : [
            {
              name: r.name,
              kind:
                r.side === 'affiliate' || r.matched === 'creditCode' || COMPANY.test(r.name)
                  ? ('organisation' as const)
                  : ('person' as const),
              caseNumber: r.caseNumber,
              side: r.side,
              lawyerId: r.lawyerIds.includes(staffId) ? staffId : null,
              firmId: r.firmIds.includes(orgId) ? orgId : null,
              ...(r.endedAt === null ? {} : { closedOn: localDateOf(r.endedAt) }),
            },
          ],
    )
}

/** Records keep no kind; a company's name tells. */
const COMPANY = /公司|厂|店|社|所|队|院|站|中心|集团|合作社$/

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [])
const written = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const count = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise

/**
 * As the administrator put it down: who is qualified inside the agency, or helps as a volunteer, may take less than a lawyer
 * (AS-3, AS-6, AS-7). Nobody is a lawyer by that entry alone, without the role.
 */
function kindOf({ profile, roles }: StoredProvider): CandidateProvider['kind'] {
  const { kind } = profile
  if (kind === 'agencyStaff' || kind === 'volunteer' || kind === 'grassrootsLegalWorker') return kind
  return roles.includes('lawyer') ? 'lawyer' : 'grassrootsLegalWorker'
}

/** What the administrator keeps in the profile; what is missing counts as nothing, so it never qualifies anybody. */
export function candidateOf(stored: StoredProvider, today: LocalDate): CandidateProvider {
  const { profile, member } = stored
  const gender = profile['gender'] ?? member?.gender
  const licence = written(profile['licence'])
  const officePhone = written(profile['officePhone']) ?? stored.orgPhone ?? undefined
  return {
    staffId: stored.staffId,
    name: stored.name,
    orgId: stored.orgId,
    orgName: stored.orgName,
    kind: kindOf(stored),
    practiceYears: count(profile['practiceYears'], 0),
    criminalDefenseYears: count(profile['criminalDefenseYears'], 0),
    juvenileAware: profile['juvenileAware'] === true,
    specialties: union(texts(profile['specialties']), member?.specialties),
    openLoad: stored.openLoad,
    capacity: count(profile['capacity'], 6),
    ...(licence ? { licence } : {}),
    ...(officePhone ? { officePhone } : {}),
    ...(stored.lastAssignedAt === null ? {} : { lastAssignedAt: stored.lastAssignedAt }),
    languages: union(texts(profile['languages']), member?.languages),
    ...(gender === 'female' || gender === 'male' ? { gender } : {}),
    ...(member && member.leave.length > 0 ? { leave: member.leave } : {}),
    ...lapsed(member?.qualifications ?? [], today),
  }
}
const union = (one: readonly string[], other: readonly string[] = []): string[] => [...new Set([...one, ...other])]

/** 执业证 whose time is over and that no other of the same name stands for: no case until it is renewed. */
function lapsed(
  qualifications: readonly { name: string; until: LocalDate | null }[],
  today: LocalDate,
): { lapsed?: string[]; expiring?: string[] } {
  const held = new Set(qualifications.filter(({ until }) => until === null || until >= today).map(({ name }) => name))
  const over = qualifications
    .filter(({ name, until }) => until !== null && until < today && !held.has(name) && LICENCE.test(name))
    .map(({ name, until }) => `${name}（${until}）`)
  const soon = qualifications
    .filter(
      ({ name, until }) => until !== null && until >= today && until <= addDays(today, SOON_DAYS) && LICENCE.test(name),
    )
    .map(({ name, until }) => `${name}（${until}）`)
  return { ...(over.length > 0 ? { lapsed: over } : {}), ...(soon.length > 0 ? { expiring: soon } : {}) }
}
