/** An answer from a written guide, with what the person's own facts add to it. */
import { type Guide, type Sentence } from '../guides/guide.ts'
import { type Answer, type Said } from './answer.ts'
import { citedRef, guideRef } from './references.ts'
import { type ReadingDays, type Sources } from './shelf.ts'

export type ChosenFacts = Readonly<Record<string, string>>
export type AnswerBody = Pick<Answer, 'short' | 'steps' | 'deadlines' | 'traps' | 'papers' | 'where' | 'cost' | 'guide'>

export function fromGuide(guide: Guide, facts: ChosenFacts, days: ReadingDays, sources: Sources): AnswerBody {
  const ref = guideRef(guide)
  const said = ({ text, cites }: Sentence): Said => ({
    text,
    sources: [...cites.map((key) => citedRef(key, days, sources)), ref],
  })
  return {
    short: [...guide.answer, ...addedBy(guide, facts)].map(said),
    steps: guide.steps.map(said),
    deadlines: guide.deadlines.map(said),
    traps: guide.traps.map(said),
    papers: guide.papers,
    where: guide.where,
    cost: guide.cost,
    guide: { ...ref, situation: guide.situation },
  }
}

const addedBy = (guide: Guide, facts: ChosenFacts): Sentence[] =>
  (guide.needs ?? []).flatMap(({ fact, choices }) => choices.find((choice) => choice.value === facts[fact])?.says ?? [])

/** Every article that a guide names anywhere. */
export const citesOf = (guide: Guide): Set<string> =>
  new Set([
    ...[...guide.answer, ...guide.steps, ...guide.deadlines, ...guide.traps].flatMap((sentence) => sentence.cites),
    ...(guide.needs ?? []).flatMap((need) => need.choices.flatMap((choice) => choice.says?.cites ?? [])),
  ])
