import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../answer.ts'
import { addDays, localDate } from '../calendar/dates.ts'
import { KNOWN_CALENDAR } from '../calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '../parameters/gansu.ts'
import { assess } from './eligibility.ts'
import type { EligibilityAssessment } from './eligibility.ts'
import type { FactDefinition } from './fact-kinds.ts'
import { FACTS, FACT_KEYS } from './facts.ts'
import type { FactKey, Facts, PartialFacts } from './facts.ts'

const TODAY = localDate('2026-11-23')
const judge = (facts: PartialFacts, dontKnow: readonly FactKey[] = []): EligibilityAssessment =>
  assess(facts, TODAY, GANSU_PARAMETERS, KNOWN_CALENDAR, dontKnow)

function anyValue(definition: FactDefinition): fc.Arbitrary<unknown> {
  switch (definition.answer) {
    case 'choice':
      return fc.constantFrom(...Object.keys(definition.options))
    case 'yesNo':
      return fc.boolean()
    case 'date':
      return fc
        .oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30_000, max: 0 }))
        .map((offset) => addDays(TODAY, offset))
    case 'number':
      return fc.integer({ min: definition.min, max: Math.min(definition.max, 9000) })
    default:
      return definition satisfies never
  }
}

const complete = fc.record(
  Object.fromEntries(FACT_KEYS.map((key) => [key, anyValue(FACTS[key])])),
) as unknown as fc.Arbitrary<Facts>
const subset = fc.subarray(FACT_KEYS)
const only = (facts: PartialFacts, keys: readonly FactKey[]): PartialFacts =>
  Object.fromEntries(keys.filter((key) => facts[key] !== undefined).map((key) => [key, facts[key]]))

const partsOf = (found: EligibilityAssessment): Record<string, Answer> => ({
  overall: found.overall,
  matter: found.matter,
  person: found.person,
  jurisdiction: found.jurisdiction,
  urgent: found.urgent,
  priority: found.priority,
  means: found.means,
  meansNotRequired: found.means.meansNotRequired,
  meansCheckWaived: found.means.meansCheckWaived,
  notifiedDefense: found.means.notifiedDefense,
  threshold: found.means.threshold,
})

describe('an assessment', () => {
  it('never turns a definite answer when more is learnt', () => {
    fc.assert(
      fc.property(complete, subset, subset, (facts, few, more) => {
        const [before, after] = [partsOf(judge(only(facts, few))), partsOf(judge(only(facts, [...few, ...more])))]
        for (const [part, answer] of Object.entries(before)) {
          if (answer.verdict === 'needsFacts') continue
          // A letter of the authorities takes the question of money away altogether (I2); nothing else may.
          if (part === 'means' && after['notifiedDefense']?.verdict === 'holds') continue
          expect(after[part]?.verdict, part).toBe(answer.verdict)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('with everything known is definite, and asks nothing', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        const found = judge(facts)
        expect(found.overall.verdict).not.toBe('needsFacts')
        expect(found.nextQuestions).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('that is open always has a question, none twice, none already answered', () => {
    fc.assert(
      fc.property(complete, subset, (facts, few) => {
        const known = only(facts, few)
        const found = judge(known)
        if (found.overall.verdict !== 'needsFacts') return
        const keys = found.nextQuestions.map((question) => question.key)
        expect(keys.length).toBeGreaterThan(0)
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(known[key]).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('reached by asking the first question again and again always ends, soon', () => {
    fc.assert(
      fc.property(complete, (facts) => {
        const known: Record<string, unknown> = {}
        let asked = 0
        for (let next = judge(known).nextQuestions[0]; next !== undefined; next = judge(known).nextQuestions[0]) {
          known[next.key] = facts[next.key]
          asked += 1
          expect(asked).toBeLessThanOrEqual(20)
        }
        expect(judge(known).overall.verdict).toBe(judge(facts).overall.verdict)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives reasons with sources for every answer', () => {
    fc.assert(
      fc.property(complete, subset, (facts, few) => {
        for (const [part, answer] of Object.entries(partsOf(judge(only(facts, few))))) {
          expect(answer.reasons.length, part).toBeGreaterThan(0)
          for (const reason of answer.reasons) expect(reason.citations.length, reason.says).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('does not ask again what a person cannot say, and hands over to staff instead', () => {
    const known: PartialFacts = {
      matter: 'laborRemuneration',
      laborClaim: 'pay',
      applicantRole: 'self',
      caseBody: 'none',
      workPlace: 'here',
    }
    expect(judge(known).nextQuestions[0]?.key).toBe('isMigrantWorker')
    expect(judge(known, ['isMigrantWorker']).nextQuestions[0]?.key).toBe('assistance')
    const all = judge(known, FACT_KEYS)
    expect([all.overall.verdict, all.nextQuestions.length, all.conclusion.outcome]).toEqual([
      'needsFacts',
      0,
      'needsStaff',
    ])
  })

  it('takes at most six questions for a migrant worker whose wages are owed', () => {
    const worker: PartialFacts = {
      matter: 'laborRemuneration',
      laborClaim: 'pay',
      applicantRole: 'self',
      isMigrantWorker: true,
      caseBody: 'none',
      workPlace: 'here',
    }
    const asked: FactKey[] = []
    for (let next = judge({}).nextQuestions[0]; next !== undefined; next = judge(only(worker, asked)).nextQuestions[0])
      asked.push(next.key)
    expect(asked).toEqual(['matter', 'laborClaim', 'applicantRole', 'isMigrantWorker', 'caseBody', 'workPlace'])
    expect(judge(worker).conclusion.outcome).toBe('entitled')
  })

  it('names the district in its questions', () => {
    const question = judge({
      matter: 'laborRemuneration',
      laborClaim: 'pay',
      applicantRole: 'self',
      isMigrantWorker: true,
      caseBody: 'none',
    }).nextQuestions[0]
    expect(question?.answer === 'choice' && question.options['here']).toBe('在兰州新区')
  })

  it('counts the days left', () => {
    const found = judge({ deadlineFrom: 'knownLastDay', deadlineDay: localDate('2026-11-26') })
    expect([found.urgent.verdict, found.urgent.daysLeft]).toEqual(['holds', 3])
    expect(found.suggestions.map((one) => one.code)).toContain('provisionalAid')
  })
})
