/**
 * 利益冲突检索 before an assignment (rule book CF-1, CF-2, CF-4, CF-9): both parties of this case against both parties
 * of every case the provider or the provider's firm is known to have had. It finds; a person decides.
 */
import { addMonths, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { ConflictFinding } from '../application/types.ts'
import { isSame, sameParty, type PartyIdentity, type SameParty } from './same-party.ts'

/** One party of one known case. The lawyer and firm are those of the aided side. */
export interface KnownParty extends PartyIdentity {
  caseNumber: string
  side: 'applicant' | 'opponent' | 'coDefendant' | 'affiliate'
  lawyerId: string | null
  firmId: string | null
  /** Absent while the case is open. */
  closedOn?: LocalDate
}

export interface CaseParties {
  /** This case itself, left out of the search. */
  caseNumber: string
  aided: readonly PartyIdentity[]
  opponents: readonly PartyIdentity[]
  /** 同案被告人 or those whose facts are connected */
  coDefendants: readonly PartyIdentity[]
  /** 关联公司 of an opponent, as far as known (CF-9) */
  affiliates?: readonly PartyIdentity[]
}

export interface CheckedProvider {
  staffId: string
  orgId: string
  /** The provider, and near relatives as far as declared (CF-2). */
  own: readonly PartyIdentity[]
}

export type RuleCode = 'CF-1' | 'CF-2' | 'CF-4' | 'CF-9'
/** What the officer reads; `basis` 'name' means only the names agree and somebody has to look. */
export interface ExplainedFinding extends ConflictFinding {
  rule: RuleCode
  basis: 'certain' | 'name' | 'related'
  says: string
}

/** Clients of the firm count for three years after their case ended (CF-9). */
const FIRM_MEMORY_MONTHS = 36

/** All findings for one provider, the bans first; an empty list means the check has passed. */
export function findConflicts(
  parties: CaseParties,
  provider: CheckedProvider,
  known: readonly KnownParty[],
  today: LocalDate,
): ExplainedFinding[] {
  const own = [...ownStake(parties, provider)]
  const cases = groupByCase(known.filter((party) => party.caseNumber !== parties.caseNumber))
  const found = [...cases.values()].flatMap((records) => fromCase(parties, provider, records, today))
  return strongest([...own, ...found])
}

function groupByCase(known: readonly KnownParty[]): Map<string, KnownParty[]> {
  const cases = new Map<string, KnownParty[]>()
  for (const party of known) cases.set(party.caseNumber, [...(cases.get(party.caseNumber) ?? []), party])
  return cases
}

/** CF-2: the provider or a near relative is on the other side, or is the one aided. */
function* ownStake({ opponents, aided }: CaseParties, { own }: CheckedProvider): Generator<ExplainedFinding> {
  for (const self of own) {
    for (const party of [...opponents, ...aided]) {
      const match = sameParty(self, party)
      if (match === 'certain' || match === 'name') {
        yield finding(
          'relative',
          'CF-2',
          match,
          party.name,
          undefined,
          `承办人本人或近亲属与案件当事人「${party.name}」是同一人`,
        )
      }
    }
  }
}

function fromCase(
  parties: CaseParties,
  provider: CheckedProvider,
  records: readonly KnownParty[],
  today: LocalDate,
): ExplainedFinding[] {
  const [first] = records
  if (!first) return []
  const mine = first.lawyerId === provider.staffId
  const firm = first.firmId !== null && first.firmId === provider.orgId
  if (!mine && !firm) return []
  const side = (wanted: KnownParty['side']): KnownParty[] => records.filter((record) => record.side === wanted)
  return [
    ...bothSides(parties, side('applicant'), side('opponent'), mine),
    ...(mine ? coDefence(parties, side('applicant'), side('coDefendant')) : []),
    ...clients(parties, side('applicant'), mine, today),
    ...(mine ? againstAided(parties, side('opponent'), side('affiliate')) : []),
  ]
}

/** CF-1: the same dispute with the sides exchanged. Two names agreeing crosswise are no accident. */
function bothSides(
  { aided, opponents }: CaseParties,
  represented: readonly KnownParty[],
  opposed: readonly KnownParty[],
  mine: boolean,
): ExplainedFinding[] {
  const against = opposed.some((party) => aided.some((one) => isSame(sameParty(one, party))))
  if (!against) return []
  return pairs(opponents, represented)
    .filter(({ match }) => isSame(match))
    .map(({ party }) =>
      finding(
        'sameOpponent',
        'CF-1',
        'certain',
        party.name,
        party.caseNumber,
        `${mine ? '本人' : '本所'}已在 ${party.caseNumber} 号案代理对方「${party.name}」，不能再代理这一方`,
      ),
    )
}

/** CF-4: one defender, one defendant of the same or a connected case. */
function coDefence(
  { aided, coDefendants }: CaseParties,
  represented: readonly KnownParty[],
  theirCoDefendants: readonly KnownParty[],
): ExplainedFinding[] {
  const namedThere = theirCoDefendants.some((party) => aided.some((one) => isSame(sameParty(one, party))))
  return pairs(coDefendants, represented)
    .filter(({ match }) => isSame(match))
    .map(({ party, match }) =>
      finding(
        'coDefendant',
        'CF-4',
        namedThere ? 'certain' : basisOf(match),
        party.name,
        party.caseNumber,
        `已为同案或有关联的「${party.name}」辩护（${party.caseNumber}）`,
      ),
    )
}

/** CF-2, CF-9: the opponent is or was a client of the provider, or of the firm in the last three years. */
function clients(
  { opponents, affiliates = [] }: CaseParties,
  represented: readonly KnownParty[],
  mine: boolean,
  today: LocalDate,
): ExplainedFinding[] {
  const direct = pairs(opponents, represented).filter(({ match }) => match !== 'no')
  return [...direct, ...onlyRelated(pairs(affiliates, represented))].flatMap(({ party, match }) => {
    const open = party.closedOn === undefined
    const when = open ? '现在的' : '以前的'
    if (mine) {
      const basis = basisOf(match)
      const severity = open && basis === 'certain' ? 'ban' : 'explain'
      return [
        finding(
          'formerClient',
          'CF-2',
          basis,
          party.name,
          party.caseNumber,
          `「${party.name}」是承办人${when}委托人（${party.caseNumber}）`,
          severity,
        ),
      ]
    }
    if (party.closedOn !== undefined && party.closedOn < addMonths(today, -FIRM_MEMORY_MONTHS)) return []
    return [
      finding(
        'opponentIsFirmClient',
        'CF-9',
        basisOf(match),
        party.name,
        party.caseNumber,
        `「${party.name}」是本所${when}委托人（${party.caseNumber}）`,
        'explain',
      ),
    ]
  })
}

/**
 * CF-2: the provider stands against the aided party in another case; once it is over, it is to be explained. The same for one
 * that was named there as a company of the opponent (CF-9).
 */
function againstAided(
  { aided }: CaseParties,
  opposed: readonly KnownParty[],
  theirAffiliates: readonly KnownParty[],
): ExplainedFinding[] {
  return [
    ...pairs(aided, opposed).filter(({ match }) => isSame(match)),
    ...onlyRelated(pairs(aided, theirAffiliates)),
  ].map(({ party, match }) =>
    finding(
      'sameOpponent',
      'CF-2',
      basisOf(match),
      party.name,
      party.caseNumber,
      `承办人在 ${party.caseNumber} 号案${party.closedOn === undefined ? '正' : '曾'}代理与受援人对立的一方`,
      party.closedOn === undefined && match === 'certain' ? 'ban' : 'explain',
    ),
  )
}

const pairs = (
  ours: readonly PartyIdentity[],
  theirs: readonly KnownParty[],
): { party: KnownParty; match: SameParty }[] =>
  ours.flatMap((one) => theirs.map((party) => ({ party, match: sameParty(one, party) })))

/** Being named as a company of somebody is less than being that somebody. */
const onlyRelated = (found: readonly { party: KnownParty; match: SameParty }[]) =>
  found.filter(({ match }) => isSame(match)).map((pair) => ({ ...pair, match: 'related' as const }))

const basisOf = (match: SameParty): ExplainedFinding['basis'] => (match === 'no' ? 'name' : match)

/** A person's name alone never bans: somebody looks whether it is the same person and says so. */
function finding(
  code: ConflictFinding['code'],
  rule: RuleCode,
  basis: ExplainedFinding['basis'],
  name: string,
  caseNumber: string | undefined,
  says: string,
  severity: ConflictFinding['severity'] = basis === 'certain' ? 'ban' : 'explain',
): ExplainedFinding {
  const doubt =
    basis === 'name' ? '（只是同名，请核对是不是同一人）' : basis === 'related' ? '（总公司、分公司或关联公司）' : ''
  return {
    code,
    rule,
    basis,
    severity,
    with: name,
    says: says + doubt,
    ...(caseNumber === undefined ? {} : { caseNumber }),
  }
}

/** The bans first; about one party of one case only the gravest finding is kept. */
function strongest(findings: readonly ExplainedFinding[]): ExplainedFinding[] {
  const rank = (one: ExplainedFinding): number => (one.severity === 'ban' ? 0 : 1)
  const kept = new Map<string, ExplainedFinding>()
  for (const one of [...findings].sort((a, b) => rank(a) - rank(b))) {
    const key = `${one.caseNumber ?? ''} ${one.with}`
    if (!kept.has(key)) kept.set(key, one)
  }
  return [...kept.values()]
}
