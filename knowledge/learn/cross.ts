/**
 * Rows for all labelled questions, each seen by a model that never saw it: one model for each fold. A question of the training file comes twice:
 * as it was asked, and in everyday words with its neighbours taken out of the memory, so that the ranker learns what to
 * rely on where nothing like it has been labelled.
 */
import { everydayOf } from '../lexicon/everyday.ts'
import { blockedFolds, type FoldOf, ordinaryFolds } from './folds.ts'
import { foldsWithGuides } from './guide-questions.ts'
import { growTrees, GROWTH } from './lambdamart.ts'
import { learnModel, type School, searchWith } from './learn.ts'
import { type Provenance, type Trees } from './model.ts'
import { seededRandom } from './random.ts'
import { joinRows, type QuestionRows, rowsOf } from './rows.ts'

/** By place of the question; not every way of asking for a guide has rows. */
export interface CrossRows {
  asked: (QuestionRows | undefined)[]
  everyday: (QuestionRows | undefined)[]
}

const NEIGHBOURS = 15
export const INNER_FOLDS = 5
export const EVERYDAY_WEIGHT = 0.6
/** Every so many of the ways of asking for guides have rows. */
const OF_GUIDES = 2
export const GUIDE_WEIGHT = 0.4

export function crossRows(
  school: School,
  foldOf: FoldOf,
  folds: number,
  provenance: Provenance,
  progress: (line: string) => void,
): CrossRows {
  const { labelled } = school
  const inFold = foldsWithGuides(labelled, foldOf)
  const asked: CrossRows['asked'] = labelled.map(() => undefined),
    everyday: CrossRows['everyday'] = labelled.map(() => undefined)
  for (let fold = 0; fold < folds; fold++) {
    const used = labelled.map((_, q) => q).filter((q) => inFold(q) !== fold)
    const { reader, finder } = searchWith(
      school,
      learnModel(school, (q) => inFold(q) !== fold, `fold ${fold}`, provenance),
    )
    const random = seededRandom(fold + 1)
    labelled.forEach((one, q) => {
      if (inFold(q) !== fold || (one.guide !== undefined && q % OF_GUIDES !== 0)) return
      asked[q] = rowsOf(reader, finder, one, one.question)
      if (one.guide === undefined)
        everyday[q] = rowsOf(
          reader,
          finder,
          one,
          everydayOf(one.question, random),
          (other) => Math.abs(used[other]! - q) < NEIGHBOURS,
        )
    })
    progress(`fold ${fold + 1} of ${folds} learned`)
  }
  return { asked, everyday }
}

/** Rows of models that saw the neighbours of a question (ordinary folds), and of models that saw none of them (blocked folds). */
export interface BothRows {
  ordinary: CrossRows
  blocked: CrossRows
}

export const bothRows = (school: School, provenance: Provenance, progress: (line: string) => void): BothRows => ({
  ordinary: crossRows(school, ordinaryFolds(INNER_FOLDS), INNER_FOLDS, provenance, progress),
  blocked: crossRows(school, blockedFolds(INNER_FOLDS), INNER_FOLDS, provenance, progress),
})

/**
 * What trees learn from: formal questions as ordinary folds saw them, their everyday ways and every other way of asking for guides as blocked folds
 * did, so that trees trust labels where like questions were labelled and do without them elsewhere.
 */
export const lessonsOf = ({ ordinary, blocked }: BothRows, labelled: School['labelled']): CrossRows => ({
  asked: labelled.map(
    ({ guide }, q) => (guide === undefined || q % (2 * OF_GUIDES) === 0 ? ordinary : blocked).asked[q],
  ),
  everyday: blocked.everyday,
})

/** Trees from the questions for which `uses` holds. */
export function growFrom(
  { asked, everyday }: CrossRows,
  labelled: School['labelled'],
  uses: (question: number) => boolean,
  progress?: (line: string) => void,
): Trees {
  const rows: QuestionRows[] = [],
    weights: number[] = []
  const take = (list: CrossRows['asked'], weightOf: (question: number) => number) => {
    list.forEach((one, q) => {
      if (one === undefined || !uses(q)) return
      rows.push(one)
      weights.push(weightOf(q))
    })
  }
  take(asked, (q) => (labelled[q]!.guide === undefined ? 1 : GUIDE_WEIGHT))
  take(everyday, () => EVERYDAY_WEIGHT)
  return growTrees(joinRows(rows, weights), GROWTH, (tree, ndcg) =>
    progress?.(`tree ${tree} of ${GROWTH.trees}, NDCG@10 on what it learns from ${ndcg.toFixed(3)}`),
  )
}
