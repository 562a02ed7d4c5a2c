import { CALCULATORS } from '@fatong/law/calculators/kinds.ts'
import { calculatorsOf } from './calculators.ts'
import { OFFERS, type Guide } from './guide.ts'
import { TOPICS } from '../vocabulary.ts'
import { sentenceProblems } from './sentence-problems.ts'
import { isRecord, isText, listOf, type GuideProblem } from './shapes.ts'

const REQUIRED_TEXTS = ['slug', 'topic', 'title', 'situation', 'where', 'cost', 'reviewed'] as const
const REQUIRED_LISTS = ['asked', 'answer', 'steps', 'papers', 'deadlines', 'traps', 'offers'] as const
const KNOWN = new Set<string>([...REQUIRED_TEXTS, ...REQUIRED_LISTS, 'calculators', 'emergency', 'needs', 'toCheck'])
const FEWEST_ASKED = 4
const DAY = /^\d{4}-\d{2}-\d{2}$/
const SLUG = /^[A-Za-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/

/** Everything wrong with a parsed file, empty when it is sound. Holds it against the shape of guides; `data` is whatever YAML gave. */
export function guideProblems(data: unknown): GuideProblem[] {
  if (!isRecord(data)) return [{ field: '(file)', what: 'must be a mapping of fields' }]
  const shape = [
    ...REQUIRED_TEXTS.filter((field) => !isText(data[field])).map((field) => ({
      field,
      what: 'must be a non-empty text',
    })),
    ...REQUIRED_LISTS.filter((field) => !Array.isArray(data[field])).map((field) => ({
      field,
      what: 'must be a list (it may be empty only for papers, deadlines, traps and offers)',
    })),
    ...Object.keys(data)
      .filter((field) => !KNOWN.has(field))
      .map((field) => ({ field, what: 'is no field of a guide' })),
  ]
  if (shape.length > 0) return shape
  return [
    ...identityProblems(data),
    ...listProblems(data),
    ...calculatorProblems(data),
    ...sentenceProblems(data),
    ...needProblems(data.needs),
  ]
}

/** Narrows once nothing is wrong with it. */
export const isGuide = (data: unknown): data is Guide => guideProblems(data).length === 0

function identityProblems(data: Record<string, unknown>): GuideProblem[] {
  const { slug, topic, reviewed } = data
  return [
    ...(TOPICS.some((known) => known === topic) ? [] : [{ field: 'topic', what: `"${String(topic)}" is no topic` }]),
    ...(SLUG.test(String(slug)) && String(slug).startsWith(`${String(topic)}/`)
      ? []
      : [{ field: 'slug', what: 'must be topic/name-in-small-letters' }]),
    ...(DAY.test(String(reviewed)) && !Number.isNaN(Date.parse(String(reviewed)))
      ? []
      : [{ field: 'reviewed', what: 'must be a day, 2026-11-24, in quotes' }]),
  ]
}

function listProblems(data: Record<string, unknown>): GuideProblem[] {
  const found: GuideProblem[] = []
  for (const field of ['asked', 'papers', 'offers'] as const) {
    if (!listOf(data[field]).every(isText)) found.push({ field, what: 'must hold texts only' })
  }
  const asked = listOf(data.asked)
  if (asked.length < FEWEST_ASKED) found.push({ field: 'asked', what: `needs at least ${FEWEST_ASKED} wordings` })
  if (new Set(asked).size < asked.length) found.push({ field: 'asked', what: 'says the same twice' })
  if (asked.includes(data.title)) found.push({ field: 'asked', what: 'repeats the title' })
  for (const field of ['answer', 'steps', 'offers'] as const) {
    if (listOf(data[field]).length === 0) found.push({ field, what: 'must not be empty' })
  }
  for (const offer of listOf(data.offers)) {
    if (!OFFERS.some((known) => known === offer))
      found.push({ field: 'offers', what: `"${String(offer)}" is nothing that can be offered` })
  }
  if (data.emergency !== undefined && typeof data.emergency !== 'boolean')
    found.push({ field: 'emergency', what: 'must be true or false' })
  if (data.toCheck !== undefined && !isText(data.toCheck)) found.push({ field: 'toCheck', what: 'must be a text' })
  return found
}

/** Only calculators there are, and the offer never leads to none. */
function calculatorProblems(data: Record<string, unknown>): GuideProblem[] {
  const named = listOf(data.calculators),
    unknown = named.filter((one) => !CALCULATORS.some((known) => known === one))
  if (unknown.length > 0) return [{ field: 'calculators', what: `"${unknown.join(', ')}" is no calculator` }]
  const offered = listOf(data.offers).includes('calculator')
  if (data.calculators !== undefined && (!offered || named.length === 0))
    return [{ field: 'calculators', what: 'must name those that the offer "calculator" leads to' }]
  return offered && calculatorsOf(data as unknown as Guide).length === 0
    ? [{ field: 'offers', what: 'offers a calculator, and its topic has none' }]
    : []
}

function needProblems(needs: unknown): GuideProblem[] {
  if (needs === undefined) return []
  return listOf(needs).flatMap((need, at) => {
    const field = `needs[${at}]`
    if (!isRecord(need) || !isText(need.fact) || !isText(need.question))
      return [{ field, what: 'must have fact and question' }]
    const choices = listOf(need.choices)
    const sound = choices.every((choice) => isRecord(choice) && isText(choice.value) && isText(choice.label))
    return choices.length >= 2 && sound
      ? []
      : [{ field, what: 'needs at least two choices, each with value and label' }]
  })
}
