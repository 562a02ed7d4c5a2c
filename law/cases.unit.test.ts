/** Runs every example of every rule: cases.yaml beside each rule.ts, in lawyers' words. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { factsMissing } from './answer.ts'
import { localDate } from './calendar/dates.ts'
import { KNOWN_CALENDAR } from './calendar/tables/known.ts'
import { GANSU_PARAMETERS } from './parameters/gansu.ts'
import { PARAMETERS } from './parameters/keys.ts'
import type { DatedParameter, ParameterSet } from './parameters/parameters.ts'
import { RULE_BOOK } from './rule-book.ts'
import type { AnyRule } from './rule.ts'

interface Example {
  name: string
  on?: string
  given: object
  /** Figures that differ from Gansu's for this example; null takes a figure away. */
  parameters?: Record<string, unknown>
  expect: Record<string, unknown> & { says?: string; asks?: string[] }
}

const LEAST_EXAMPLES = 6
const here = fileURLToPath(new URL('.', import.meta.url))

function figures(changed: Record<string, unknown> = {}): ParameterSet {
  for (const key of Object.keys(changed)) expect(PARAMETERS, `unknown figure ${key}`).toHaveProperty([key])
  const kept = GANSU_PARAMETERS.filter((entry) => !(entry.key in changed))
  const added = Object.entries(changed).filter(([, value]) => value !== null)
  return [
    ...kept,
    ...added.map(
      ([key, value]) => ({ key, value, from: '2020-01-01', source: '示例', level: '设计' }) as DatedParameter,
    ),
  ]
}

function run(rule: AnyRule, example: Example): Record<string, unknown> {
  const context = {
    asOf: localDate(example.on ?? '2026-11-23'),
    parameters: figures(example.parameters),
    calendar: KNOWN_CALENDAR,
  }
  if (rule.kind === 'calculation') return { ...rule.calculate(example.given as never, context) }
  const answer = rule.decide(example.given as never, context)
  return {
    verdict: answer.verdict,
    asks: factsMissing(answer),
    says: answer.reasons.map((reason) => reason.says).join('\n'),
  }
}

for (const chapter of RULE_BOOK) {
  for (const rule of chapter.rules) {
    describe(`${rule.id} ${rule.title}`, () => {
      const file = `${here}${chapter.folder}/${rule.id}/cases.yaml`
      const examples = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Example[]) : []

      it(`has at least ${LEAST_EXAMPLES} examples`, () => {
        expect(examples.length).toBeGreaterThanOrEqual(LEAST_EXAMPLES)
        expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length)
      })
      for (const example of examples) {
        it(example.name, () => {
          const found = run(rule, example)
          const { says, ...exact } = example.expect
          expect(Object.keys(exact).length + (says === undefined ? 0 : 1)).toBeGreaterThan(0)
          for (const [key, value] of Object.entries(exact)) expect(found[key], key).toEqual(value)
          if (says !== undefined) expect(found['says']).toContain(says)
        })
      }
    })
  }
}

describe('the rule book', () => {
  it('lists every rule folder there is', () => {
    const listed = RULE_BOOK.flatMap((chapter) => chapter.rules.map((rule) => `${chapter.folder}/${rule.id}`)).sort()
    const found = ['legal-aid', 'calculators', 'calendar'].flatMap((folder) =>
      readdirSync(`${here}${folder}`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(`${here}${folder}/${entry.name}/rule.ts`))
        .map((entry) => `${folder}/${entry.name}`),
    )
    expect(listed).toEqual(found.sort())
  })

  it('never shows an article of a source that is not checked', () => {
    for (const { rules } of RULE_BOOK) {
      for (const rule of rules) {
        expect(rule.sources.length, rule.id).toBeGreaterThan(0)
        for (const source of rule.sources.filter((one) => one.level === '待核')) expect(source.article).toBeUndefined()
      }
    }
  })
})
