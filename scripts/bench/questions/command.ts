/**
 * `npm run bench -- questions [--set test|tune] [--corpus FILE.jsonl.gz] [--misses] [--json]`: our own lay questions. How often a guide or
 * article that answers is among the first three, what is refused wrongly, what nonsense is let through. Without a corpus only guides are searched.
 * `npm run bench -- questions --explain QUESTION [--corpus FILE.jsonl.gz]`: the first guides and articles of one question, and what moved each.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import { guideSources } from '@fatong/knowledge/guides/sources.ts'
import { readCorpus } from '@fatong/knowledge/learn/corpus.ts'
import { unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { loadNonsense, loadQuestions, loadTuneNonsense, loadUncovered } from '@fatong/knowledge/questions/load.ts'
import { lookAt, rankOf } from '@fatong/knowledge/questions/measure.ts'
import { indexOf } from '@fatong/knowledge/search/index/index.ts'
import { LibrarySearcher } from '@fatong/knowledge/search/library-searcher.ts'
import { explainedLines } from './explained.ts'

const EXPLAINED = 5
const SHIPPED = fileURLToPath(new URL('../../../knowledge/model/statutes.model', import.meta.url))

export function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      set: { type: 'string', default: 'test' },
      corpus: { type: 'string' },
      explain: { type: 'string' },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const model = existsSync(SHIPPED) ? unpackModel(readFileSync(SHIPPED)) : undefined
  const articles = values.corpus === undefined ? [] : readCorpus(values.corpus)
  const searcher = new LibrarySearcher(
    articles.length === 0 ? undefined : indexOf(articles, model),
    guideSources(loadGuides()),
    model,
  )
  if (values.explain !== undefined) {
    const { hits } = searcher.search(values.explain, { limit: 2 * EXPLAINED + 10, explain: true })
    const first = (guides: boolean) => hits.filter(({ kind }) => (kind === 'guide') === guides).slice(0, EXPLAINED)
    for (const line of [...explainedLines(first(true)), ...explainedLines(first(false))]) console.log(line)
    return Promise.resolve()
  }
  const questions = loadQuestions(values.set === 'tune' ? 'tune' : 'test')
  // In the corpus an id is the key of the article itself.
  const looked = questions.map((question) => {
    const seen = lookAt(searcher, question.ask)
    return { question, ...seen, rank: rankOf(question, seen.found, (id) => id) }
  })
  const nonsense = (values.set === 'tune' ? loadTuneNonsense() : loadNonsense()).map((one) => ({
    ...one,
    ...lookAt(searcher, one.ask),
  }))
  const uncovered = loadUncovered().map((ask) => lookAt(searcher, ask))
  const rate = (of: typeof looked, most: number) =>
    of.filter(({ rank }) => rank !== undefined && rank <= most).length / Math.max(1, of.length)
  const byFile = [...new Set(questions.map(({ file }) => file))].map((file) => {
    const of = looked.filter(({ question }) => question.file === file)
    return {
      file,
      n: of.length,
      top1: rate(of, 1),
      top3: rate(of, 3),
      refused: of.filter(({ refused }) => refused).length,
    }
  })
  const figures = {
    set: values.set,
    articles: articles.length,
    n: looked.length,
    top1: rate(looked, 1),
    top3: rate(looked, 3),
    top10: rate(looked, 10),
    refused: looked.filter(({ refused }) => refused).length,
    nonsense: nonsense.length,
    nonsenseRefused: nonsense.filter(({ refused }) => refused).length,
    uncovered: uncovered.length,
    uncoveredByGuide: uncovered.filter(({ refused, found }) => !refused && found?.hits[0]?.kind === 'guide').length,
    byFile,
  }
  if (values.json) console.log(JSON.stringify(figures))
  else {
    for (const { file, n, top1, top3, refused } of byFile)
      console.log(
        `${file.padEnd(22)} ${String(n).padStart(4)}   first ${top1.toFixed(3)}   first three ${top3.toFixed(3)}   refused ${refused}`,
      )
    console.log(
      `all ${figures.n}   first ${figures.top1.toFixed(3)}   first three ${figures.top3.toFixed(3)}   first ten ${figures.top10.toFixed(3)}   refused ${figures.refused}   nonsense refused ${figures.nonsenseRefused} of ${figures.nonsense}`,
    )
    console.log(
      `of ${figures.uncovered} questions that no guide answers, a guide was given for ${figures.uncoveredByGuide}`,
    )
  }
  if (values.misses) {
    for (const { question, rank, refused, confidence, found } of looked)
      if (refused || rank === undefined || rank > 3)
        console.log(
          `${refused ? 'REFUSED' : `rank ${rank ?? '-'}`} ${confidence.toFixed(2)}  ${question.ask}  <- ${[...question.guides, ...question.articles].join(' ')}  found ${
            found?.hits
              .slice(0, 3)
              .map(({ id }) => id)
              .join(' ') ?? ''
          }`,
        )
    for (const { ask, refused, confidence, found } of nonsense)
      if (!refused) console.log(`LET THROUGH ${confidence.toFixed(2)}  ${ask}  found ${found?.hits[0]?.id ?? ''}`)
  }
  return Promise.resolve()
}
