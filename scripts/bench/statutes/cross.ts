/** Cross-validation on the training questions: every question ranked by models and trees that never saw it. */
import { crossRows, growFrom } from '@fatong/knowledge/learn/cross.ts'
import { blockedFolds, ordinaryFolds } from '@fatong/knowledge/learn/folds.ts'
import { MIX } from '@fatong/knowledge/learn/mix.ts'
import { provenanceOf, type Progress, schoolFor } from '@fatong/knowledge/learn/train.ts'
import { mixScores } from '@fatong/knowledge/search/rank/ranking.ts'
import { type Source } from '@fatong/knowledge/search/searcher.ts'
import { type Run } from './figures.ts'

export interface CrossWish { questions: string; answers?: string; folds: number; blocked: boolean; keep?: string }

export function crossValidate(sources: Source[], { questions, answers, folds, blocked, keep }: CrossWish, progress: Progress): Run[] {
  const foldOf = (blocked ? blockedFolds : ordinaryFolds)(folds)
  const school = schoolFor(sources, { questions, answers }, keep, progress)
  const rows = crossRows(school, foldOf, folds, provenanceOf(school, '', ''), progress)
  const runs: Run[] = []
  for (let fold = 0; fold < folds; fold++) {
    const trees = growFrom(rows, (q) => foldOf(q) !== fold)
    const known = new Set(school.labelled.flatMap(({ goldKeys }, q) => (foldOf(q) === fold ? [] : goldKeys)))
    rows.asked.forEach(({ id, sources: found, values, free, near }, q) => {
      if (foldOf(q) !== fold) return
      const scores = new Float32Array(found.length), gold = school.labelled[q]?.goldKeys ?? []
      const began = performance.now()
      mixScores({ trees, mix: MIX }, { size: found.length, sources: found, rows: values, free, near }, scores)
      const ranked = Array.from(found, (at, i) => ({ at, id: school.index.idAt(at), score: scores[i] ?? 0 })).sort((a, b) => b.score - a.score || a.at - b.at).slice(0, 100)
      runs[q] = { id, gold, ranked, ms: performance.now() - began, seen: gold.some((key) => known.has(key)) }
    })
    progress(`fold ${fold + 1} of ${folds} ranked`)
  }
  return runs
}
