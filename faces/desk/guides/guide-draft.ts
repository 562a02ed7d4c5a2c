import { GuideBody } from '@fatong/contract/knowledge/guides.ts'
import { today } from '../time/format.ts'
import { words } from '../words/words.ts'
import { citationKey } from './citation-key.ts'
import type { Body } from './guide-parts.ts'

/** A guide while it is written: loose, line by line. `base` is the newest version its writer has seen. */
export interface Draft extends Omit<Body, 'topic' | 'asked' | 'papers' | 'toCheck'> {
  topic: Body['topic'] | ''
  name: string
  asked: string
  papers: string
  toCheck: string
  note: string
  base: number
}
export const CITED = ['answer', 'steps', 'deadlines', 'traps'] as const
export type CitedPart = (typeof CITED)[number]
const w = words.guides

export const emptyDraft = (): Draft => ({
  topic: '',
  name: '',
  title: '',
  asked: '',
  situation: '',
  answer: [{ text: '', cites: [] }],
  steps: [{ text: '', cites: [] }],
  papers: '',
  deadlines: [],
  where: '',
  cost: '',
  traps: [],
  offers: ['hotline12348'],
  toCheck: '',
  reviewed: today(),
  note: '',
  base: 0,
})

export const draftOf = (body: Body, name: string, base: number): Draft => ({
  ...body,
  name,
  base,
  asked: body.asked.join('\n'),
  papers: body.papers.join('\n'),
  toCheck: body.toCheck ?? '',
  note: '',
})

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The guide as it reads so far, whether it is complete or not. */
export function bodySoFar({
  name: _name,
  note: _note,
  base: _base,
  asked,
  papers,
  toCheck,
  calculators = [],
  ...rest
}: Draft): Body {
  const cited = (part: CitedPart) =>
    rest[part]
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, cites }) => ({ text: text.trim(), cites: cites.map((typed) => citationKey(typed) ?? typed) }))
  const calculated = calculators.length > 0 && rest.offers.includes('calculator') ? { calculators } : {}
  return {
    ...rest,
    ...calculated,
    ...(toCheck.trim() === '' ? {} : { toCheck: toCheck.trim() }),
    topic: rest.topic as Body['topic'],
    title: rest.title.trim(),
    situation: rest.situation.trim(),
    where: rest.where.trim(),
    cost: rest.cost.trim(),
    asked: lines(asked),
    papers: lines(papers),
    answer: cited('answer'),
    steps: cited('steps'),
    deadlines: cited('deadlines'),
    traps: cited('traps'),
  }
}

/** The guide as it is sent, or what is missing by part. Articles may be written as people say them. */
export function checked(draft: Draft): { body: Body; wrong?: undefined } | { wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const body = bodySoFar(draft)
  for (const part of CITED)
    for (const typed of body[part].flatMap(({ cites }) => cites))
      if (citationKey(typed) === null) wrong[part] = w.badCite(typed)
  const parsed = GuideBody.safeParse(body)
  if (!parsed.success)
    for (const { path, code } of parsed.error.issues) {
      const part = String(path[0])
      wrong[part] ??= (code === 'too_big' ? w.tooMuch[part] : undefined) ?? w.missing[part] ?? w.missing['other'] ?? ''
    }
  if (!/^[a-z0-9-]{2,60}$/.test(draft.name)) wrong['name'] = w.missing['name'] ?? ''
  if (draft.note.trim() === '') wrong['note'] = w.missing['note'] ?? ''
  return Object.keys(wrong).length > 0 || !parsed.success ? { wrong } : { body: parsed.data }
}

/** One place for each guide and each person: a computer of an office has several. */
export const draftPlace = (staffId: string, slug: string): string => `fatong.guide.${staffId}.${slug}`
export const keepDraft = (place: string, draft: Draft): void => {
  try {
    localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    /* full: it stays on the page */
  }
}
export const dropDraft = (place: string): void => {
  localStorage.removeItem(place)
}
export function keptDraft(place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return kept === null ? null : { ...emptyDraft(), ...(kept as Draft) }
  } catch {
    return null
  }
}
