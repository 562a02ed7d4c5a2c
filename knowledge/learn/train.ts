/** From the benchmark's training files to a model: school, rows by folds, ranker, and the model of all questions. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { indexOf, type SearchIndex } from '../search/index/index.ts'
import { type Tokens, tokensOf } from '../search/index/tokens.ts'
import { type Source } from '../search/searcher.ts'
import { loadGuides } from '../guides/load.ts'
import { readQuestions } from './corpus.ts'
import { bothRows, growFrom, lessonsOf } from './cross.ts'
import { guideQuestions } from './guide-questions.ts'
import { learnModel, openSchool, type School } from './learn.ts'
import { MIX } from './mix.ts'
import { type Model, type Provenance } from './model.ts'
import { keepTaught, printOfTexts, readTaught } from './taught.ts'

export interface TrainingFiles {
  questions: string
  answers?: string
}
export type Progress = (line: string) => void

/** Reads the questions and opens the school; `keep` is a folder for what needs no labels. */
export function schoolFor(
  sources: readonly Source[],
  files: TrainingFiles,
  keep: string | undefined,
  progress: Progress,
  tokens: Tokens = tokensOf(sources),
  index: SearchIndex = indexOf(sources, undefined, tokens),
): School {
  const asked = readQuestions(files.questions, files.answers, index.ids()),
    ofGuides = guideQuestions(loadGuides(), index.ids())
  const labelled = [...asked, ...ofGuides]
  progress(`${sources.length} articles, ${asked.length} questions, ${ofGuides.length} ways of asking for guides`)
  const print = keep === undefined ? '' : printOfTexts(sources)
  const known = keep === undefined ? undefined : readTaught(keep, print)
  const school = openSchool(sources, tokens, index, labelled, known, progress)
  if (keep !== undefined && known === undefined) keepTaught(keep, print, school.taught)
  return school
}

/** What a model was learned from: the files by name and print, and the licences that lie beside them. `day` is the day of training. */
export function provenanceOf(
  school: School,
  { corpus, questions, answers }: TrainingFiles & { corpus: string },
  day: string,
): Provenance {
  const files = [corpus, questions, ...(answers === undefined ? [] : [answers])]
  const licences = [...new Set(files.map((file) => dirname(file)))].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('LICENSE'))
      .sort()
      .map((name) => `${name}: ${copyrightOf(join(folder, name))}`),
  )
  return {
    trained: day,
    corpus: basename(corpus),
    questions: school.labelled.filter(({ guide }) => guide === undefined).length,
    seed: 3,
    notes: [
      ...files.map(
        (file) => `${basename(file)}, sha256 ${createHash('sha256').update(readFileSync(file)).digest('hex')}`,
      ),
      ...licences,
      'Everyday words, guides, questions for tuning and talk about other matters: this project.',
    ],
  }
}

/** Kind and holder of a licence: its first line and the line that names whose it is. */
const copyrightOf = (file: string): string => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [...new Set([lines[0], lines.find((line) => /^copyright/i.test(line))])]
    .filter((line) => line !== undefined)
    .join(', ')
}

export function trainModel(school: School, provenance: Provenance, progress: Progress): Model {
  const rows = lessonsOf(bothRows(school, provenance, progress), school.labelled)
  const trees = growFrom(rows, school.labelled, () => true, progress)
  const model = learnModel(school, () => true, '', provenance)
  const print = createHash('sha1')
    .update(model.table)
    .update(model.memory.vectors)
    .update(new Uint8Array(trees.value.buffer))
    .digest('hex')
    .slice(0, 12)
  return { ...model, name: `statutes-1-${print}`, ranker: { trees, mix: MIX } }
}
