/** Our own search in the benchmark: built, written, read back and asked. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { type Labelled } from '@fatong/knowledge/learn/labelled.ts'
import { type Model } from '@fatong/knowledge/learn/model.ts'
import { unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { indexOf } from '@fatong/knowledge/search/index/index.ts'
import { packIndex, unpackIndex } from '@fatong/knowledge/search/index/file.ts'
import { Ranking } from '@fatong/knowledge/search/rank/ranking.ts'
import { type Source } from '@fatong/knowledge/search/searcher.ts'
import { type Costs, type Run } from './figures.ts'

const FOUND = 100

/** Measured from bytes on disk to the first question that can be asked. Memory is that of a process of its own that has only loaded index and model and answered questions. */
export function askOurs(
  sources: Source[],
  questions: readonly Labelled[],
  modelPath: string | undefined,
): { runs: Run[]; costs: Costs } {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-index-')),
    path = join(folder, 'index.bin')
  try {
    const built = performance.now()
    const model = modelPath === undefined ? undefined : readModel(modelPath)
    writeFileSync(path, packIndex(indexOf(sources, model)))
    const buildMs = performance.now() - built
    const { ranking, loadMs } = load(path, modelPath)
    const indexBytes = statSync(path).size
    for (const { question } of questions.slice(0, 100)) ranking.rank(question)
    const known = new Set(ranking.model?.memory.gold.slice(0, ranking.model.provenance.questions).flat())
    const runs = questions.map(({ id, question, goldKeys }): Run => {
      const began = performance.now()
      const { candidates, order, scores } = ranking.rank(question)
      const best = order.slice(0, FOUND)
      const ms = performance.now() - began
      return {
        id,
        gold: goldKeys,
        ms,
        seen: goldKeys.some((key) => known.has(key)),
        ranked: best.map((i) => ({ id: ranking.index.idAt(candidates.sources[i] ?? 0), score: scores[i] ?? 0 })),
      }
    })
    return { runs, costs: { buildMs, loadMs, indexBytes, rssBytes: residentOf(path, modelPath) } }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function residentOf(path: string, modelPath: string | undefined): number {
  const searching = fileURLToPath(new URL('./resident.ts', import.meta.url))
  return Number(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', searching, path, ...(modelPath === undefined ? [] : [modelPath])],
      { encoding: 'utf8' },
    ).trim(),
  )
}

export function readModel(path: string): Model {
  const model = unpackModel(readFileSync(path))
  if (model === undefined) throw new Error(`${path} is no model of this version`)
  return model
}

export function load(path: string, modelPath: string | undefined): { ranking: Ranking; loadMs: number } {
  const began = performance.now()
  const index = unpackIndex(readFileSync(path))
  if (index === undefined) throw new Error('The index just written cannot be read')
  const ranking = new Ranking(index, modelPath === undefined ? undefined : readModel(modelPath))
  ranking.rank('拖欠工资怎么办')
  return { ranking, loadMs: performance.now() - began }
}
