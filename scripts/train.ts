/**
 * Learns the search model: `npm run train -- --corpus FILE.jsonl.gz --questions FILE --answers FILE --out FILE`. Data of the benchmark or
 * pairs exported from the desk in the same form. With `--model FILE` in place of `--corpus` that model is kept and only what tells questions of law
 * from other talk is learned again, as after changes to guides or to `knowledge/questions`. How it works and what came out: docs/search.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import { guideSources } from '@fatong/knowledge/guides/sources.ts'
import { readCorpus, readQuestions } from '@fatong/knowledge/learn/corpus.ts'
import { packModel, unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { type Model } from '@fatong/knowledge/learn/model.ts'
import { learnSureness } from '@fatong/knowledge/learn/sureness.ts'
import { provenanceOf, schoolFor, trainModel } from '@fatong/knowledge/learn/train.ts'
import { enough } from '@fatong/knowledge/answer/confidence.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    model: { type: 'string' },
    questions: { type: 'string' },
    answers: { type: 'string' },
    out: { type: 'string' },
    keep: { type: 'string' },
  },
})
const { corpus, questions, answers, out, keep, model: known } = values
if ((corpus === undefined) === (known === undefined) || questions === undefined || out === undefined) {
  console.error(
    'npm run train -- --corpus FILE.jsonl.gz|--model FILE --questions FILE [--answers FILE] --out FILE [--keep FOLDER]',
  )
  process.exit(2)
}
const began = performance.now()
const progress = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
const model = corpus === undefined ? readModel(known ?? '') : learned(corpus, questions)
const { sureness, judged } = learnSureness(
  model,
  guideSources(loadGuides()),
  readQuestions(questions, undefined, new Map()).map(({ question }) => question),
)
const refused = (legal: boolean) => judged.filter((one) => one.legal === legal && !enough(one.confidence)).length
const [law, other] = [judged.filter(({ legal }) => legal).length, judged.filter(({ legal }) => !legal).length]
progress(
  `each judged without itself: ${refused(true)} of ${law} questions of law refused, ${other - refused(false)} of ${other} others let through`,
)
const file = packModel({ ...model, sureness })
writeFileSync(out, file)
progress(`${model.name}: ${(file.length / 1e6).toFixed(1)} MB written to ${out}`)

function learned(texts: string, labelled: string): Model {
  const school = schoolFor(readCorpus(texts), { questions: labelled, answers }, keep, progress)
  return trainModel(
    school,
    provenanceOf(school, { corpus: texts, questions: labelled, answers }, new Date().toISOString().slice(0, 10)),
    progress,
  )
}

function readModel(path: string): Model {
  const read = unpackModel(readFileSync(path))
  if (read === undefined) throw new Error(`${path} is no model of this version`)
  return read
}
