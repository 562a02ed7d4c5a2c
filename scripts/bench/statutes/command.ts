/**
 * `npm run bench -- statutes --corpus FILE.jsonl.gz --questions FILE.jsonl [--model FILE] [--run OUT] [--json] [--no-peers] [--folds 5 [--blocked] [--answers FILE]]`.
 * With folds nothing of the shipped model is used: all is learned again without the questions asked, and the times are those of the last step alone.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCorpus, readQuestions } from '@fatong/knowledge/learn/corpus.ts'
import { INNER_FOLDS } from '@fatong/knowledge/learn/cross.ts'
import { type Labelled } from '@fatong/knowledge/learn/labelled.ts'
import { type Source } from '@fatong/knowledge/search/searcher.ts'
import { crossValidate } from './cross.ts'
import { type Figures, figuresOf, type Run, runFile, table } from './figures.ts'
import { askOurs } from './ours.ts'
import { bm25Peer, fts5Peer, minisearchPeer, type Peer } from './peers.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
export const SHIPPED = join(ROOT, 'knowledge/model/statutes.model')

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string' },
      questions: { type: 'string' },
      answers: { type: 'string' },
      model: { type: 'string' },
      run: { type: 'string' },
      json: { type: 'boolean', default: false },
      folds: { type: 'string' },
      blocked: { type: 'boolean', default: false },
      'no-peers': { type: 'boolean', default: false },
    },
  })
  const { corpus, questions, folds } = values
  if (corpus === undefined || questions === undefined) {
    console.error(
      'npm run bench -- statutes --corpus FILE.jsonl.gz --questions FILE.jsonl [--model FILE] [--run OUT] [--json] [--no-peers] [--folds 5 [--blocked]]',
    )
    process.exitCode = 2
    return
  }
  const began = performance.now()
  const progress = (line: string) =>
    console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  let sources = readCorpus(corpus)
  const labelled = readQuestions(questions, undefined, new Map(sources.map(({ id }, at) => [id, at])))
  const ours = (): Figures & { runs: Run[] } => {
    if (folds !== undefined && Number(folds) !== INNER_FOLDS)
      throw new Error(`There are ${INNER_FOLDS} folds, as in training`)
    if (folds === undefined) {
      const model = values.model ?? (existsSync(SHIPPED) ? SHIPPED : undefined)
      progress(model === undefined ? 'no model: the sum that needs no labels' : `model ${model}`)
      const { runs, costs } = askOurs(sources, labelled, model)
      return { ...figuresOf(runs, costs), runs }
    }
    const beside = join(dirname(questions), 'train-answers.jsonl')
    const answers = values.answers ?? (existsSync(beside) ? beside : undefined)
    const runs = crossValidate(
      sources,
      { questions, answers, blocked: values.blocked, keep: join(ROOT, 'data/search') },
      progress,
    )
    return { ...figuresOf(runs, { buildMs: 0, loadMs: 0, indexBytes: 0, rssBytes: process.memoryUsage().rss }), runs }
  }
  const { runs, ...figures } = ours()
  progress('ours measured')
  if (values.run !== undefined) writeFileSync(values.run, runFile(runs))
  const peers: Record<string, Figures> = {}
  if (!values['no-peers']) {
    const seen = new Set(runs.filter((one) => one.seen).map(({ id }) => id))
    for (const make of [bm25Peer, minisearchPeer, fts5Peer]) {
      const peer = await make(sources)
      peers[peer.name] = askPeer(peer, sources, labelled, seen)
      progress(`${peer.name} measured`)
    }
  }
  sources = []
  if (values.json) console.log(JSON.stringify({ ...figures, peers }))
  else
    console.log(
      table([['ours', figures], ['  seen', figures.seen], ['  unseen', figures.unseen], ...Object.entries(peers)]),
    )
}

function askPeer(
  peer: Peer,
  sources: readonly Source[],
  questions: readonly Labelled[],
  seen: ReadonlySet<string>,
): Figures {
  for (const { question } of questions.slice(0, 20)) peer.search(question)
  const runs = questions.map(({ id, question, goldKeys }): Run => {
    const began = performance.now()
    const found = peer.search(question)
    return {
      id,
      gold: goldKeys,
      ms: performance.now() - began,
      seen: seen.has(id),
      ranked: found.map(({ at, score }) => ({ id: sources[at]?.id ?? '', score })),
    }
  })
  return figuresOf(runs, {
    buildMs: peer.buildMs,
    loadMs: 0,
    indexBytes: peer.indexBytes,
    rssBytes: process.memoryUsage().rss,
  })
}
