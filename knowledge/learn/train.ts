/** From the benchmark's training files to a model: school, rows by folds, ranker, and the model of all questions. */
import { createHash } from 'node:crypto'
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

export interface TrainingFiles { questions: string; answers?: string }
export type Progress = (line: string) => void

/** Reads the questions and opens the school; `keep` is a folder for what needs no labels. */
export function schoolFor(sources: readonly Source[], files: TrainingFiles, keep: string | undefined, progress: Progress, tokens: Tokens = tokensOf(sources), index: SearchIndex = indexOf(sources, undefined, tokens)): School {
  const asked = readQuestions(files.questions, files.answers, index.ids()), ofGuides = guideQuestions(loadGuides(), index.ids())
  const labelled = [...asked, ...ofGuides]
  progress(`${sources.length} articles, ${asked.length} questions, ${ofGuides.length} ways of asking for guides`)
  const print = keep === undefined ? '' : printOfTexts(sources)
  const known = keep === undefined ? undefined : readTaught(keep, print)
  const school = openSchool(sources, tokens, index, labelled, known, progress)
  if (keep !== undefined && known === undefined) keepTaught(keep, print, school.taught)
  return school
}

export function provenanceOf(school: School, corpus: string, day: string): Provenance {
  return {
    trained: day, corpus, questions: school.labelled.filter(({ guide }) => guide === undefined).length, seed: 3,
    notes: [
      'Questions and gold articles: STARD (oneal2000/STARD, commit bae10e1), MIT licence, copyright of its authors.',
      'Keywords and answers: LeCoQA (oneal2000/LeCoQA, commit 538b299), MIT licence, copyright of its authors.',
      'Articles: LawRefBook/Laws, commit 245637f; texts of Chinese law bear no copyright (著作权法 article 5).',
      'Everyday words, guides, questions for tuning and talk about other matters: this project.',
    ],
  }
}

export function trainModel(school: School, provenance: Provenance, progress: Progress): Model {
  const rows = lessonsOf(bothRows(school, provenance, progress), school.labelled)
  const trees = growFrom(rows, school.labelled, () => true, progress)
  const model = learnModel(school, () => true, '', provenance)
  const print = createHash('sha1').update(model.table).update(model.memory.vectors).update(new Uint8Array(trees.value.buffer)).digest('hex').slice(0, 12)
  return { ...model, name: `statutes-1-${print}`, ranker: { trees, mix: MIX } }
}
