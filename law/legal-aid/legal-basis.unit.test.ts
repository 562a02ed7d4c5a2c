import { describe, expect, it } from 'vitest'
import { articleInWords, formatCitation, statuteItem } from '../citation.ts'
import { localDate } from '../calendar/dates.ts'
import { KNOWN_CALENDAR } from '../calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '../parameters/gansu.ts'
import { assess } from './eligibility.ts'
import { MATTERS, type MatterCode, type PartialFacts } from './facts.ts'
import { grantBasis, refusalBasis, type LegalBasis } from './legal-basis.ts'

const judge = (facts: PartialFacts, day = '2026-11-23') =>
  assess(facts, localDate(day), GANSU_PARAMETERS, KNOWN_CALENDAR)
const words = ({ articles, province }: LegalBasis): string =>
  [...articles.map(({ article, item }) => articleInWords(article, item)), ...(province ? ['本省'] : [])].join(' ')
const granted = (facts: PartialFacts, day?: string) => words(grantBasis(judge(facts, day)))
const refused = (facts: PartialFacts, because: Partial<Parameters<typeof refusalBasis>[1]> = {}) =>
  words(refusalBasis(judge(facts), { meansExceeded: false, personNotEntitled: false, ...because }))

/** Poor by the sample's figures, and nothing else that counts. */
const POOR: PartialFacts = {
  isMigrantWorker: false,
  assistance: 'none',
  serviceIdentity: 'none',
  birthDate: localDate('1985-03-02'),
  disabled: false,
  residence: 'rural',
  opponentInHousehold: false,
  householdSize: 4,
  householdMonthlyIncome: 800,
}
const ENOUGH: Partial<Record<MatterCode, PartialFacts>> = {
  laborRemuneration: { laborClaim: 'pay' },
  injuryDamage: { injuryKind: 'traffic' },
  heroReputation: { relationToHero: 'child' },
  publicInterestRescuer: { braveAct: false },
  criminalDefense: { hasLawyer: false },
  criminalVictim: { hasLawyer: false },
  retrial: { retrialOpened: true },
}
/** What a grant names for somebody poor, and what a refusal for the matter's sake names (rule book 1.2). */
const BY_MATTER: Record<MatterCode, [grant: string, refusal: string]> = {
  stateCompensation: ['第三十一条第一项 第三十四条', '第三十一条第一项'],
  socialInsurance: ['第三十一条第二项 第三十四条', '第三十一条第二项'],
  pension: ['第三十一条第三项 第三十四条', '第三十一条第三项'],
  maintenance: ['第三十一条第四项 第三十四条', '第三十一条第四项'],
  laborRemuneration: ['第三十一条第五项 第三十四条', '第三十一条第五项'],
  capacity: ['第三十一条第六项 第三十四条', '第三十一条第六项'],
  injuryDamage: ['第三十一条第七项 第三十四条', '第三十一条第七项'],
  environment: ['第三十一条第八项 第三十四条', '第三十一条第八项'],
  heroReputation: ['第三十二条第一项', '第三十二条第一项'],
  goodSamaritan: ['第三十二条第二项', '第三十二条第二项'],
  retrialAcquittal: ['第三十二条第三项', '第三十二条第三项'],
  domesticViolence: ['第三十二条第四项', '第三十二条第四项'],
  familyMatters: ['第三十四条 本省', '第三十一条 本省'],
  education: ['第三十四条 本省', '第三十一条 本省'],
  publicInterestRescuer: ['第三十四条 本省', '第三十一条 本省'],
  militaryFamily: ['第三十四条 本省', '第三十一条 本省'],
  severance: ['第三十四条 本省', '第三十一条 本省'],
  criminalDefense: ['第二十四条 第三十四条', '第二十四条'],
  criminalVictim: ['第二十九条 第三十四条', '第二十九条'],
  retrial: ['第三十三条 第三十四条', '第三十三条'],
  other: ['第三十一条 第三十四条', '第三十一条'],
}

describe('what a decision rests on (rule book 1.2, 1.3)', () => {
  it.each(Object.keys(MATTERS) as MatterCode[])(
    '%s: the article that covers it, and hardship where hardship counts',
    (matter) => {
      const facts: PartialFacts = { ...POOR, ...ENOUGH[matter], matter }
      expect([granted(facts), refused(facts)]).toEqual(BY_MATTER[matter])
    },
  )
  it('the three ways money does not matter name three different articles, never one for another (10A-1)', () => {
    const wages: PartialFacts = { matter: 'laborRemuneration', laborClaim: 'pay' }
    expect(granted({ ...wages, isMigrantWorker: true })).toBe('第三十一条第五项 第四十二条第三项')
    expect(granted({ matter: 'injuryDamage', injuryKind: 'work', isMigrantWorker: true })).toBe(
      '第三十一条第七项 第四十二条第三项',
    )
    expect(granted({ matter: 'maintenance', assistance: 'dibao' })).toBe('第三十一条第四项 第四十二条第二项')
    expect(granted({ matter: 'publicInterestRescuer', braveAct: true })).toBe('第三十二条第二项 本省')
    expect(granted({ ...wages, isMigrantWorker: false, serviceIdentity: 'martyrFamily' })).toBe('第三十一条第五项 本省')
  })
  it('an old person without a fixed living is not checked from the 60th birthday on, a minor until the day before the 18th', () => {
    const living = { ...POOR, matter: 'maintenance', fixedIncome: false } satisfies PartialFacts
    expect(granted({ ...living, birthDate: localDate('1966-11-24') })).toBe('第三十一条第四项 第三十四条')
    expect(granted({ ...living, birthDate: localDate('1966-11-23') })).toBe('第三十一条第四项 第四十二条第一项')
    expect(granted({ ...living, birthDate: localDate('2008-11-24') })).toBe('第三十一条第四项 第四十二条第一项')
    expect(granted({ ...living, birthDate: localDate('2008-11-23') })).toBe('第三十一条第四项 第三十四条')
  })
  it('is judged by the day of the application', () => {
    const child = {
      ...POOR,
      matter: 'maintenance',
      fixedIncome: false,
      birthDate: localDate('2008-11-23'),
    } satisfies PartialFacts
    expect([granted(child, '2026-11-22'), granted(child, '2026-11-23')]).toEqual([
      '第三十一条第四项 第四十二条第一项',
      '第三十一条第四项 第三十四条',
    ])
  })
  it('names no way of means while none is known', () => expect(granted({ matter: 'pension' })).toBe('第三十一条第三项'))
  it('a refusal for income names article 34, one for the person article 40, neither names the free advice of article 23', () => {
    const rich: PartialFacts = { ...POOR, matter: 'pension', householdMonthlyIncome: 40_000 }
    expect(refused(rich, { meansExceeded: true })).toBe('第三十一条第三项 第三十四条')
    expect(refused({ ...rich, applicantRole: 'other' }, { personNotEntitled: true })).toBe('第三十一条第三项 第四十条')
    expect(refused({ ...rich, applicantRole: 'self' }, { personNotEntitled: true })).toBe('第三十一条第三项')
    expect(refused({ matter: 'criminalDefense', hasLawyer: true })).toBe('第二十四条')
    expect(refused({ matter: 'retrial', retrialOpened: false })).toBe('第三十三条')
  })
})

describe('an article in words', () => {
  it.each([
    ['5', undefined, '第五条'],
    ['10', undefined, '第十条'],
    ['19', undefined, '第十九条'],
    ['20', undefined, '第二十条'],
    ['42', 3, '第四十二条第三项'],
    ['31', 10, '第三十一条第十项'],
    ['99', undefined, '第九十九条'],
  ] as const)('%s, %s', (article, item, said) => expect(articleInWords(article, item)).toBe(said))
  it('and on a screen', () =>
    expect(formatCitation(statuteItem('aid', '42', 3))).toBe('《法律援助法》第42条第3项（法）'))
})
