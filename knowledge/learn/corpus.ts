/** Reads and writes the files of the benchmark: articles, questions with what answers them, keywords and answers. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Source } from '../search/searcher.ts'
import { type LawKind } from '../vocabulary.ts'
import { type Labelled } from './labelled.ts'

/** What stands under `category` is the folder of the collection; a law may stand in any other folder. */
const KINDS: Readonly<Record<string, LawKind>> = {
  宪法: 'constitution',
  行政法规: 'adminRegulation',
  司法解释: 'interpretation',
  部门规章: 'departmentRule',
  其他: 'other',
  地方性法规: 'localRegulation',
  修正案: 'amendment',
  修改决定: 'decision',
}
const CATEGORIES = new Map(Object.entries(KINDS).map(([category, kind]) => [kind, category]))

const linesOf = (path: string): string[] => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

interface CorpusLine {
  id: string
  law: string
  article: string
  path: string
  category: string
  date: string
  text: string
}

export const readCorpus = (path: string): Source[] =>
  linesOf(path).map((line) => {
    const { id, law, article, path: headings, category, date, text } = JSON.parse(line) as CorpusLine
    return {
      id,
      kind: 'article',
      title: law,
      number: article,
      path: headings,
      text,
      lawKind: KINDS[category] ?? 'law',
      ...(date === '' ? {} : { date }),
    }
  })

/** The same articles as lines of JSON, from which `readCorpus` reads them again; a number that a law has twice gets `~2`. */
export function corpusLines(articles: readonly Source[]): string[] {
  const times = new Map<string, number>()
  return articles.map(({ title, number, path, text, lawKind, date }) => {
    const key = `${title}#${number}`,
      again = (times.get(key) ?? 0) + 1
    times.set(key, again)
    const line: CorpusLine = {
      id: again === 1 ? key : `${key}~${again}`,
      law: title,
      article: number,
      path,
      category: CATEGORIES.get(lawKind ?? 'law') ?? '法律',
      date: date ?? '',
      text,
    }
    return JSON.stringify(line)
  })
}

interface QuestionLine {
  id: number | string
  question: string
  gold: string[]
}
interface AnswerLine {
  id: number | string
  keywords?: string
  answer?: string
}

/** `ids` gives the place of a source by its id; gold that the corpus lacks is left out of `gold` and kept in `goldKeys`. */
export function readQuestions(
  path: string,
  answersPath: string | undefined,
  ids: ReadonlyMap<string, number>,
): Labelled[] {
  const answers = new Map(
    answersPath === undefined
      ? []
      : linesOf(answersPath).map((line) => {
          const one = JSON.parse(line) as AnswerLine
          return [String(one.id), one] as const
        }),
  )
  return linesOf(path).map((line) => {
    const { id, question, gold } = JSON.parse(line) as QuestionLine,
      answer = answers.get(String(id))
    return {
      id: String(id),
      question,
      keywords: answer?.keywords ?? '',
      answer: answer?.answer ?? '',
      goldKeys: gold,
      gold: gold.flatMap((key) => ids.get(key) ?? []),
    }
  })
}
