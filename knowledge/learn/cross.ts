/**
 * Rows for all labelled questions, each seen by a model that never saw it: one model for each fold. Every question comes twice:
 * as it was asked, and in everyday words with its neighbours taken out of the memory, so that the ranker learns what to
 * rely on where nothing like it has been labelled.
 */
import { everydayOf } from '../lexicon/everyday.ts'
import { type FoldOf } from './folds.ts'
import { growTrees, GROWTH } from './lambdamart.ts'
import { learnModel, type School, searchWith } from './learn.ts'
import { type Provenance, type Trees } from './model.ts'
import { seededRandom } from './random.ts'
import { joinRows, type QuestionRows, rowsOf } from './rows.ts'

export interface CrossRows { asked: QuestionRows[]; everyday: QuestionRows[] }

const NEIGHBOURS = 15
export const EVERYDAY_WEIGHT = 0.6

export function crossRows(school: School, foldOf: FoldOf, folds: number, provenance: Provenance, progress: (line: string) => void): CrossRows {
  const { labelled } = school
  const asked: QuestionRows[] = [], everyday: QuestionRows[] = []
  for (let fold = 0; fold < folds; fold++) {
    const used = labelled.map((_, q) => q).filter((q) => foldOf(q) !== fold)
    const { reader, finder } = searchWith(school, learnModel(school, (q) => foldOf(q) !== fold, `fold ${fold}`, provenance))
    const random = seededRandom(fold + 1)
    labelled.forEach((one, q) => {
      if (foldOf(q) !== fold) return
      asked[q] = rowsOf(reader, finder, one, one.question)
      everyday[q] = rowsOf(reader, finder, one, everydayOf(one.question, random), (other) => Math.abs(used[other]! - q) < NEIGHBOURS)
    })
    progress(`fold ${fold + 1} of ${folds} learned`)
  }
  return { asked, everyday }
}

/** Trees from the questions for which `uses` holds. */
export function growFrom({ asked, everyday }: CrossRows, uses: (question: number) => boolean, progress?: (line: string) => void): Trees {
  const chosen = asked.map((_, q) => q).filter(uses)
  const rows = joinRows([...chosen.map((q) => asked[q]!), ...chosen.map((q) => everyday[q]!)], [...chosen.map(() => 1), ...chosen.map(() => EVERYDAY_WEIGHT)])
  return growTrees(rows, GROWTH, (tree, ndcg) => progress?.(`tree ${tree} of ${GROWTH.trees}, NDCG@10 on what it learns from ${ndcg.toFixed(3)}`))
}
