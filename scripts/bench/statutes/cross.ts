/** Cross-validation on the training questions: every question ranked by models and trees that never saw it. */
import { bothRows, growFrom, INNER_FOLDS, lessonsOf } from '@fatong/knowledge/learn/cross.ts'
import { blockedFolds, ordinaryFolds } from '@fatong/knowledge/learn/folds.ts'
import { foldsWithGuides } from '@fatong/knowledge/learn/guide-questions.ts'
import { MIX } from '@fatong/knowledge/learn/mix.ts'
import { type Progress, schoolFor } from '@fatong/knowledge/learn/train.ts'
import { mixScores } from '@fatong/knowledge/search/rank/ranking.ts'
import { type Source } from '@fatong/knowledge/search/searcher.ts'
import { type Run } from './figures.ts'

export interface CrossWish {
  questions: string
  answers?: string
  blocked: boolean
  keep?: string
}

export function crossValidate(
  sources: Source[],
  { questions, answers, blocked, keep }: CrossWish,
  progress: Progress,
): Run[] {
  const school = schoolFor(sources, { questions, answers }, keep, progress),
    { labelled } = school
  const folds = (blocked ? blockedFolds : ordinaryFolds)(INNER_FOLDS),
    foldOf = foldsWithGuides(labelled, folds)
  const both = bothRows(school, { trained: '', corpus: '', questions: labelled.length, seed: 0, notes: [] }, progress),
    lessons = lessonsOf(both, labelled),
    rows = blocked ? both.blocked : both.ordinary
  const runs: Run[] = []
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const trees = growFrom(lessons, labelled, (q) => foldOf(q) !== fold)
    const known = new Set(
      labelled.flatMap(({ goldKeys, guide }, q) => (guide !== undefined || foldOf(q) === fold ? [] : goldKeys)),
    )
    rows.asked.forEach((one, q) => {
      if (one === undefined || foldOf(q) !== fold || labelled[q]?.guide !== undefined) return
      const { id, sources: found, values, free, near } = one
      const scores = new Float32Array(found.length),
        gold = labelled[q]?.goldKeys ?? []
      const began = performance.now()
      mixScores({ trees, mix: MIX }, { size: found.length, sources: found, rows: values, free, near }, scores)
      const ranked = Array.from(found, (at, i) => ({ at, id: school.index.idAt(at), score: scores[i] ?? 0 }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, 100)
      runs[q] = { id, gold, ranked, ms: performance.now() - began, seen: gold.some((key) => known.has(key)) }
    })
    progress(`fold ${fold + 1} of ${INNER_FOLDS} ranked`)
  }
  return runs
}
