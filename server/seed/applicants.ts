import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'
import type { PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import type { SampleCase } from './cases.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** No identity card was ever issued under this area code, so no number of the sample is anybody's. */
const AREA = '620199'

/** A number with the right check digit (GB 11643); the last digit but one says man or woman. */
export function sampleIdNumber({ birth, gender }: Pick<SampleCase, 'birth' | 'gender'>, serial: number): string {
  const order = serial * 2 + (gender === 'male' ? 1 : 0)
  const body = `${AREA}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}
export const samplePhone = (serial: number): string => `1390000${String(1000 + serial)}`

const WORKER: PartialFacts = {
  isMigrantWorker: true,
  applicantRole: 'self',
  caseBody: 'none',
  workPlace: 'here',
  employerPlace: 'here',
}
const MODEST: PartialFacts = {
  applicantRole: 'self',
  caseBody: 'none',
  eventPlace: 'here',
  opponentPlace: 'here',
  isMigrantWorker: false,
  assistance: 'none',
  disabled: false,
  serviceIdentity: 'none',
  residence: 'rural',
  fixedIncome: true,
  opponentInHousehold: false,
  householdSize: 4,
  householdMonthlyIncome: 2400,
}

const ETHNICITIES = ['汉族', '回族', '汉族', '东乡族', '藏族'] as const
/** Three besides the applicant, as MODEST says; their incomes and the applicant's make the sum. */
const FAMILY: ApplicationEntry['family'] = [
  { name: '家人甲（样例）', relation: 'spouse', occupation: '务农', monthlyIncomeFen: 80_000 },
  { name: '家人乙（样例）', relation: 'parent' },
  { name: '家人丙（样例）', relation: 'child', occupation: '上学', monthlyIncomeFen: 0 },
]

/** What the person answered. Those who are refused have a reason to be. */
function factsOf({ matter, until, birth, story }: SampleCase): PartialFacts {
  const base = { matter, birthDate: birth as PartialFacts['birthDate'] }
  const refused = until === 'refused' || until === 'objection'
  if (matter === 'laborRemuneration')
    return {
      ...base,
      ...WORKER,
      laborClaim: 'pay',
      ...(until === 'transferred' ? { workPlace: 'elsewhere', employerPlace: 'elsewhere' } : {}),
    }
  if (matter === 'injuryDamage') {
    const atWork = /车间|工地|上班/.test(story)
    return {
      ...base,
      ...MODEST,
      ...(atWork ? { ...WORKER, injuryKind: 'work' } : { injuryKind: refused ? 'other' : 'traffic' }),
    }
  }
  if (matter === 'maintenance') return { ...base, ...MODEST, assistance: 'dibao', fixedIncome: false }
  return { ...base, ...MODEST, ...(refused ? { householdMonthlyIncome: 60_000 } : {}) }
}

/** The form as the person sent it. */
export function entryOf(one: SampleCase, serial: number, placeId: string | undefined): ApplicationEntry {
  const organisation = /公司|厂|队|店|社|站|会所|养殖场|超市/.test(one.opponent)
  return {
    matter: one.matter,
    facts: factsOf(one),
    ...(placeId === undefined ? {} : { placeId }),
    story: `（样例）${one.story}`,
    opponents: [{ name: one.opponent, kind: organisation ? 'organisation' : 'person' }],
    applicant: {
      name: one.name,
      idNumber: sampleIdNumber(one, serial),
      phone: samplePhone(serial),
      address: '兰州新区某村（样例地址）',
      ethnicity: ETHNICITIES[serial % ETHNICITIES.length],
      occupation: one.matter === 'laborRemuneration' ? '进城务工' : '务农',
    },
    ...(one.matter === 'laborRemuneration' ? {} : { family: FAMILY }),
    forPapers: {
      registeredAddress: '甘肃省某县某村（样例地址）',
      ...(one.matter === 'laborRemuneration'
        ? {}
        : { assets: { kinds: ['home', 'land'], more: '平房三间' }, burdens: { kinds: ['illness', 'school'] } }),
    },
    ...(one.claimYuan === undefined ? {} : { claimFen: one.claimYuan * 100 }),
    consents: { notice: 'sample', sensitive: true, meansQuery: true },
    pledge: true,
  }
}
