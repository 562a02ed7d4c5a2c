/**
 * Learns the search model: `npm run train -- --corpus FILE.jsonl.gz --questions FILE --answers FILE --out FILE`. Data of the benchmark or
 * pairs exported from the desk in the same form. How it works and what came out: docs/search.md.
 */
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readCorpus } from '@fatong/knowledge/learn/corpus.ts'
import { packModel } from '@fatong/knowledge/learn/model-file.ts'
import { provenanceOf, schoolFor, trainModel } from '@fatong/knowledge/learn/train.ts'

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, questions: { type: 'string' }, answers: { type: 'string' }, out: { type: 'string' }, keep: { type: 'string' } },
})
const { corpus, questions, answers, out, keep } = values
if (corpus === undefined || questions === undefined || out === undefined) {
  console.error('npm run train -- --corpus FILE.jsonl.gz --questions FILE [--answers FILE] --out FILE [--keep FOLDER]')
  process.exit(2)
}
const began = performance.now()
const progress = (line: string) => console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
const school = schoolFor(readCorpus(corpus), { questions, answers }, keep, progress)
const model = trainModel(school, provenanceOf(school, corpus.split('/').at(-1) ?? '', new Date().toISOString().slice(0, 10)), progress)
const file = packModel(model)
writeFileSync(out, file)
progress(`${model.name}: ${(file.length / 1e6).toFixed(1)} MB written to ${out}`)
