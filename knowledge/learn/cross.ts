/**
 * Rows for all labelled questions, each seen by a model that never saw it: one model for each fold. A question of the training file comes twice:
 * as it was asked, and in everyday words with its neighbours taken out of the memory, so that the ranker learns what to
 * rely on where nothing like it has been labelled.
 */
import { everydayOf } from '../lexicon/everyday.ts'
import { type FoldOf } from './folds.ts'
import { foldsWithGuides } from './guide-questions.ts'
import { growTrees, GROWTH } from './lambdamart.ts'
import { learnModel, type School, searchWith } from './learn.ts'
import { type Provenance, type Trees } from './model.ts'
import { seededRandom } from './random.ts'
import { joinRows, type QuestionRows, rowsOf } from './rows.ts'

/** By place of the question; not every way of asking for a guide has rows. */
export interface CrossRows { asked: (QuestionRows | undefined)[]; everyday: (QuestionRows | undefined)[] }

const NEIGHBOURS = 15
export const EVERYDAY_WEIGHT = 0.6
/** Every so many of the ways of asking for guides have rows. */
const OF_GUIDES = 2
export const GUIDE_WEIGHT = 0.4

export function crossRows(school: School, foldOf: FoldOf, folds: number, provenance: Provenance, progress: (line: string) => void): CrossRows {
  const { labelled } = school
  const inFold = foldsWithGuides(labelled, foldOf)
  const asked: CrossRows['asked'] = labelled.map(() => undefined), everyday: CrossRows['everyday'] = labelled.map(() => undefined)
  for (let fold = 0; fold < folds; fold++) {
    const used = labelled.map((_, q) => q).filter((q) => inFold(q) !== fold)
    const { reader, finder } = searchWith(school, learnModel(school, (q) => inFold(q) !== fold, `fold ${fold}`, provenance))
    const random = seededRandom(fold + 1)
    labelled.forEach((one, q) => {
      if (inFold(q) !== fold || (one.guide !== undefined && q % OF_GUIDES !== 0)) return
      asked[q] = rowsOf(reader, finder, one, one.question)
      if (one.guide === undefined) everyday[q] = rowsOf(reader, finder, one, everydayOf(one.question, random), (other) => Math.abs(used[other]! - q) < NEIGHBOURS)
    })
    progress(`fold ${fold + 1} of ${folds} learned`)
  }
  return { asked, everyday }
}

/** Trees from the questions for which `uses` holds. */
export function growFrom(crossed: readonly CrossRows[], labelled: School['labelled'], uses: (question: number) => boolean, progress?: (line: string) => void): Trees {
  const rows: QuestionRows[] = [], weights: number[] = []
  const take = (list: CrossRows['asked'], weightOf: (question: number) => number) => {
    list.forEach((one, q) => {
      if (one === undefined || !uses(q)) return
      rows.push(one)
      weights.push(weightOf(q) / crossed.length)
    })
  }
  for (const { asked, everyday } of crossed) {
    take(asked, (q) => (labelled[q]!.guide === undefined ? 1 : GUIDE_WEIGHT))
    take(everyday, () => EVERYDAY_WEIGHT)
  }
  return growTrees(joinRows(rows, weights), GROWTH, (tree, ndcg) => progress?.(`tree ${tree} of ${GROWTH.trees}, NDCG@10 on what it learns from ${ndcg.toFixed(3)}`))
}
